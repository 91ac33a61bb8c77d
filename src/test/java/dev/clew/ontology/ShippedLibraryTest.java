package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityCodes;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedLibraryTest {
    private static final RecordRdf RDF = new RecordRdf(Base.DEFAULT);
    private static final CanonicalText TEXT = new CanonicalText(Base.DEFAULT);
    private static final Map<RecordName, ClewRecord> LIBRARY = new TreeMap<>();
    private static final Map<RecordName, RecordClass> KINDS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (ClewRecord record : ShippedLibrary.records(Base.DEFAULT)) {
            assertEquals(null, LIBRARY.put(record.name(), record), record.name() + " ships twice");
            KINDS.put(record.name(), RecordClass.of(record));
        }
    }

    @Test
    void everyRecordComesBackFromItsGraphAndItsText() {
        for (ClewRecord record : LIBRARY.values()) {
            assertEquals(record, RDF.record(record.name(), RDF.graph(record)));
            assertEquals(record, RDF.record(record.name(), TEXT.read(TEXT.write(RDF.triples(record)))));
        }
    }

    @Test
    void everyRecordIsValidUnderTheShapes() {
        ShapeValidator validator = new ShapeValidator(RDF);
        List<String> problems = new ArrayList<>();
        for (ClewRecord record : LIBRARY.values()) {
            Map<RecordName, RecordClass> kinds = new HashMap<>(KINDS);
            kinds.keySet().retainAll(References.of(record));
            validator.validate(record, kinds).forEach(problem -> problems.add(record.name() + " " + problem));
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void everyMeaningThatALinkNamesIsAFramingOfItsEntity() {
        Set<String> unknown = new TreeSet<>();
        for (ClewRecord record : LIBRARY.values()) {
            if (record instanceof Insight insight) {
                insight.links()
                        .forEach(link -> List.of(link.subject(), link.object())
                                .forEach(end -> addIfUnknown(unknown, record, end)));
            }
        }
        assertEquals(Set.of(), unknown);
    }

    private static void addIfUnknown(Set<String> unknown, ClewRecord record, Link.End end) {
        Entity entity = (Entity) LIBRARY.get(RecordName.entity(end.entity()));
        if (end.framing() != null && entity.framing(end.framing()).isEmpty()) {
            unknown.add(record.id() + ": " + end);
        }
    }

    @Test
    void theNationsAreTheMembersOfTheUnitedNations() {
        List<Entity> nations = LIBRARY.values().stream()
                .filter(record -> record.name().type() == RecordType.ENTITY)
                .map(Entity.class::cast)
                .filter(entity -> RecordClass.of(entity) == RecordClass.NATION)
                .filter(entity -> entity.source().equals("countries-dataset"))
                .toList();
        assertEquals(193, nations.size());
        assertEquals(
                193,
                nations.stream()
                        .map(nation -> nation.codes().isoAlpha2())
                        .distinct()
                        .count());
        assertEquals(
                193,
                nations.stream()
                        .map(nation -> nation.codes().sameAs())
                        .distinct()
                        .count());
        Entity france = (Entity) LIBRARY.get(RecordName.entity("france"));
        assertEquals(
                new EntityCodes("FR", "FRA", "250", List.of("http://www.wikidata.org/entity/Q142")), france.codes());
    }
}
