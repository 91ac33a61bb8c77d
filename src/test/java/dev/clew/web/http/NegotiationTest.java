package dev.clew.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An {@code Accept} header decides as RFC 9110 says. */
class NegotiationTest {
    private static final List<String> OFFER =
            List.of("text/turtle", "application/ld+json", "application/n-triples", "text/html");

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|text/turtle",
                "*/*|text/turtle",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|text/html",
                "text/turtle;q=0.4, application/ld+json;q=0.6|application/ld+json",
                "text/*;q=0.5, text/html;q=0.1|text/turtle",
                "text/turtle;q=0, */*;q=0.1|application/ld+json",
                "Application/LD+JSON|application/ld+json",
                "application/n-triples;charset=utf-8;q=0.7|application/n-triples",
                "text/turtle;q=bad|text/turtle",
                "nonsense, text/html|text/html",
            })
    void chooses(String accept, String expected) {
        assertEquals(Optional.of(expected), Negotiation.choose(accept, OFFER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"image/png", "text/turtle;q=0,application/*;q=0,text/html;q=0.0", "/", "text/", ";q=1"})
    void nothingOnOfferIsSaidSo(String accept) {
        assertEquals(Optional.empty(), Negotiation.choose(accept, OFFER));
    }
}
