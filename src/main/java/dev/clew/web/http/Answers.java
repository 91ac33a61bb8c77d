package dev.clew.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpDateTime;
import org.jspecify.annotations.Nullable;

/** Writes answers to the server's responses, conditional ones included. */
final class Answers {
    private Answers() {}

    /** Sends the answer, or 304 without a body when the caller already has it (RFC 9110, section 13.1.2). */
    static void send(Context context, Answer answer) {
        answer.headers().forEach(context::header);
        String varies = answer.headers().get("Vary");
        context.header("Vary", varies == null ? "Accept-Encoding" : varies + ", Accept-Encoding");
        String tag = answer.headers().get("ETag");
        String known = context.header("If-None-Match");
        if (answer.status() == 200 && (known == null ? isUnchanged(context, answer) : has(known, tag))) {
            close(answer);
            context.status(304);
            return;
        }
        context.status(answer.status()).contentType(answer.mediaType());
        InputStream stream = answer.stream();
        if (stream == null) {
            context.result(answer.body());
        } else {
            context.result(stream);
        }
    }

    private static boolean has(String known, @Nullable String tag) {
        return tag != null && matches(known, tag);
    }

    /** Asked by day and time only where no tag was sent (RFC 9110, section 13.1.3). */
    private static boolean isUnchanged(Context context, Answer answer) {
        String modified = answer.headers().get("Last-Modified");
        String since = context.header("If-Modified-Since");
        if (modified == null || since == null) {
            return false;
        }
        long asked = HttpDateTime.parseToEpoch(since);
        return asked >= 0 && HttpDateTime.parseToEpoch(modified) <= asked;
    }

    private static void close(Answer answer) {
        InputStream stream = answer.stream();
        if (stream == null) {
            return;
        }
        try {
            stream.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("what was not to be sent could not be closed", failed);
        }
    }

    private static boolean matches(String known, String tag) {
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals("*") || each.equals(tag));
    }
}
