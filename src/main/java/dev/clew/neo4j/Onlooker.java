package dev.clew.neo4j;

import dev.clew.neo4j.Stated.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Is told what one transaction does to links. */
interface Onlooker {
    /** Is told nothing that it would need. */
    Onlooker NOBODY = new Onlooker() {
        @Override
        public void before(Set<String> pairs) {}

        @Override
        public void gone(List<Said> links) {}

        @Override
        public void come(List<Said> links) {}

        @Override
        public void voiced(Map<String, String> voices) {}
    };

    /** The links between these pairs of entities are about to change. */
    void before(Set<String> pairs);

    /** These go. */
    void gone(List<Said> links);

    /** These come. */
    void come(List<Said> links);

    /** All links of these insights get these voices. */
    void voiced(Map<String, String> voices);
}
