package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.RecordName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** The triples of one record while they are being made. */
final class Statements {
    private static final int HASH_HEX_DIGITS = 12;

    private final Base base;
    private final String recordIri;
    private final Set<Triple> triples = new LinkedHashSet<>();
    private final Set<String> fragments = new HashSet<>();

    Statements(Base base, RecordName name) {
        this.base = base;
        this.recordIri = base.iri(name);
    }

    Set<Triple> triples() {
        return triples;
    }

    Subject record() {
        return new Subject(this, NodeFactory.createURI(recordIri));
    }

    /**
     * A part of the record, addressed by a hash of its identity.
     *
     * @throws ClewException (invalid) when the record has a part of that address already
     */
    Subject part(String word, String identity) {
        String fragment = word + "-" + hash(identity);
        if (!fragments.add(fragment)) {
            throw ClewException.invalid(word, "repeats another part of this record: keep one of them", identity);
        }
        return new Subject(this, NodeFactory.createURI(recordIri + "#" + fragment));
    }

    /** A part of the record, addressed by its own id. */
    Subject namedPart(String word, String id) {
        return new Subject(this, NodeFactory.createURI(recordIri + "#" + word + "-" + id));
    }

    Node insight(String id) {
        return NodeFactory.createURI(base.iri(RecordName.insight(id)));
    }

    Node entity(String id) {
        return NodeFactory.createURI(base.iri(RecordName.entity(id)));
    }

    Node source(String id) {
        return NodeFactory.createURI(base.iri(RecordName.source(id)));
    }

    Node framing(String entityId, String framingId) {
        return NodeFactory.createURI(base.iri(RecordName.entity(entityId)) + "#framing-" + framingId);
    }

    void add(Node subject, Node predicate, Node object) {
        triples.add(Triple.create(subject, predicate, object));
    }

    /** First 12 hexadecimal digits of the SHA-256 of the text in UTF-8. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_HEX_DIGITS);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }
}
