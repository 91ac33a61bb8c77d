package dev.clew.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Queries that mean harm, each under the name of what it tries: to reach out, to hang the parser, the optimiser, one
 * expression or one path, or to fill the memory.
 */
public final class HostileQueries {
    private static final String CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l";
    private static final String PREFIX =
            "PREFIX clew: <https://w3id.org/clew/ontology#> PREFIX rel: <https://w3id.org/clew/relation/> ";

    private final List<Hostile> all = new ArrayList<>();

    private HostileQueries() {}

    /**
     * One of them.
     *
     * @param name what it tries
     * @param query its text
     */
    public record Hostile(String name, String query) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them; {@code target} is an address at which somebody listens. */
    public static List<Hostile> all(String target) {
        HostileQueries queries = new HostileQueries();
        queries.reachOut(target);
        queries.hangTheParser();
        queries.hangTheOptimiser();
        queries.multiplyRows();
        queries.walkForEver();
        queries.fillTheMemory();
        queries.all.addAll(HostileExpressions.all());
        return List.copyOf(queries.all);
    }

    /** Those that cost most of what is let through: for load. */
    public static List<String> worst() {
        return List.of(
                "SELECT (COUNT(*) AS ?n) { " + CROSS + " }",
                "SELECT (COUNT(*) AS ?n) { ?s (<urn:p>|!<urn:p>)* ?o }",
                "SELECT * { VALUES ?x { " + values(3_000) + " } VALUES ?y { " + values(3_000)
                        + " } FILTER(?x = ?y + 1) }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?x ?y ?z FILTER(REGEX(CONCAT(STR(?o), STR(?z)), \"(a|aa|aaa|b|.)*$$x\")) }",
                "SELECT DISTINCT ?a ?d ?g { " + CROSS + " } ORDER BY ?a");
    }

    private void add(String name, String query) {
        all.add(new Hostile(name, query));
    }

    private void each(String name, List<String> queries) {
        for (int i = 0; i < queries.size(); i++) {
            add(name + ", form " + (i + 1), queries.get(i));
        }
    }

    static String repeat(int times, IntFunction<String> part) {
        return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining(" "));
    }

    private static String values(int count) {
        return repeat(count, Integer::toString);
    }

    static String nested(int levels, String open, String inside, String close) {
        return open.repeat(levels) + inside + close.repeat(levels);
    }

    private void reachOut(String target) {
        List<String> templates = List.of(
                "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
                "SELECT * { VALUES ?where { <%s> } SERVICE ?where { ?s ?p ?o } }",
                "SELECT * { OPTIONAL { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } } }",
                "SELECT * { ?s ?p ?o MINUS { SERVICE <%s> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
                "SELECT (EXISTS { SERVICE <%s> { ?s ?p ?o } } AS ?x) {}",
                "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <%s> { ?a ?b ?c } })",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <%s> { ?a ?b ?c } })",
                "SELECT (SUM(IF(EXISTS { SERVICE <%s> { ?a ?b ?c } }, 1, 2)) AS ?n) { ?s ?p ?o }",
                "CONSTRUCT { ?s ?p ?o } { SERVICE <%s> { ?s ?p ?o } }",
                "DESCRIBE ?s { SERVICE <%s> { ?s ?p ?o } }",
                "SELECT * FROM <%s> { ?s ?p ?o }",
                "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { SERVICE <loop:> { ?s ?p ?o } }",
                "SELECT * { SERVICE <cache:> { SERVICE <%s> { ?s ?p ?o } } }",
                "LOAD <%s>",
                "LOAD SILENT <%s> INTO GRAPH <urn:x>");
        each(
                "reach another server",
                templates.stream().map(each -> each.replace("%s", target)).toList());
        each(
                "read a file",
                List.of(
                        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
                        "SELECT * FROM <FILE:///etc/passwd> { ?s ?p ?o }",
                        "SELECT * FROM <jar:file:/tmp/a.jar!/x> { ?s ?p ?o }",
                        "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
                        "LOAD <file:///etc/passwd>"));
        each(
                "run code",
                List.of(
                        "SELECT (<java:java.lang.System.getProperties>() AS ?x) {}",
                        "SELECT (<JAVA:java.lang.System>() AS ?x) {}",
                        "SELECT * { ?s <java:dev.clew.Anything> ?o }",
                        "SELECT (CALL(<java:a.B>) AS ?x) {}",
                        "SELECT (SUM(<java:a.B>(?o)) AS ?n) { ?s ?p ?o }",
                        "SELECT (<http://jena.apache.org/ARQ/js#run>() AS ?x) {}",
                        "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?x) {}",
                        "SELECT (<http://jena.hpl.hp.com/ARQ/function#sha1sum>(\"a\") AS ?x) {}",
                        "SELECT (<http://www.w3.org/2005/xpath-functions#concat>(\"a\") AS ?x) {}",
                        "SELECT * { ?x <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }",
                        "SELECT * { ?x <http://jena.apache.org/ARQ/list#member> ?y }",
                        "SELECT * { ?x <http://jena.apache.org/ARQ/property#versionARQ> ?y }",
                        "SELECT * { ?x <http://jena.apache.org/text#query> \"a\" }",
                        "JSON { \"s\": ?s } WHERE { ?s ?p ?o }",
                        "SELECT * { LET (?x := 1) }",
                        "SELECT * { UNFOLD(?x AS ?y) }",
                        "SELECT * { LATERAL { ?s ?p ?o } }",
                        "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
                        "SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }",
                        "INSERT DATA { <a> <b> <c> }",
                        "DELETE WHERE { ?s ?p ?o }",
                        "DROP ALL"));
    }

    private void hangTheParser() {
        add("a long comment", "#" + "x".repeat(8_000_000) + "\nSELECT * {}");
        add("a comment of the full length", "#" + "x".repeat(99_900) + "\nSELECT * {}");
        add("a long string", "SELECT (\"" + "x".repeat(99_000) + "\" AS ?x) {}");
        add("an unclosed string", "SELECT (\"" + "x".repeat(99_000));
        add("an unclosed long string", "SELECT (\"\"\"" + "\"\" ".repeat(30_000));
        add("deep groups", "SELECT * " + nested(5_000, "{", "", "}"));
        add("deep groups within the bounds", "SELECT * " + nested(59, "{", "", "}"));
        add("unclosed groups", "SELECT * " + "{".repeat(90_000));
        add("deep brackets", "SELECT (" + nested(5_000, "(", "1", ")") + " AS ?x) {}");
        add("deep blank nodes", "SELECT * { ?s ?p " + nested(5_000, "[ <p> ", "1", "]") + " }");
        add("deep lists", "SELECT * { ?s ?p " + nested(5_000, "( ", "1", ")") + " }");
        add("deep triple terms", "SELECT * { ?s ?p " + nested(3_000, "<<( <a> <b> ", "<c>", ")>>") + " }");
        add("deep reified triples", "SELECT * { ?s ?p " + nested(900, "<< <a> <b> ", "<c>", " >>") + " }");
        add("reified triples within the bounds", "SELECT * { ?s ?p " + nested(200, "<< <a> <b> ", "<c>", " >>") + " }");
        add("many negations", "SELECT (" + "!".repeat(50_000) + "true AS ?x) {}");
        add("many minus signs", "SELECT (" + "- ".repeat(40_000) + "1 AS ?x) {}");
        add("a long sum", "SELECT (" + "1+".repeat(40_000) + "1 AS ?x) {}");
        add("a sum within the bounds", "SELECT (" + "1 + ".repeat(990) + "1 AS ?x) {}");
        add("a long conjunction", "SELECT * { ?s ?p ?o FILTER(" + "?o && ".repeat(10_000) + "true) }");
        add("a conjunction within the bounds", "SELECT * { ?s ?p ?o FILTER(" + "true && ".repeat(490) + "true) }");
        add("a long path", "SELECT * { ?s " + "<p>/".repeat(20_000) + "<p> ?o }");
        add("a long inverse path", "SELECT * { ?s " + "^".repeat(20_000) + "<p> ?o }");
        add("deep functions", "SELECT (" + nested(5_000, "STR(", "1", ")") + " AS ?x) {}");
        add("deep conditions", "SELECT (" + nested(5_000, "IF(true,", "1", ",2)") + " AS ?x) {}");
        add("deep sub-selects", "SELECT * { " + nested(1_000, "{ SELECT * { ", "?s ?p ?o", " } }") + " }");
        add("deep EXISTS", "SELECT * { " + nested(1_000, "FILTER EXISTS { ?s ?p ?o ", "", "}") + " }");
        add("many prefixes", repeat(3_000, i -> "PREFIX p" + i + ": <urn:" + i + ">") + " SELECT * {}");
        add("escapes", "SELECT (\"" + "\\u0041".repeat(16_000) + "\" AS ?x) {}");
        add("escapes that become brackets", "SELECT * " + "\\u007B".repeat(5_000) + "\\u007D".repeat(5_000));
        add("nothing", " ");
        add("no query", "\u0000\u0001\uFFFF");
        add("half a surrogate", "SELECT (\"\uD800\" AS ?x) {}");
    }

    private void hangTheOptimiser() {
        add("20 nested EXISTS", "SELECT * { ?s ?p ?o " + nested(20, "FILTER EXISTS { ?s ?p ?o ", "", "}") + " }");
        add(
                "20 nested NOT EXISTS",
                "SELECT * { ?s ?p ?o " + nested(20, "FILTER NOT EXISTS { ?s ?p ?o ", "", "}") + " }");
        add("3 nested EXISTS", "SELECT * { ?s ?p ?o " + nested(3, "FILTER EXISTS { ?s ?p ?o ", "", "}") + " }");
        add(
                "EXISTS named by BIND",
                "SELECT * { ?s ?p ?o " + nested(12, "BIND(EXISTS { ?s ?p ?o ", "", "} AS ?x)") + " }");
        add("20 EXISTS", "SELECT * { ?s ?p ?o " + "FILTER EXISTS { ?s ?p ?o } ".repeat(20) + " }");
        add("1000 EXISTS", "SELECT * { ?s ?p ?o " + "FILTER EXISTS { ?s ?p ?o } ".repeat(1_000) + " }");
        add("20 nested OPTIONAL", "SELECT * { ?s ?p ?o " + nested(20, "OPTIONAL { ?s ?p ?o ", "", "}") + " }");
        add("50 nested OPTIONAL", "SELECT * { ?s ?p ?o " + nested(50, "OPTIONAL { ?s ?p ?o ", "", "}") + " }");
        add(
                "50 OPTIONAL in a row",
                "SELECT * { ?s ?p ?o " + repeat(50, i -> "OPTIONAL { ?s ?p" + i + " ?o" + i + " }") + " }");
        add("1000 OPTIONAL", "SELECT * { ?s ?p ?o " + "OPTIONAL { ?s ?p ?o } ".repeat(1_000) + " }");
        add("100 UNION", "SELECT * { { ?s ?p ?o } " + "UNION { ?s ?p ?o } ".repeat(99) + " }");
        add("3000 UNION", "SELECT * { { ?s ?p ?o } " + "UNION { ?s ?p ?o } ".repeat(3_000) + " }");
        add("nested UNION", "SELECT * { " + nested(40, "{ ?s ?p ?o } UNION { ", "?s ?p ?o", " }") + " }");
        add("UNION times UNION", "SELECT * { " + "{ { ?s ?p ?o } UNION { ?o ?p ?s } } ".repeat(40) + " }");
        add("20 MINUS", "SELECT * { ?s ?p ?o " + "MINUS { ?s ?p ?x } ".repeat(20) + " }");
        add("1000 MINUS", "SELECT * { ?s ?p ?o " + "MINUS { ?s ?p ?x } ".repeat(1_000) + " }");
        add("nested MINUS", "SELECT * { ?s ?p ?o " + nested(20, "MINUS { ?s ?p ?o ", "", "}") + " }");
        add(
                "disjunctions of filters",
                "SELECT * { ?s ?p ?o " + repeat(30, i -> "FILTER(?p = <urn:a" + i + "> || ?p = <urn:b" + i + ">)")
                        + " }");
        add(
                "a disjunction of 400",
                "SELECT * { ?s ?p ?o FILTER(" + repeat(400, i -> "?p = <urn:" + i + "> ||") + " false) }");
        add(
                "lists of IN",
                "SELECT * { ?s ?p ?o " + repeat(30, i -> "FILTER(?p IN (<urn:a" + i + ">, <urn:b" + i + ">))") + " }");
        add("an IN of 2000", "SELECT * { ?s ?p ?o FILTER(?o IN (" + "1,".repeat(1_999) + "1)) }");
        add("an IN of 40000", "SELECT * { ?s ?p ?o FILTER(?o IN (" + "1,".repeat(39_999) + "1)) }");
        add("100 filters", "SELECT * { ?s ?p ?o " + "FILTER(?o != 1) ".repeat(100) + " }");
        add("500 patterns", "SELECT * { " + repeat(500, i -> "?s" + i + " ?p" + i + " ?o" + i + " .") + " }");
        add("500 joined patterns", "SELECT * { " + repeat(500, i -> "?s" + i + " ?p ?s" + (i + 1) + " .") + " }");
        add("8000 patterns", "SELECT * { " + "?s ?p ?o . ".repeat(8_000) + " }");
        add(
                "100 BIND in a row",
                "SELECT * { BIND(1 AS ?x0) " + repeat(99, i -> "BIND(?x" + i + " + ?x" + i + " AS ?x" + (i + 1) + ")")
                        + " }");
        add("2000 BIND", "SELECT * { " + repeat(2_000, i -> "BIND(1 AS ?x" + i + ")") + " }");
        add("1000 named expressions", "SELECT " + repeat(1_000, i -> "(1 AS ?x" + i + ")") + " {}");
        add("30 nested sub-selects", "SELECT * { " + nested(28, "{ SELECT * { ", "?s ?p ?o", " } }") + " }");
        add("sub-selects times", "SELECT * { " + "{ SELECT * { ?s ?p ?o } } ".repeat(30) + " }");
        add("nested GRAPH", "SELECT * { " + repeat(40, i -> "GRAPH ?g" + i + " { ?s ?p ?o . ") + "}".repeat(40) + " }");
        add(
                "20 nested GRAPH",
                "SELECT * { " + repeat(20, i -> "GRAPH ?g" + i + " { ?s ?p ?o . ") + "}".repeat(20) + " }");
        add("50 GRAPH", "SELECT * { " + repeat(50, i -> "GRAPH ?g" + i + " { ?s" + i + " ?p ?o }") + " }");
        add(
                "aggregates",
                "SELECT " + repeat(50, i -> "(COUNT(DISTINCT ?s) AS ?x" + i + ")") + " { ?s ?p ?o . ?a ?b ?c }");
    }

    private void multiplyRows() {
        add("a cross product", "SELECT * { " + CROSS + " }");
        add("a counted cross product", "SELECT (COUNT(*) AS ?n) { " + CROSS + " }");
        add("a filtered cross product", "SELECT * { " + CROSS + " FILTER(?a = ?l && ?b = ?c) }");
        add("a sorted cross product", "SELECT * { " + CROSS + " } ORDER BY ?a ?d ?g");
        add("a distinct cross product", "SELECT DISTINCT * { " + CROSS + " }");
        add("a reduced cross product", "SELECT REDUCED ?a { " + CROSS + " FILTER(false) }");
        add("an ASK of a cross product", "ASK { " + CROSS + " FILTER(?a = <urn:none>) }");
        add("a CONSTRUCT of a cross product", "CONSTRUCT { ?a ?e ?i } { " + CROSS + " }");
        add("a DESCRIBE of a cross product", "DESCRIBE * { " + CROSS + " }");
        add(
                "a cross product in EXISTS",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { " + CROSS + " FILTER(?a = <urn:x>) } }");
        add("a cross product in OPTIONAL", "SELECT * { ?s ?p ?o OPTIONAL { " + CROSS + " FILTER(?a = <urn:x>) } }");
        add("a cross product in MINUS", "SELECT * { ?s ?p ?o MINUS { ?s ?b ?c . ?d ?e ?f . ?g ?h ?i } }");
        add(
                "a cross product of sub-selects",
                "SELECT * { { SELECT * { ?a ?b ?c } } { SELECT * { ?d ?e ?f } } { SELECT * { ?g ?h ?i } } FILTER(?a = ?i) }");
        add("a cross product under OFFSET", "SELECT * { " + CROSS + " } OFFSET 2000000000");
        add(
                "a cross product over graphs",
                "SELECT * { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } GRAPH ?i { ?j ?k ?l } FILTER(?c = ?e && ?f = ?k) }");
        add("groups of a cross product", "SELECT ?a ?d ?g (COUNT(*) AS ?n) { " + CROSS + " } GROUP BY ?a ?d ?g");
        add(
                "HAVING over a cross product",
                "SELECT ?a { " + CROSS + " } GROUP BY ?a HAVING (COUNT(DISTINCT ?l) > 1000000)");
        add("10000 values", "SELECT * { VALUES ?x { " + values(10_000) + " } }");
        add("20000 values", "SELECT * { VALUES ?x { " + values(16_000) + " } }");
        add(
                "values times values",
                "SELECT * { VALUES ?x { " + values(3_000) + " } VALUES ?y { " + values(3_000)
                        + " } FILTER(?x = ?y + 1) }");
        add(
                "values times values times values",
                "SELECT (COUNT(*) AS ?n) { VALUES ?x { " + values(3_000) + " } VALUES ?y { " + values(3_000)
                        + " } VALUES ?z { " + values(3_000) + " } }");
        add(
                "values after the pattern",
                "SELECT * { " + CROSS + " } VALUES (?a ?l) { " + repeat(2_000, i -> "(UNDEF UNDEF)") + " }");
        add(
                "values of many columns",
                "SELECT * { VALUES (" + repeat(200, i -> "?x" + i) + ") { " + ("(" + "1 ".repeat(200) + ")").repeat(60)
                        + " } }");
    }

    private void walkForEver() {
        each(
                "a path without end",
                List.of(
                        "SELECT (COUNT(*) AS ?n) { ?s (<urn:p>|!<urn:p>)* ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s (<urn:p>|!<urn:p>)+ ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s ((<urn:p>|!<urn:p>)*)* ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s ((<urn:p>|!<urn:p>)+)+ ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s (((<urn:p>|!<urn:p>)*)*)* ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s ((((<urn:p>|!<urn:p>)+)+)+)+ ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s (!<urn:p>|^!<urn:p>)* ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s ((!<urn:p>|^!<urn:p>)*/!<urn:p>)* ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s (!<urn:p>/^!<urn:p>)*/(!<urn:p>/^!<urn:p>)* ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s (!<urn:p>)*/(!<urn:q>)*/(!<urn:r>)* ?o }",
                        "SELECT (COUNT(*) AS ?n) { ?s !<urn:p>/^!<urn:p>/!<urn:p>/^!<urn:p>/!<urn:p>/^!<urn:p> ?o }",
                        "SELECT * { ?s (!(<urn:p>|^<urn:q>))* ?o . ?o (!(<urn:p>|^<urn:q>))* ?x . ?x (!<urn:a>)+ ?s }",
                        "SELECT * { ?a (!<urn:p>)* ?a . ?b (!<urn:p>)* ?b . ?c (!<urn:p>)+ ?c }",
                        "ASK { ?s (!<urn:p>|^!<urn:p>)* <urn:nowhere> }",
                        "SELECT * { GRAPH ?g { ?s (!<urn:p>|^!<urn:p>)* ?o } GRAPH ?h { ?o (!<urn:p>)* ?x } }",
                        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s (!<urn:p>|^!<urn:p>)* <urn:nowhere> } }",
                        "SELECT * { ?s (!<urn:p>)?/(!<urn:p>)?/(!<urn:p>)?/(!<urn:p>)?/(!<urn:p>)?/(!<urn:p>)? ?o }",
                        "SELECT * { ?s !<urn:p>{1,50} ?o }",
                        "SELECT * { ?s !<urn:p>{50} ?o }"));
        add("a path of 90 alternatives", "SELECT * { ?s (" + "<urn:p>|".repeat(89) + "!<urn:p>)* ?o }");
        add("a path of 400 alternatives", "SELECT * { ?s (" + "<urn:p>|".repeat(400) + "<urn:p>)* ?o }");
        add("a negated set of 300", "SELECT * { ?s !(" + "<urn:p>|".repeat(300) + "<urn:p>) ?o }");
        add("a path of 90 steps", "SELECT * { ?s " + "!<urn:p>/".repeat(89) + "!<urn:p> ?o }");
        add("a path of 60 optional steps", "SELECT * { ?s " + "(!<urn:p>)?/".repeat(59) + "(!<urn:p>)? ?o }");
        add("nested path groups", "SELECT * { ?s " + nested(50, "(", "<urn:p>", ")") + "* ?o }");
    }

    private void fillTheMemory() {
        add("sort everything thrice", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i");
        add("tell everything apart", "SELECT DISTINCT ?a ?b ?c ?d ?e ?f ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        add(
                "count everything apart",
                "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?d), STR(?g))) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        add("count all rows apart", "SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        add(
                "a group for every row",
                "SELECT ?a ?b ?c ?d ?e ?f (SAMPLE(?i) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?b ?c ?d ?e ?f");
        add(
                "a join of all with all",
                "SELECT * { { SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } } { SELECT ?a ?d { ?d ?x ?y . ?a ?v ?w } } }");
        add("MINUS of all with all", "SELECT * { ?a ?b ?c MINUS { SELECT ?a ?d { ?a ?q ?r . ?d ?e ?f . ?g ?h ?i } } }");
        add(
                "deep OFFSET with ORDER",
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i LIMIT 2000000000 OFFSET 2000000000");
        add("a large answer", PREFIX + "SELECT * { ?a ?b ?c . ?d ?e ?f }");
        add("new nodes for each row", "CONSTRUCT { [] ?b [ ?e [] ] } { ?a ?b ?c . ?d ?e ?f }");
        add(
                "new names for each row",
                "SELECT (UUID() AS ?u) (STRUUID() AS ?v) (BNODE() AS ?w) { ?a ?b ?c . ?d ?e ?f }");
        add("describe everything", "DESCRIBE ?a ?c { ?a ?b ?c }");
    }
}
