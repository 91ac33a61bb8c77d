package dev.clew.fault;

import dev.clew.SmallWorld;
import dev.clew.ingest.extract.BuiltInExtractor;
import dev.clew.ingest.extract.Sentences;
import dev.clew.ingest.transcript.TranscriptReader;
import dev.clew.ingest.transcript.TranscriptReader.Sent;
import dev.clew.model.Candidate;
import dev.clew.model.ClewException;
import dev.clew.model.Entity;
import dev.clew.model.Extractor;
import dev.clew.model.Extractor.Spoken;
import dev.clew.model.Transcript;
import dev.clew.ontology.RelationCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Reads broken transcripts of every format and looks for claims in what was read: each must end within the limit in a
 * transcript or a refusal, and every quote must stand in the transcript word for word.
 */
public final class HostileTranscripts {
    private static final String SAID =
            "Compute enables sovereignty, and sovereignty weakens the alliance by 2030. I think compute is 4.5 times sovereignty.";
    private static final Map<String, String> GOOD = Map.of(
            "a.vtt",
                    "WEBVTT\n\nNOTE a remark\n\n1\n00:00:01.000 --> 00:00:09.500 align:start\n<v Ada>" + SAID
                            + "\n\n2\n00:00:10.000 --> 00:00:12.000\n<v Ben><i>No</i> &amp; never.\n",
            "a.srt",
                    "1\n00:00:01,000 --> 00:00:09,500\nAda: " + SAID
                            + "\n\n2\n00:00:10,000 --> 00:00:12,000\nBen: No.\n",
            "podcast.json",
                    "{\"version\":\"1.0.0\",\"segments\":[{\"speaker\":\"Ada\",\"startTime\":1.5,\"endTime\":9.5,\"body\":\""
                            + SAID + "\"},{\"speaker\":\"Ben\",\"startTime\":10,\"endTime\":12,\"body\":\"No.\"}]}",
            "whisper.json",
                    "{\"text\":\"" + SAID + "\",\"segments\":[{\"id\":0,\"start\":0.0,\"end\":9.5,\"text\":\"" + SAID
                            + "\",\"words\":[{\"word\":\"Compute\",\"start\":0.1,\"end\":0.4}]}],\"language\":\"en\"}",
            "a.html",
                    "<!DOCTYPE html><html><body><cite>Ada:</cite><time>0:01</time><p>" + SAID
                            + "</p><cite>Ben:</cite><time>1:00:10</time><p>No &lt;never&gt;.</p></body></html>",
            "a.md", "**Ada** [00:00:01]\n" + SAID + "\n\n**Ben** [00:00:10]\nNo.\n",
            "a.txt", "Ada: " + SAID + "\n\nBen (00:10): No.\n\n" + SAID + "\n");

    private final Random random;
    private final Mutator mutator;
    private final Findings findings = new Findings();
    private final Extractor extractor;

    private HostileTranscripts(long seed) {
        random = new Random(seed);
        mutator = new Mutator(random);
        List<Entity> entities = Stream.of(
                        SmallWorld.COMPUTE, SmallWorld.SOVEREIGNTY, SmallWorld.ALLIANCE, SmallWorld.ADA)
                .toList();
        extractor = new BuiltInExtractor(new Sentences(), entities, RelationCatalogue.load());
    }

    /** Reads so many mutants, formats in turn. */
    public static Findings run(long seed, int mutants) {
        HostileTranscripts run = new HostileTranscripts(seed);
        List<String> names = GOOD.keySet().stream().sorted().toList();
        for (int i = 0; i < mutants; i++) {
            run.read(names.get(i % names.size()));
        }
        return run.findings;
    }

    /** Reads transcripts that say one thing again and again, so many bytes long, which no pattern may take long to look through. */
    public static Findings repeated(int bytes) {
        HostileTranscripts run = new HostileTranscripts(0);
        List<String> units = List.of(
                "[",
                "![",
                "](",
                "**",
                "*",
                "<",
                "</a",
                "<strike>",
                "<b ",
                "`",
                "[unintelligible",
                "\\[",
                "> ",
                "\n",
                "\n ",
                " ",
                "\t",
                "<v ",
                "<v.",
                "<v",
                "-->",
                "00:",
                "1:",
                "9",
                "a-",
                "a'",
                "1,000,",
                "1.1.",
                "A: ",
                "A.: ",
                "<p>",
                "<blockquote>",
                "<li>",
                "<cite>",
                "&",
                "&#",
                "{",
                "[1",
                "\n[1",
                "\n\n",
                "a",
                "\uD83D\uDE00",
                "\u200b",
                ".",
                "I think ",
                "compute ");
        for (String unit : units) {
            String said = unit.repeat(bytes / unit.length());
            for (String each : List.of("a.vtt", "a.srt", "a.html", "a.md", "a.txt")) {
                String good = GOOD.get(each);
                run.read(each, (good + said).getBytes(StandardCharsets.UTF_8));
                run.read(
                        each,
                        (good.substring(0, good.indexOf("Compute")) + said + "!\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return run.findings;
    }

    private void read(String name) {
        read(name, mutator.mutant(GOOD.get(name).getBytes(StandardCharsets.UTF_8)));
    }

    private void read(String name, byte[] bytes) {
        String said = name + " (" + bytes.length + " bytes) "
                + (bytes.length > 1500
                        ? new String(bytes, Math.max(0, bytes.length - 40), 40, StandardCharsets.UTF_8)
                        : new String(bytes, StandardCharsets.UTF_8));
        long started = System.nanoTime();
        findings.count("transcripts");
        try {
            Transcript transcript =
                    TranscriptReader.read(new Sent(name, random.nextBoolean() ? "" : "text/plain", bytes));
            findings.count("transcripts read");
            for (Candidate candidate :
                    extractor.extract(new Spoken(SmallWorld.BRIEF, transcript)).candidates()) {
                findings.count("claims found in them");
                requireQuoted(transcript, candidate, said);
            }
        } catch (ClewException refused) {
            findings.expect(refused.code().httpStatus() < 500, said + ": " + refused);
        } catch (RuntimeException | Error uncaught) {
            findings.fault(said + ": " + HostileFiles.trace(uncaught));
        }
        long millis = (System.nanoTime() - started) / 1_000_000;
        findings.most("longest transcript, ms", millis);
        findings.expect(millis <= HostileFiles.LIMIT.toMillis(), said + " took " + millis + " ms");
    }

    private void requireQuoted(Transcript transcript, Candidate candidate, String said) {
        Candidate.Excerpt at = candidate.excerpt();
        String text = transcript.segments().get(at.segment()).text();
        findings.expect(at.start() >= 0 && at.start() < at.end() && at.end() <= text.length(), "no quote: " + said);
    }
}
