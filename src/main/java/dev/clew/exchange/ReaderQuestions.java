package dev.clew.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.exchange.ReaderQuestion.ByDispute;
import dev.clew.exchange.ReaderQuestion.ByPaths;
import dev.clew.exchange.ReaderQuestion.ByQuery;
import dev.clew.exchange.ReaderQuestion.Ends;
import dev.clew.model.ClewException;
import dev.clew.model.Sign;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions that ship with the library, read from {@code data/questions.json}. */
public final class ReaderQuestions {
    private static final String FILE = "/data/questions.json";

    private ReaderQuestions() {}

    /**
     * The questions of this release, in the order of the file; read on each call.
     *
     * @throws ClewException (invalid) naming what is wrong with the file
     */
    public static List<ReaderQuestion> shipped() {
        try (InputStream in = ReaderQuestions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the release lacks " + FILE);
            }
            List<ReaderQuestion> questions = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(each -> questions.add(question(JsonFields.of(each))));
            return List.copyOf(questions);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    private static ReaderQuestion question(JsonFields fields) {
        String kind = fields.text("kind", "");
        ReaderQuestion question = switch (kind) {
            case "path" -> paths(fields);
            case "conflict" ->
                new ByDispute(
                        fields.requiredText("id"),
                        fields.requiredText("question"),
                        fields.requiredText("from"),
                        fields.requiredText("to"));
            case "query" ->
                new ByQuery(fields.requiredText("id"), fields.requiredText("question"), fields.requiredText("query"));
            default -> throw ClewException.invalid("kind", "must be path, conflict or query", kind);
        };
        fields.refuseUnknown();
        return question;
    }

    private static ByPaths paths(JsonFields fields) {
        Optional<Sign> sign = Optional.ofNullable(fields.text("sign")).flatMap(Sign::find);
        return new ByPaths(
                fields.requiredText("id"),
                fields.requiredText("question"),
                new Ends(fields.requiredText("from"), fields.texts("via"), fields.requiredText("to")),
                sign.orElse(null),
                "consistent".equals(fields.text("framing")));
    }
}
