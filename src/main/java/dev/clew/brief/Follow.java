package dev.clew.brief;

import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import dev.clew.model.Slug;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader follows.
 *
 * @param kind in which part of a claim it is looked for
 * @param id of the entity, relation or source
 */
public record Follow(Kind kind, String id) {
    /** Most things that one reader follows. */
    public static final int LIMIT = 200;

    /** In which part of a claim something followed is looked for. */
    public enum Kind {
        /** A thing that the claim is about: linked, counted, filed under or mentioned. */
        ENTITY,
        /** The relation of a link. */
        RELATION,
        /** What it is filed under. */
        TOPIC,
        /** Who believes it. */
        HOLDER,
        /** Who says it. */
        SPEAKER,
        /** The podcast, or the source of a claim that belongs to none. */
        PODCAST;

        /** The written form, such as {@code topic}. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /** Checks the id. */
    public Follow {
        Slug.check("follow", id);
    }

    /**
     * Reads the written form: an entity's id such as {@code compute}, or a kind before it such as {@code holder:white-house}.
     *
     * @throws ClewException (bad-request) saying what is expected
     */
    public static Follow parse(String written) {
        int colon = written.indexOf(':');
        String kind = colon < 0 ? Kind.ENTITY.code() : written.substring(0, colon);
        String id = written.substring(colon + 1);
        if (!Slug.isSlug(id)) {
            throw refused(written);
        }
        return new Follow(Enumerations.find(Kind.class, kind).orElseThrow(() -> refused(written)), id);
    }

    private static ClewException refused(String written) {
        String kinds = Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", "));
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "follow is '" + written + "': give the id of an entity, such as compute, or one of " + kinds
                        + " with a colon and an id behind it, such as holder:white-house.");
    }

    /** The written form. */
    public String written() {
        return kind == Kind.ENTITY ? id : kind.code() + ":" + id;
    }

    /** The record that is followed; empty for a relation, which is part of a release. */
    Optional<RecordName> record() {
        return switch (kind) {
            case RELATION -> Optional.empty();
            case PODCAST -> Optional.of(RecordName.source(id));
            default -> Optional.of(RecordName.entity(id));
        };
    }

    /** Where a thing that was merged is followed, the one that stands for it. */
    public Follow through(Redirects redirects) {
        boolean isThing = kind != Kind.RELATION && kind != Kind.PODCAST;
        return isThing ? new Follow(kind, redirects.survivor(id)) : this;
    }

    /** Everything by which a claim can be followed. */
    static Set<Follow> of(Insight insight, String podcast) {
        Set<Follow> all = new LinkedHashSet<>();
        insight.entities().forEach(id -> all.add(new Follow(Kind.ENTITY, id)));
        insight.links().stream().map(Link::relation).forEach(id -> all.add(new Follow(Kind.RELATION, id)));
        insight.subjects().topics().forEach(id -> all.add(new Follow(Kind.TOPIC, id)));
        add(all, Kind.HOLDER, insight.belief().holder());
        add(all, Kind.SPEAKER, insight.belief().speaker());
        add(all, Kind.PODCAST, podcast);
        return all;
    }

    private static void add(Set<Follow> all, Kind kind, @Nullable String id) {
        if (id != null) {
            all.add(new Follow(kind, id));
        }
    }

    /** Those of some written ones that differ, in their order. */
    public static List<Follow> all(List<String> written) {
        return written.stream().map(Follow::parse).distinct().toList();
    }
}
