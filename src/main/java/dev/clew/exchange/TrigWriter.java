package dev.clew.exchange;

import dev.clew.exchange.LibraryExport.Addresses;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.ontology.Base;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** TriG with prefixes and relative addresses: the record first, then its parts, then its plain triples. */
final class TrigWriter implements RecordFileWriter {
    private static final String TYPE = "rdf:type";

    private final Base base;
    private final Addresses addresses;
    private final OutputStream out;

    TrigWriter(Base base, Addresses addresses, OutputStream out) {
        this.base = base;
        this.addresses = addresses;
        this.out = out;
    }

    @Override
    public void start() throws IOException {
        StringBuilder head = new StringBuilder();
        if (addresses == Addresses.UNDER_THE_BASE) {
            head.append("@base <").append(base.address()).append("> .\n");
        }
        Prefixes.ALL.forEach((prefix, address) -> head.append("@prefix ")
                .append(prefix)
                .append(": <")
                .append(address)
                .append("> .\n"));
        write(head.toString());
    }

    @Override
    public void write(Content record) throws IOException {
        String name = "<" + record.record().name().path() + ">";
        StringBuilder graph = new StringBuilder();
        graph.append('\n').append(name).append(" {\n");
        bySubject(name, CanonicalLine.of(record.canonicalText()))
                .forEach((subject, lines) -> writeSubject(subject, lines, graph));
        write(graph.append("}\n").toString());
    }

    private static Map<String, List<CanonicalLine>> bySubject(String name, List<CanonicalLine> lines) {
        Map<String, List<CanonicalLine>> sorted = lines.stream()
                .collect(Collectors.groupingBy(CanonicalLine::subject, TreeMap::new, Collectors.toList()));
        Map<String, List<CanonicalLine>> ordered = new LinkedHashMap<>();
        String part = name.substring(0, name.length() - 1) + "#";
        sorted.forEach((subject, group) -> addIf(subject.equals(name), subject, group, ordered));
        sorted.forEach((subject, group) -> addIf(subject.startsWith(part), subject, group, ordered));
        sorted.forEach((subject, group) -> addIf(true, subject, group, ordered));
        return ordered;
    }

    private static void addIf(
            boolean wanted, String subject, List<CanonicalLine> group, Map<String, List<CanonicalLine>> ordered) {
        if (wanted) {
            ordered.putIfAbsent(subject, group);
        }
    }

    private static void writeSubject(String subject, List<CanonicalLine> lines, StringBuilder out) {
        Map<String, String> objects = new LinkedHashMap<>();
        lines.stream().filter(line -> predicate(line).equals(TYPE)).forEach(line -> add(line, objects));
        lines.stream().filter(line -> !predicate(line).equals(TYPE)).forEach(line -> add(line, objects));
        out.append("  ").append(subject).append(' ');
        String statements = objects.entrySet().stream()
                .map(entry -> (entry.getKey().equals(TYPE) ? "a" : entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(" ;\n    "));
        out.append(statements).append(" .\n");
    }

    private static void add(CanonicalLine line, Map<String, String> objects) {
        objects.merge(predicate(line), object(line.object()), (first, next) -> first + " , " + next);
    }

    private static String predicate(CanonicalLine line) {
        return address(line.predicate());
    }

    private static String address(String term) {
        return Prefixes.shorten(CanonicalLine.address(term)).orElse(term);
    }

    /** Whole numbers and truth values stand bare; other datatypes are shortened. */
    private static String object(String term) {
        if (CanonicalLine.isAddress(term)) {
            return address(term);
        }
        int datatype = term.lastIndexOf("\"^^<");
        if (datatype < 0) {
            return term;
        }
        String type = address(term.substring(datatype + 3));
        String value = term.substring(1, datatype);
        boolean isBare = type.equals("xsd:integer") && value.matches("-?[0-9]+")
                || type.equals("xsd:boolean") && value.matches("true|false");
        return isBare ? value : term.substring(0, datatype + 3) + type;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
