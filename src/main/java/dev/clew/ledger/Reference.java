package dev.clew.ledger;

import dev.clew.model.RecordName;
import dev.clew.ontology.RecordClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place where a record refers to another.
 *
 * @param path the field, such as {@code links[0].subject}
 * @param target the record referred to
 * @param allowed what it may be
 * @param framing the framing it must have; null when none is named
 */
record Reference(
        String path,
        RecordName target,
        Set<RecordClass> allowed,
        @Nullable String framing) {}
