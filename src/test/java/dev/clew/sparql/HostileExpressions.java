package dev.clew.sparql;

import dev.clew.sparql.HostileQueries.Hostile;
import java.util.ArrayList;
import java.util.List;

/** Those of the hostile queries whose harm is in one expression: patterns without end, and texts and numbers that grow. */
final class HostileExpressions {
    private final List<Hostile> all = new ArrayList<>();

    private HostileExpressions() {}

    static List<Hostile> all() {
        HostileExpressions queries = new HostileExpressions();
        queries.matchForEver();
        queries.growTexts();
        queries.growNumbers();
        return queries.all;
    }

    private void add(String name, String query) {
        all.add(new Hostile(name, query));
    }

    private void matchForEver() {
        String aaa = "a".repeat(5_000) + "!";
        List<String> patterns = List.of(
                "(a+)+$",
                "(a*)*$",
                "((a+)+)+$",
                "(a+){10}$",
                "(a|a)*$",
                "(a|aa)+$",
                "(a|a|a|a|a)*$",
                "(.*)*x",
                "(.*a){20}",
                "(.*.*)+x",
                "([a-z]+)*$",
                "(\\\\w+\\\\s?)*$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(?:a+)+$",
                "(a?){50}a{50}",
                "a*a*a*a*a*a*a*a*a*a*b",
                ".*.*.*.*.*.*.*.*=.*",
                "(.)*(.)*(.)*(.)*(.)*b",
                "(a{1,1000}){1,1000}",
                "((a{0,1000}){0,1000}){0,1000}");
        for (String pattern : patterns) {
            add("the pattern " + pattern, "SELECT (REGEX(\"" + aaa + "\", \"" + pattern + "\") AS ?x) {}");
        }
        add("a pattern put together", "SELECT (REGEX(\"" + aaa + "\", CONCAT(\"(a\", \"+)+$\")) AS ?x) {}");
        add("a replacing pattern", "SELECT (REPLACE(\"" + aaa + "\", \"(a+)+$\", \"b\") AS ?x) {}");
        add("a replacing pattern of alternatives", "SELECT (REPLACE(\"" + aaa + "\", \"(a|aa)+$\", \"b\") AS ?x) {}");
        add("a long pattern", "SELECT (REGEX(\"a\", \"" + "a?".repeat(20_000) + "\") AS ?x) {}");
        add("a deep pattern", "SELECT (REGEX(\"a\", \"" + HostileQueries.nested(300, "(", "a", ")") + "\") AS ?x) {}");
        add(
                "a pattern for every row",
                "SELECT * { ?s ?p ?o . ?x ?y ?z FILTER REGEX(CONCAT(STR(?o), STR(?z)), \"(a|aa|.)*$$x\") }");
        add("patterns out of the data", "SELECT * { ?s ?p ?o . ?x ?y ?z FILTER REGEX(STR(?o), STR(?z)) }");
        add(
                "a long text",
                "SELECT * { BIND(\"" + "a".repeat(30_000)
                        + "\" AS ?a) BIND(CONCAT(?a,?a,?a,?a,?a) AS ?b) FILTER REGEX(?b, \"(a|b)*c\") }");
        add("a deep match", "SELECT (REGEX(\"" + "ab".repeat(20_000) + "\", \"^(a|b|c)*$\") AS ?x) {}");
        add("back references", "SELECT (REGEX(\"" + aaa + "\", \"^(a*)(a*)(a*)\\\\1\\\\2\\\\3b\") AS ?x) {}");
    }

    private void growTexts() {
        String doubled = HostileQueries.repeat(40, i -> "BIND(CONCAT(?x" + i + ", ?x" + i + ") AS ?x" + (i + 1) + ")");
        add("doubling CONCAT", "SELECT (STRLEN(?x40) AS ?n) { BIND(\"aaaaaaaa\" AS ?x0) " + doubled + " }");
        add("doubling CONCAT of each row", "SELECT * { ?s ?p ?x0 " + doubled + " }");
        add(
                "doubling CONCAT in sub-selects",
                "SELECT * { "
                        + HostileQueries.nested(
                                20, "{ SELECT (CONCAT(?x, ?x) AS ?x) { ", "VALUES ?x { \"aaaaaaaa\" }", " } }")
                        + " }");
        add("doubling CONCAT of other names", "SELECT ?x25 { " + doublingSelects(25) + " }");
        add(
                "nested CONCAT",
                "SELECT (" + HostileQueries.nested(20, "CONCAT(?x,?x,?x,?x,", "?x", ")") + " AS ?y) { VALUES ?x { \""
                        + "a".repeat(50_000) + "\" } }");
        add(
                "doubling REPLACE",
                "SELECT (" + HostileQueries.nested(25, "REPLACE(", "\"aaaa\"", ", \"a\", \"aa\")") + " AS ?y) {}");
        add(
                "REPLACE by a group",
                "SELECT (" + HostileQueries.nested(25, "REPLACE(", "\"aaaa\"", ", \"(.+)\", \"$1$1$1$1\")")
                        + " AS ?y) {}");
        add(
                "nested ENCODE_FOR_URI",
                "SELECT (" + HostileQueries.nested(40, "ENCODE_FOR_URI(", "\"%%%%%%%%\"", ")") + " AS ?y) {}");
        add("GROUP_CONCAT of all", "SELECT (GROUP_CONCAT(?c) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        add(
                "GROUP_CONCAT of all distinct",
                "SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?c), STR(?f), STR(?i))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        add(
                "GROUP_CONCAT with a long separator",
                "SELECT (GROUP_CONCAT(?c; SEPARATOR=\"" + "x".repeat(90_000) + "\") AS ?x) { ?a ?b ?c . ?d ?e ?f }");
        add(
                "a long text for each row",
                "SELECT * { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(\"" + "x".repeat(90_000)
                        + "\", STR(?c)) AS ?x) } ORDER BY ?x");
        add(
                "a long text in each triple",
                "CONSTRUCT { ?a ?b ?x } { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(\"" + "x".repeat(90_000)
                        + "\", STR(?c), STR(?f)) AS ?x) }");
        add(
                "digests of long texts",
                "SELECT (SHA512(CONCAT(STR(?c), \"" + "x".repeat(90_000) + "\")) AS ?x) { ?a ?b ?c . ?d ?e ?f }");
        add(
                "addresses out of texts",
                "SELECT (IRI(CONCAT(\"urn:\", STR(?c), \"" + "x".repeat(90_000)
                        + "\")) AS ?x) { ?a ?b ?c . ?d ?e ?f }");
    }

    private static String doublingSelects(int times) {
        String inside = "VALUES ?x0 { \"aaaaaaaa\" }";
        for (int i = 0; i < times; i++) {
            inside = "{ SELECT (CONCAT(?x" + i + ", ?x" + i + ") AS ?x" + (i + 1) + ") { " + inside + " } }";
        }
        return inside;
    }

    private void growNumbers() {
        String squares = HostileQueries.repeat(40, i -> "BIND(?x" + i + " * ?x" + i + " AS ?x" + (i + 1) + ")");
        add("a tower of integers", "SELECT ?x40 { BIND(9999999999 AS ?x0) " + squares + " }");
        add("a tower of decimals", "SELECT ?x40 { BIND(99999.99999 AS ?x0) " + squares + " }");
        add("a tower of doubles", "SELECT ?x40 { BIND(1e300 AS ?x0) " + squares + " }");
        add("a long integer", "SELECT (" + "9".repeat(90_000) + " * 2 AS ?x) {}");
        add(
                "a long integer made of a text",
                "SELECT (<http://www.w3.org/2001/XMLSchema#integer>(\"" + "9".repeat(90_000) + "\") * 2 AS ?x) {}");
        add("a long decimal", "SELECT (0." + "3".repeat(90_000) + " * 3 AS ?x) {}");
        add("a long decimal divided", "SELECT (0." + "3".repeat(90_000) + " / 7 AS ?x) {}");
        add(
                "a huge exponent",
                "SELECT (1e999999999 AS ?x) (<http://www.w3.org/2001/XMLSchema#decimal>(1e999999999) AS ?y) {}");
        add("a huge exponent as integer", "SELECT (<http://www.w3.org/2001/XMLSchema#integer>(1e308) * 2 AS ?y) {}");
        add(
                "rounding a long decimal",
                "SELECT (ROUND(0." + "3".repeat(90_000) + ") AS ?x) (CEIL(0." + "3".repeat(90) + ") AS ?y) {}");
        add(
                "a sum of long integers",
                "SELECT (SUM(?x) AS ?y) { ?a ?b ?c . ?d ?e ?f BIND(" + "9".repeat(80_000) + " AS ?x) }");
        add(
                "an average of long integers",
                "SELECT (AVG(?x) AS ?y) { ?a ?b ?c . ?d ?e ?f BIND(" + "9".repeat(80_000) + " AS ?x) }");
        add("a bad number", "SELECT (\"1e999999999\"^^<http://www.w3.org/2001/XMLSchema#decimal> * 2 AS ?x) {}");
        add(
                "a far day",
                "SELECT (YEAR(\"999999999-01-01T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>) AS ?x) {}");
        add(
                "a deep SUBSTR",
                "SELECT (" + HostileQueries.nested(50, "SUBSTR(", "\"" + "x".repeat(50_000) + "\"", ", 2)")
                        + " AS ?y) {}");
        add("a SUBSTR far out", "SELECT (SUBSTR(\"abc\", -9999999999, 99999999999999) AS ?y) {}");
    }
}
