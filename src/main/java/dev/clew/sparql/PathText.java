package dev.clew.sparql;

/** Queries for paths, as text that a reader can take away and change. */
public final class PathText {
    private PathText() {}

    /**
     * The query that gives the same paths as the REST call with these parameters.
     *
     * @param from the address of the first entity
     * @param to the address of the last
     * @param parameters the call's other parameters, as they stand in its address
     */
    public static String query(String from, String to, String parameters) {
        return PathFunction.query(from, to, parameters);
    }
}
