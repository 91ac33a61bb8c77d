package dev.clew.rdf;

/** Is told what an evaluation does, and ends it by throwing. Called very often by the evaluating thread. */
public interface Watch {
    /** One step of work that makes no row of its own, such as one triple looked at along a path. */
    void step();

    /** One more row is kept in memory until the evaluation ends. */
    void hold();
}
