package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the reference facts of the shipped library add up to. */
class ShippedFactsTest {
    private static final List<ClewRecord> LIBRARY = new ArrayList<>();

    /** A fact of a nation or a region with the entity that states it. */
    private record Stated(String subject, String relation, String object) {}

    @BeforeAll
    static void read() throws IOException {
        LIBRARY.addAll(ShippedLibrary.records(Base.DEFAULT));
    }

    private static Stream<Entity> entities() {
        return LIBRARY.stream()
                .filter(record -> record.name().type() == RecordType.ENTITY)
                .map(Entity.class::cast);
    }

    private static Stream<Stated> facts(String relation) {
        return entities()
                .filter(entity -> entity.kind() == EntityKind.NATION || entity.kind() == EntityKind.CONCEPT)
                .flatMap(entity ->
                        entity.facts().stream().map(fact -> new Stated(entity.id(), fact.relation(), fact.object())))
                .filter(fact -> fact.relation().equals(relation));
    }

    private static Map<String, Integer> objects(String relation) {
        return new TreeMap<>(facts(relation).collect(Collectors.toMap(Stated::object, fact -> 1, Integer::sum)));
    }

    @Test
    void everyGroupHasAllTheMembersThatItsSourceLists() {
        assertEquals(
                "{african-union=53, apec=19, arab-league=21, asean=11, aukus=3, brics=10, csto=6, eaeu=5,"
                        + " european-union=27, five-eyes=5, g20=19, g7=7, gcc=6, nato=32, nuclear-suppliers-group=48,"
                        + " oecd=38, opec=12, quad=4, sco=10, united-nations=193, usmca=3, wassenaar-arrangement=42}",
                objects("member-of").toString());
    }

    @Test
    void aBorderIsStatedByBothOfItsNations() {
        Set<Stated> borders = facts("borders").collect(Collectors.toSet());
        assertEquals(614, borders.size());
        assertTrue(borders.stream()
                .allMatch(
                        border -> borders.contains(new Stated(border.object(), border.relation(), border.subject()))));
        assertTrue(borders.contains(new Stated("france", "borders", "germany")));
    }

    @Test
    void everyNationLiesInOneRegionAndEveryRegionInOnePartOfTheWorld() {
        Set<String> nations = entities()
                .filter(entity -> entity.kind() == EntityKind.NATION)
                .map(Entity::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                List.copyOf(nations),
                facts("located-in").map(Stated::subject).sorted().toList());
        assertEquals(
                Set.of("africa", "americas", "asia", "europe", "oceania"),
                objects("part-of").keySet());
        assertEquals(
                objects("located-in").keySet(),
                facts("part-of").map(Stated::subject).collect(Collectors.toSet()));
    }

    @Test
    void everyNaturalResourceIsFoundSomewhere() {
        Map<String, Integer> found = objects("has-natural-resource");
        assertEquals(26, found.size());
        assertEquals(618, found.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(facts("has-natural-resource")
                .anyMatch(new Stated("bolivia", "has-natural-resource", "lithium")::equals));
    }

    @Test
    void everyEntityIsUsedByAnotherRecordOrStatesAFact() {
        Set<RecordName> used = LIBRARY.stream()
                .flatMap(record -> References.of(record).stream())
                .collect(Collectors.toSet());
        List<String> orphans = entities()
                .filter(entity -> entity.facts().isEmpty() && !used.contains(entity.name()))
                .map(Entity::id)
                .toList();
        assertEquals(List.of(), orphans);
    }

    @Test
    void theCountsOfTheReadmeAreThoseOfTheFiles() throws IOException {
        String readme = Files.readString(Path.of("data", "README.md"));
        for (Path file : ShippedLibrary.files()) {
            Map<String, Long> kinds = Files.readAllLines(file).stream()
                    .filter(line -> line.matches("<(insight|entity|source)/[a-z0-9-]+> \\{"))
                    .collect(
                            Collectors.groupingBy(line -> line.substring(1, line.indexOf('/')), Collectors.counting()));
            String row = "| `" + file.getFileName() + "` | " + kinds.getOrDefault("insight", 0L) + " | "
                    + kinds.getOrDefault("entity", 0L) + " | " + kinds.getOrDefault("source", 0L) + " |";
            assertTrue(readme.contains(row), "data/README.md lacks the row: " + row);
        }
        assertTrue(readme.contains(
                "| nation – member of → group | " + facts("member-of").count() + " |"));
        assertTrue(readme.contains(
                "| nation – borders → nation | " + facts("borders").count() + ", each"));
        assertTrue(readme.contains("| nation – has natural resource → resource | "
                + facts("has-natural-resource").count() + " |"));
    }
}
