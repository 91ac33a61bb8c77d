package dev.clew.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Links as curators write them. */
class LinkLineTest {
    private static final Relations RELATIONS = SeedWorld.RELATIONS;

    private static Link read(String line) {
        return LinkLine.parse(line).link(RELATIONS, name -> name);
    }

    @Test
    void theShortFormIsALinkWithTheSignOfItsRelation() {
        assertEquals(Link.of("compute", "enables", "sovereignty", Sign.PLUS), read("compute > enables > sovereignty"));
        assertEquals(Link.of("a", "weakens", "b", Sign.MINUS), read("  a>weakens>b "));
    }

    @Test
    void relationsAreKnownByLabelAliasAndInverseLabelToo() {
        assertEquals(read("chips > depends-on > power"), read("chips > Depends on > power"));
        for (RelationType type : RELATIONS.all()) {
            assertEquals(
                    read("a > " + type.id() + " > b"),
                    read("a > " + type.wording().label() + " > b"));
        }
        assertEquals(read("chips > depends-on > power"), read("power > is needed by > chips"));
    }

    @Test
    void everythingThatALinkMaySayIsWrittenAndReadBack() {
        Random random = new Random(7);
        List<String> words = List.of("compute", "2030", "a-b", "x");
        for (int i = 0; i < 2000; i++) {
            RelationType type =
                    RELATIONS.all().get(random.nextInt(RELATIONS.all().size()));
            Sign sign = random.nextBoolean() ? type.defaultSign() : Sign.ZERO;
            Scope scope = new Scope(
                    random.nextBoolean() ? words.get(random.nextInt(4)) : null,
                    random.nextBoolean() ? "2020/2025" : null,
                    random.nextBoolean() ? "if \"this\" > that; and \\ @x {y}\nso" : null);
            Link link = new Link(
                    new Link.End("compute", random.nextBoolean() ? "owned" : null),
                    type.id(),
                    new Link.End("2030", random.nextBoolean() ? "2020" : null),
                    new Link.Stance(sign, random.nextBoolean()),
                    scope);
            assertEquals(link, read(LinkLine.write(link, RELATIONS)));
        }
    }

    @Test
    void whatIsNoLinkIsRefusedWithTheWayToWriteOne() {
        for (String line : List.of(
                "", "compute", "a > b", "a > enables > b > weakens > c", "> enables > b", "a > enables > b @\"open")) {
            ClewException refused = assertThrows(ClewException.class, () -> read(line), line);
            assertTrue(refused.problems().getFirst().message().contains("compute > enables > sovereignty"), line);
        }
        assertThrows(ClewException.class, () -> read("a > loves > b"));
        assertThrows(ClewException.class, () -> read("a > enables > b @2020 @2021"));
        assertThrows(ClewException.class, () -> LinkLine.parse("a > enables > b" + " @x".repeat(1000)));
    }
}
