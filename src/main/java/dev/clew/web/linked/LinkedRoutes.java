package dev.clew.web.linked;

import dev.clew.ledger.Ledger;
import dev.clew.ontology.Base;
import dev.clew.ontology.Vocabulary;
import dev.clew.rdf.RdfProjection;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The routes by which tools find their way without being told. */
public final class LinkedRoutes {
    /**
     * What the routes need.
     *
     * @param ledger what is published
     * @param base where it stands
     * @param rdf what is counted
     * @param dumps whole copies
     */
    public record Needs(Ledger ledger, Base base, RdfProjection rdf, Dumps dumps) {}

    private LinkedRoutes() {}

    /** All of them. */
    public static List<Route> of(Needs needs) {
        Vocabulary vocabulary = Vocabulary.load();
        return Stream.of(
                        new VocabularyAddresses(vocabulary).routes(),
                        new ContextCalls(vocabulary, needs.base()).routes(),
                        new ExampleCalls(needs.base()).routes(),
                        new DescriptionCalls(needs.ledger(), needs.base(), new CountsKept(needs.rdf())).routes(),
                        new FinderCalls(needs.ledger(), needs.base()).routes(),
                        new DumpCalls(needs.dumps()).routes())
                .flatMap(each -> each)
                .toList();
    }
}
