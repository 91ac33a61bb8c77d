package dev.clew.rdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/**
 * A hash of a set of quads that does not depend on their order: the sums, each modulo 2⁶⁴, of the four parts of every
 * quad's SHA-256 (the AdHash construction of Bellare and Micciancio, 1997), and how many quads there are.
 */
final class Fingerprint {
    private final MessageDigest digest;
    private final long[] sums = new long[4];
    private long quads;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }

    /** The fingerprint of these quads, of which each comes once. */
    static String of(Iterator<Quad> quads) {
        Fingerprint fingerprint = new Fingerprint();
        quads.forEachRemaining(fingerprint::add);
        return fingerprint.text();
    }

    private void add(Quad quad) {
        String line = String.join(
                " ",
                NodeFmtLib.strNT(quad.getGraph()),
                NodeFmtLib.strNT(quad.getSubject()),
                NodeFmtLib.strNT(quad.getPredicate()),
                NodeFmtLib.strNT(quad.getObject()));
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < sums.length; i++) {
            sums[i] += hash.getLong();
        }
        quads++;
    }

    private String text() {
        StringBuilder text = new StringBuilder().append(quads).append(" quads ");
        for (long sum : sums) {
            text.append(Long.toHexString(sum)).append('.');
        }
        return text.toString();
    }
}
