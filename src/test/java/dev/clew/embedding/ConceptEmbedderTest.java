package dev.clew.embedding;

import dev.clew.model.Embedder;
import dev.clew.search.ConceptEmbedder;

class ConceptEmbedderTest extends EmbedderContract {
    private final ConceptEmbedder embedder = new ConceptEmbedder("small");

    @Override
    Embedder embedder() {
        return embedder;
    }
}
