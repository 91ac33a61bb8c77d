package dev.clew;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.clew.ontology.Jena;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The walls of the house: which room may use which, and where each library is at home. */
@AnalyzeClasses(packages = "dev.clew", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.clew.";

    /** A room and the rooms it may use; a room that is not in the table fails the build. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("ontology", List.of("model")),
            Map.entry("store", List.of("model")),
            Map.entry("ledger", List.of("store", "ontology", "model")),
            Map.entry("projection", List.of("ledger", "model")),
            Map.entry("rdf", List.of("projection", "ledger", "ontology", "model")),
            Map.entry("embedding", List.of("model")),
            Map.entry("search", List.of("projection", "ledger", "model")),
            Map.entry("graph", List.of("projection", "ledger", "model")),
            Map.entry("neo4j", List.of("projection", "ledger", "model")),
            Map.entry("insight", List.of("ontology", "ledger", "model")),
            Map.entry("brief", List.of("desk", "ledger", "model")),
            Map.entry("desk", List.of("store", "model")),
            Map.entry("job", List.of("store", "model")),
            Map.entry("mail", List.of("brief", "desk", "model")),
            Map.entry("exchange", List.of("ontology", "ledger", "model")),
            Map.entry("fetch", List.of("model")),
            Map.entry("curate", List.of("desk", "exchange", "ledger", "ontology", "model")),
            Map.entry("ingest", List.of("curate", "desk", "exchange", "fetch", "ledger", "ontology", "model")),
            Map.entry("sparql", List.of("rdf", "ledger", "ontology", "model")),
            Map.entry(
                    "web",
                    List.of(
                            "sparql",
                            "ingest",
                            "curate",
                            "exchange",
                            "desk",
                            "job",
                            "insight",
                            "brief",
                            "graph",
                            "neo4j",
                            "search",
                            "rdf",
                            "projection",
                            "ledger",
                            "ontology",
                            "model")),
            Map.entry("mcp", List.of("ontology", "model")),
            Map.entry("app", List.of("*")),
            Map.entry("cli", List.of("*"))));

    /** Each library and the rooms that may name it: its home first, then those to which it lends its types. */
    private static final Map<String, List<String>> LIBRARY_HOMES = new TreeMap<>(Map.ofEntries(
            Map.entry("org.apache.jena.shacl..", List.of("ontology")),
            Map.entry("org.apache.jena.tdb2..", List.of("rdf")),
            Map.entry("org.apache.jena.dboe..", List.of("rdf")),
            Map.entry("org.apache.jena.fuseki..", List.of("sparql")),
            Map.entry("org.apache.jena..", List.of("ontology", "rdf", "sparql", "exchange")),
            Map.entry("com.apicatalog..", List.of("ontology")),
            Map.entry("org.jdbi..", List.of("store", "ledger", "desk", "job")),
            Map.entry("com.password4j..", List.of("desk")),
            Map.entry("org.sqlite..", List.of("store")),
            Map.entry("org.apache.lucene..", List.of("search")),
            Map.entry("dev.langchain4j.model.embedding..", List.of("embedding")),
            Map.entry("dev.langchain4j.model.openai..", List.of("ingest")),
            Map.entry("dev.langchain4j.model.chat..", List.of("ingest")),
            Map.entry("dev.langchain4j.http..", List.of("ingest")),
            Map.entry("ai.onnxruntime..", List.of("embedding")),
            Map.entry("org.neo4j..", List.of("neo4j")),
            Map.entry("io.javalin..", List.of("web")),
            Map.entry("org.eclipse.jetty..", List.of("web", "sparql", "mcp")),
            Map.entry("jakarta.servlet..", List.of("web", "sparql", "mcp")),
            Map.entry("io.modelcontextprotocol..", List.of("mcp")),
            Map.entry("io.micrometer..", List.of("web")),
            Map.entry("jakarta.mail..", List.of("mail")),
            Map.entry("org.eclipse.angus..", List.of("mail")),
            Map.entry("opennlp..", List.of("ingest")),
            Map.entry("org.apache.hc..", List.of("fetch")),
            Map.entry("org.jsoup..", List.of("ingest")),
            Map.entry("com.fasterxml.jackson..", List.of("exchange", "web", "ingest")),
            Map.entry("org.apache.commons.csv..", List.of("exchange")),
            Map.entry("picocli..", List.of("cli"))));

    @ArchTest
    static final ArchRule roomsFormNoCycle =
            slices().matching("dev.clew.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void everyRoomUsesOnlyWhatTheTableAllows(JavaClasses imported) {
        MAY_USE.forEach((room, allowed) -> {
            if (!allowed.contains("*")) {
                onlyUses(room, allowed).check(imported);
            }
        });
    }

    @ArchTest
    static void everyRoomIsInTheTable(JavaClasses imported) {
        TreeSet<String> seen = new TreeSet<>();
        for (JavaClass each : imported) {
            seen.add(each.getPackageName().substring(ROOT.length()).split("\\.", 2)[0]);
        }
        seen.removeAll(MAY_USE.keySet());
        assertEquals(new TreeSet<String>(), seen, "rooms without a row in the table");
    }

    @ArchTest
    static void everyLibraryStaysInItsHome(JavaClasses imported) {
        LIBRARY_HOMES.forEach((library, homes) -> noClasses()
                .that(resideOutside(homes))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .because("the home of " + library + " is " + homes.getFirst())
                .allowEmptyShould(true)
                .check(imported));
    }

    @ArchTest
    static final ArchRule jenaIsMadeReadyInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Jena.class.getName())
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.jena.sys.JenaSystem")
            .because("two threads that make it ready side by side may wait for each other for ever");

    @ArchTest
    static final ArchRule theModelKnowsOnlyTheJdk = classes()
            .that()
            .resideInAPackage("dev.clew.model..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("dev.clew.model..", "java..", "org.jspecify.."));

    private static ArchRule onlyUses(String room, List<String> allowed) {
        String[] forbidden = MAY_USE.keySet().stream()
                .filter(other -> !other.equals(room) && !allowed.contains(other))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .because(room + " may use only " + allowed)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> resideOutside(List<String> homes) {
        String[] packages = homes.stream().map(home -> ROOT + home + "..").toArray(String[]::new);
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }
}
