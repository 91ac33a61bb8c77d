package dev.clew.ingest.transcript;

import dev.clew.model.Enumerations;
import java.util.List;
import java.util.Locale;

/** The formats in which transcripts are read. */
public enum TranscriptFormat {
    /** WebVTT. */
    VTT(List.of(".vtt"), List.of("text/vtt")),
    /** SubRip. */
    SRT(List.of(".srt"), List.of("application/srt", "application/x-subrip", "text/srt")),
    /** The JSON of Podcasting 2.0, and that of Whisper. */
    JSON(List.of(".json"), List.of("application/json", "text/json")),
    /** HTML with cite, time and p, as Podcasting 2.0 describes it. */
    HTML(List.of(".html", ".htm"), List.of("text/html", "application/xhtml+xml")),
    /** Markdown with speakers in bold and times in brackets. */
    MARKDOWN(List.of(".md", ".markdown"), List.of("text/markdown")),
    /** Paragraphs, perhaps with speakers before a colon. */
    PLAIN(List.of(".txt"), List.of("text/plain"));

    private final List<String> endings;
    private final List<String> mediaTypes;

    TranscriptFormat(List<String> endings, List<String> mediaTypes) {
        this.endings = endings;
        this.mediaTypes = mediaTypes;
    }

    /** The written form, lower case. */
    public String code() {
        return Enumerations.code(this);
    }

    /** The media types under which feeds and servers give it, the usual one first. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /**
     * The format of a text: what it looks like goes before what it is called, for many a feed names the wrong one.
     *
     * @param name the file's name or address; may be empty
     * @param mediaType as a feed or server says; may be empty
     */
    static TranscriptFormat of(String name, String mediaType, String text) {
        String head = text.substring(0, Math.min(text.length(), 2000)).stripLeading();
        if (head.startsWith("WEBVTT")) {
            return VTT;
        }
        if (head.matches("(?s)\\d+\\s*\\R\\s*\\d+:\\d\\d:\\d\\d[,.]\\d+\\s*-->.*")) {
            return SRT;
        }
        if (head.startsWith("{")) {
            return JSON;
        }
        if (head.matches("(?is)<(!doctype html|html|body|cite|p|div)\\b.*")) {
            return HTML;
        }
        if (head.startsWith("**")) {
            return MARKDOWN;
        }
        return named(name.toLowerCase(Locale.ROOT), mediaType.toLowerCase(Locale.ROOT));
    }

    private static TranscriptFormat named(String name, String mediaType) {
        String bare = mediaType.split(";", 2)[0].strip();
        for (TranscriptFormat each : values()) {
            if (each.endings.stream().anyMatch(name::endsWith) || each.mediaTypes.contains(bare)) {
                return each;
            }
        }
        return PLAIN;
    }
}
