package dev.clew.web.http;

import io.javalin.http.Context;
import java.io.InputStream;
import java.util.Arrays;

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
        if (answer.status() == 200 && tag != null && known != null && matches(known, tag)) {
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

    private static boolean matches(String known, String tag) {
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals("*") || each.equals(tag));
    }
}
