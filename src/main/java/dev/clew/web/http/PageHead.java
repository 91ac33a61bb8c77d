package dev.clew.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the head of a page says of what stands at its address, for programs that read pages: search engines, feed readers,
 * citation managers.
 *
 * @param title of what stands there
 * @param description a sentence or two
 * @param canonical its address under the base
 * @param alternates its other forms
 * @param jsonLd the same as linked data
 */
public record PageHead(
        String title, String description, String canonical, List<Alternate> alternates, JsonNode jsonLd) {
    private static final String END = "</head>";

    /**
     * Another form.
     *
     * @param path where it is
     * @param mediaType what it is
     */
    public record Alternate(String path, String mediaType) {}

    /** Copies the list. */
    public PageHead {
        alternates = List.copyOf(alternates);
    }

    /** The page with this head; a page without a head stays as it is. */
    byte[] into(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.indexOf(END);
        if (end < 0) {
            return page;
        }
        String head = html.substring(0, end)
                .replaceFirst("<title>[^<]*</title>", "")
                .replaceFirst("(?s)<meta\\s+name=\"description\"[^>]*>", "");
        return (head + elements() + html.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private String elements() {
        StringBuilder html = new StringBuilder();
        html.append("<title>").append(escaped(title)).append(" · Clew</title>\n");
        html.append("<meta name=\"description\" content=\"")
                .append(escaped(description))
                .append("\" />\n");
        html.append("<link rel=\"canonical\" href=\"")
                .append(escaped(canonical))
                .append("\" />\n");
        for (Alternate each : alternates) {
            html.append("<link rel=\"alternate\" type=\"").append(escaped(each.mediaType()));
            html.append("\" href=\"").append(escaped(each.path())).append("\" />\n");
        }
        // Inside a script element only "<" could end it or begin a comment; JSON may write it as an escape.
        String data = jsonLd.toString().replace("<", "\\u003c");
        html.append("<script type=\"application/ld+json\">").append(data).append("</script>\n");
        return html.toString();
    }

    /** A text as it stands in an element or a quoted attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
