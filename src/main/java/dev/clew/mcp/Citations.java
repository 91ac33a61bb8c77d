package dev.clew.mcp;

import dev.clew.model.RecordName;
import dev.clew.model.Slug;
import dev.clew.ontology.Base;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the claims that an answer rests on, wherever they stand in it.
 *
 * @param base where records have their addresses
 */
record Citations(Base base) {
    /** The addresses of all claims named in an answer, in the order of their appearance. */
    List<String> in(@Nullable Object answer) {
        Set<String> found = new LinkedHashSet<>();
        collect(answer, found);
        return new ArrayList<>(found);
    }

    /** The addresses of all claims in a text with whole addresses. */
    List<String> inTriples(String text) {
        return Pattern.compile(Pattern.quote(base.address()) + "insight/[a-z0-9-]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private void collect(@Nullable Object node, Set<String> found) {
        if (node instanceof Map<?, ?> object) {
            claim(object, found);
            object.forEach((name, value) -> member(String.valueOf(name), value, found));
        } else if (node instanceof List<?> list) {
            list.forEach(each -> collect(each, found));
        } else if (node instanceof String text && text.startsWith(base.address() + "insight/")) {
            found.add(text.split("#", 2)[0]);
        }
    }

    private void member(String name, Object value, Set<String> found) {
        if (name.equals("evidence") && value instanceof List<?> ids) {
            ids.forEach(id -> add(id, found));
        }
        if (name.equals("insight")) {
            add(value instanceof Map<?, ?> insight ? insight.get("id") : value, found);
        }
        collect(value, found);
    }

    private void claim(Map<?, ?> object, Set<String> found) {
        if ("insight".equals(object.get("kind")) || "insight".equals(object.get("type"))) {
            add(object.get("id"), found);
        }
    }

    private void add(@Nullable Object id, Set<String> found) {
        if (id instanceof String text && Slug.isSlug(text)) {
            found.add(base.iri(RecordName.insight(text)));
        }
    }
}
