package dev.clew.sparql;

/** What a query is made of that costs more than its length tells, each with the most of it that one query may have. */
enum QueryPart {
    /** Each of these is matched, and their order is tried out. */
    TRIPLE_PATTERNS("triple patterns", 500),
    /** Each is evaluated on its own. */
    UNION_BRANCHES("branches of UNION", 100),
    /** Each is a join of its own. */
    OPTIONALS("parts in OPTIONAL", 50),
    /** Each is a join of its own. */
    MINUSES("parts in MINUS", 20),
    /** Each is evaluated for every row. */
    EXISTS("parts in EXISTS", 20),
    /** The engine rewrites each twice, and so the innermost twice as often with each step inwards. */
    EXISTS_DEPTH("levels of EXISTS within EXISTS", 3),
    /** Each is evaluated on its own. */
    SUB_SELECTS("sub-selects", 30),
    /** Each may make its value of those before. */
    EXPRESSIONS("expressions named by AS", 100),
    /** Each is tried on every row. */
    FILTERS("filters", 100),
    /** Each collects on its own. */
    AGGREGATES("aggregates", 50),
    /** Each is a value to join with. */
    VALUES_CELLS("values in VALUES", 10_000),
    /** Each is a list to compare every row with. */
    LIST_ITEMS("items of IN", 2_000),
    /** Each is a look at the store for every step of a path. */
    PATH_STEPS("steps and alternatives in property paths", 100),
    /** A repetition of a repetition runs the inner one from every place that the outer one reaches. */
    PATH_REPETITIONS("levels of repetition within repetition in a property path", 2),
    /** Each is looked for in every graph. */
    GRAPHS("parts in GRAPH", 20);

    private final String called;
    private final int limit;

    QueryPart(String called, int limit) {
        this.called = called;
        this.limit = limit;
    }

    /** Its name in sentences. */
    String called() {
        return called;
    }

    /** Most of it in one query. */
    int limit() {
        return limit;
    }
}
