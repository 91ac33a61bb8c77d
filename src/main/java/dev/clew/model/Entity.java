package dev.clew.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A thing claims are about; where links are causal, a thing that can be more or less.
 *
 * @param id its slug
 * @param kind what sort of thing
 * @param naming label, aliases, definition
 * @param codes how other systems name it
 * @param framings the meanings that holders give the word, by local id
 * @param facts what reference sources state of it
 * @param source the id of the source of this record's own statements
 * @param note an editor's remark; null when there is none
 */
public record Entity(
        String id,
        EntityKind kind,
        EntityNaming naming,
        EntityCodes codes,
        List<Framing> framings,
        List<Fact> facts,
        String source,
        @Nullable String note)
        implements ClewRecord {
    /** Checks id, lists and note; refuses two framings of one id. */
    public Entity {
        Slug.check("id", id);
        Slug.check("source", source);
        framings = Identities.ordered(Checks.list("framings", framings, Limits.LIST), Framing::id);
        facts = Identities.ordered(Checks.list("facts", facts, Limits.FACTS), Fact::identity);
        Checks.optionalText("note", note, Limits.NOTE_CHARACTERS);
        Set<String> framingIds = new HashSet<>();
        for (Framing framing : framings) {
            if (!framingIds.add(framing.id())) {
                throw ClewException.invalid("framings", "names one framing twice: remove one", framing.id());
            }
        }
    }

    @Override
    public RecordName name() {
        return RecordName.entity(id);
    }

    @Override
    public String headline() {
        return naming.label();
    }

    /** The framing with this local id. */
    public Optional<Framing> framing(String framingId) {
        return framings.stream()
                .filter(framing -> framing.id().equals(framingId))
                .findFirst();
    }
}
