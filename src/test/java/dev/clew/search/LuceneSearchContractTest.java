package dev.clew.search;

import dev.clew.ontology.RelationCatalogue;
import java.nio.file.Path;

/** The embedded index keeps the contract of engines. */
class LuceneSearchContractTest extends SearchIndexContract {
    @Override
    Engine open(Path files) {
        SearchProjection projection = new SearchProjection(files);
        return new Engine(projection, new LuceneSearch(projection, RelationCatalogue.load()));
    }
}
