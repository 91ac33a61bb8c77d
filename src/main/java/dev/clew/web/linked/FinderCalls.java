package dev.clew.web.linked;

import dev.clew.ledger.Ledger;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.ontology.Base;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.PageHead;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What search engines and browsers ask for: {@code /robots.txt}, {@code /sitemap.xml} and {@code /opensearch.xml}. */
final class FinderCalls {
    private static final String XML = "application/xml";
    private static final String OPEN_SEARCH = "application/opensearchdescription+xml";
    private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Base base;
    private final RecordPlaces places;

    FinderCalls(Ledger ledger, Base base) {
        this.base = base;
        this.places = new RecordPlaces(ledger);
    }

    Stream<Route> routes() {
        return Stream.of(
                route(
                        "/robots.txt",
                        "What programs that read everything should leave alone.",
                        "text/plain",
                        asked -> text("text/plain", robots())),
                route(
                        "/opensearch.xml",
                        "How browsers search here.",
                        OPEN_SEARCH,
                        asked -> text(OPEN_SEARCH, openSearch())),
                route(
                        "/sitemap.xml",
                        "Every page of a record, or a list of such lists.",
                        XML,
                        asked -> text(XML, sitemap())),
                new Route(
                        new Route.Address("GET", "/sitemap/{part}", Role.ANYBODY),
                        "A part of the list of pages, up to " + RecordPlaces.PART + " of them.",
                        List.of(Parameter.path("part", new Form.Whole(1, RecordPlaces.PARTS), "Which, from 1.")),
                        Route.Produces.media(List.of(XML)),
                        asked -> text(XML, part(asked.arguments().whole("part")))));
    }

    private static Route route(String path, String summary, String mediaType, Route.Call call) {
        return new Route(
                new Route.Address("GET", path, Role.ANYBODY),
                summary,
                List.of(),
                Route.Produces.media(List.of(mediaType)),
                call);
    }

    private static Answer text(String mediaType, String text) {
        return Answer.of(mediaType + ";charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "max-age=600");
    }

    private String robots() {
        return "User-agent: *\nDisallow: /api/\nDisallow: /sparql\nDisallow: /mcp\nDisallow: /paths?\nDisallow: /explore?\n"
                + "Disallow: /search?\nDisallow: /dump.\n\nSitemap: " + base.address() + "sitemap.xml\n";
    }

    private String openSearch() {
        String address = PageHead.escaped(base.address());
        return String.format(Locale.ROOT, """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>Clew</ShortName>
                  <Description>Claims made in podcasts and documents.</Description>
                  <InputEncoding>UTF-8</InputEncoding>
                  <Image width="16" height="16" type="image/svg+xml">%1$sfavicon.svg</Image>
                  <Url type="text/html" template="%1$ssearch?q={searchTerms}"/>
                  <Url type="application/atom+xml" template="%1$sfeeds/search.atom?q={searchTerms}"/>
                  <Url type="application/json" template="%1$sapi/search?q={searchTerms}"/>
                </OpenSearchDescription>
                """, address);
    }

    private String sitemap() {
        int parts = places.parts();
        if (parts <= 1) {
            return part(1);
        }
        String list = IntStream.rangeClosed(1, parts)
                .mapToObj(n ->
                        "<sitemap><loc>" + PageHead.escaped(base.address()) + "sitemap/" + n + "</loc></sitemap>\n")
                .collect(Collectors.joining());
        return document("sitemapindex", list);
    }

    private String part(int n) {
        if (n > Math.max(1, places.parts())) {
            throw new ClewException(ErrorCode.NOT_FOUND, "The list of pages has no part " + n + ".");
        }
        String list = places.part(n)
                .map(path -> "<url><loc>" + PageHead.escaped(base.address() + path) + "</loc></url>\n")
                .collect(Collectors.joining());
        return document("urlset", list);
    }

    private static String document(String element, String list) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + element + " xmlns=\"" + SITEMAPS + "\">\n" + list
                + "</" + element + ">\n";
    }
}
