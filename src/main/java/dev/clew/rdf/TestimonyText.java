package dev.clew.rdf;

import dev.clew.model.ClaimType;
import dev.clew.model.EdgeName;
import dev.clew.model.Enumerations;
import dev.clew.model.Evidence;
import dev.clew.model.Link;
import dev.clew.model.Reading;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.model.Testimony;
import dev.clew.model.Voice;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Testimonies as lines of text, a field between two tabs, empty where nothing is said.
 *
 * @param relations the relation types of this release
 */
record TestimonyText(Relations relations) {
    private static final int FIELDS = 13;

    static String write(Testimony testimony) {
        Evidence evidence = testimony.evidence();
        Reading reading = testimony.reading();
        return Stream.of(
                        testimony.edge().subject(),
                        testimony.edge().relation(),
                        testimony.edge().object(),
                        reading.subjectFraming(),
                        reading.objectFraming(),
                        reading.where(),
                        reading.period(),
                        testimony.stance().sign().symbol(),
                        testimony.stance().denied() ? "denied" : null,
                        evidence.id(),
                        evidence.source(),
                        evidence.voice() == null
                                ? null
                                : evidence.voice().origin().path(),
                        evidence.claimType() == null
                                ? null
                                : evidence.claimType().code())
                .map(field -> field == null ? "" : field)
                .collect(Collectors.joining("\t"));
    }

    Testimony read(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalStateException("The RDF store holds a testimony that is none: " + line);
        }
        EdgeName edge = new EdgeName(fields[0], fields[1], fields[2]);
        Reading reading = new Reading(given(fields[3]), given(fields[4]), given(fields[5]), given(fields[6]));
        Link.Stance stance = new Link.Stance(Sign.find(fields[7]).orElseThrow(), !fields[8].isEmpty());
        return new Testimony(edge, relations.require(fields[1]), reading, stance, evidence(fields));
    }

    private static Evidence evidence(String[] fields) {
        if (fields[11].isEmpty()) {
            return Evidence.fact(fields[9], fields[10]);
        }
        Voice voice = new Voice(RecordName.parse(fields[11]).orElseThrow());
        ClaimType type = Enumerations.find(ClaimType.class, fields[12]).orElseThrow();
        return Evidence.insight(fields[9], fields[10], voice, type);
    }

    private static @Nullable String given(String field) {
        return field.isEmpty() ? null : field;
    }
}
