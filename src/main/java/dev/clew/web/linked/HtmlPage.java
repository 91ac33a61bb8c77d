package dev.clew.web.linked;

import dev.clew.web.http.PageHead;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A plain page that is written by the server: readable without scripts. Every text that goes in is escaped here.
 *
 * <p>For one thread.
 */
final class HtmlPage {
    private final StringBuilder body = new StringBuilder();
    private final String title;

    HtmlPage(String title) {
        this.title = title;
    }

    /** An element with a text in it. */
    HtmlPage text(String element, String text) {
        body.append('<')
                .append(element)
                .append('>')
                .append(PageHead.escaped(text))
                .append("</")
                .append(element)
                .append(">\n");
        return this;
    }

    /** A heading that can be pointed to. */
    HtmlPage heading(String element, String id, String text) {
        body.append('<')
                .append(element)
                .append(" id=\"")
                .append(PageHead.escaped(id))
                .append("\">");
        body.append(PageHead.escaped(text)).append("</").append(element).append(">\n");
        return this;
    }

    /** A link, as it stands inside {@link #row}. */
    static String link(String href, String text) {
        return "<a href=\"" + PageHead.escaped(href) + "\">" + PageHead.escaped(text) + "</a>";
    }

    /** Opens or closes an element without attributes. */
    HtmlPage tag(String tag) {
        body.append('<').append(tag).append(">\n");
        return this;
    }

    /**
     * A name with what is said of it, inside a {@code dl}.
     *
     * @param name a text
     * @param html what was made by {@link #link} or escaped
     */
    HtmlPage row(String name, String html) {
        body.append("<dt>")
                .append(PageHead.escaped(name))
                .append("</dt><dd>")
                .append(html)
                .append("</dd>\n");
        return this;
    }

    /** The whole page, in UTF-8. */
    byte[] bytes() {
        String page = String.format(Locale.ROOT, """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>%s · Clew</title>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="stylesheet" href="/document.css" />
                </head>
                <body>
                <header><a href="/">Clew</a></header>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """, PageHead.escaped(title), PageHead.escaped(title), body);
        return page.getBytes(StandardCharsets.UTF_8);
    }
}
