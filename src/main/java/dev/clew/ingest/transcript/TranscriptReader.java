package dev.clew.ingest.transcript;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Transcript;
import dev.clew.model.Transcript.Segment;
import java.util.List;

/** Reads transcripts of any format into one form. Stateless and safe for any number of threads. */
public final class TranscriptReader {
    /** Most bytes of a transcript: some hundred hours of speech. */
    public static final int LIMIT_BYTES = 16 << 20;

    private TranscriptReader() {}

    /**
     * A transcript as it came.
     *
     * @param name the file's name or address; may be empty
     * @param mediaType as a feed or server says; may be empty
     * @param bytes its content
     */
    public record Sent(String name, String mediaType, byte[] bytes) {}

    /**
     * The transcript in a file or an answer; format and encoding are found by its content first.
     *
     * @throws ClewException (too-large) beyond {@value #LIMIT_BYTES} bytes; (invalid) when nothing that was said is in it
     */
    public static Transcript read(Sent sent) {
        if (sent.bytes().length > LIMIT_BYTES) {
            throw new ClewException(
                    ErrorCode.TOO_LARGE,
                    "A transcript has at most " + (LIMIT_BYTES >> 20) + " MiB, " + sent.name() + " has "
                            + sent.bytes().length + " bytes: part it.");
        }
        String text = TextBytes.decode(sent.bytes());
        TranscriptFormat format = TranscriptFormat.of(sent.name(), sent.mediaType(), text);
        List<Segment> segments = Joining.joined(segments(format, text));
        if (segments.isEmpty()) {
            throw ClewException.invalid(
                    "transcript",
                    "has nothing that was said, read as " + format.code()
                            + ": give WebVTT, SRT, JSON, HTML, Markdown or" + " plain text",
                    sent.name());
        }
        return new Transcript(segments);
    }

    private static List<Segment> segments(TranscriptFormat format, String text) {
        return switch (format) {
            case VTT, SRT -> Cues.read(text);
            case JSON -> JsonTranscript.read(text);
            case HTML -> HtmlTranscript.read(text);
            case MARKDOWN -> Paragraphs.markdown(text);
            case PLAIN -> Paragraphs.plain(text);
        };
    }
}
