package dev.clew.ontology;

import org.apache.jena.sys.JenaSystem;

/** The library that holds and reads RDF here, whose classes must all be initialised by one thread before others use any. */
public final class Jena {
    private Jena() {}

    /**
     * Returns when the library is ready; half a second at the first call of a process, nothing later. Left to its first
     * uses, two threads that meet there wait for each other's classes for ever, or read what is half made.
     *
     * @see <a href="https://github.com/apache/jena/issues/2787">apache/jena, issue 2787</a>
     */
    public static synchronized void ready() {
        JenaSystem.init();
    }
}
