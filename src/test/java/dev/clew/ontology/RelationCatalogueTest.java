package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.RelationClass;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelationCatalogueTest {
    private static final Relations RELATIONS = RelationCatalogue.load();

    @Test
    void theRelationTypesAreThoseOfTheContract() {
        assertEquals(
                "accelerates depends-on derives-from enables encourages improves increases motivates protects strengthens",
                ids(RelationClass.INFLUENCE, Sign.PLUS));
        assertEquals("prevents reduces replaces restrains threatens weakens", ids(RelationClass.INFLUENCE, Sign.MINUS));
        assertEquals("shapes", ids(RelationClass.INFLUENCE, Sign.ZERO));
        assertEquals("applies develops invests-in promotes", ids(RelationClass.ACT, Sign.PLUS));
        assertEquals("opposes restricts", ids(RelationClass.ACT, Sign.MINUS));
        assertEquals("regulates", ids(RelationClass.ACT, Sign.ZERO));
        assertEquals(
                "borders has-natural-resource kind-of leads located-in member-of part-of speaks-for works-for",
                ids(RelationClass.STRUCTURAL, Sign.ZERO));
        assertEquals(
                "allied-with analogous-to competes-with goes-with modelled-on", ids(RelationClass.LOOSE, Sign.ZERO));
    }

    @Test
    void onlyDependsOnAndDerivesFromRunBackward() {
        assertEquals(
                List.of("depends-on", "derives-from"),
                RELATIONS.all().stream()
                        .filter(RelationType::runsBackward)
                        .map(RelationType::id)
                        .toList());
    }

    @Test
    void symmetricRelationsReadTheSameBothWays() {
        for (RelationType type : RELATIONS.all()) {
            boolean sameWords = type.wording().label().equals(type.wording().inverseLabel());
            assertEquals(sameWords, type.isSymmetric(), type.id());
        }
    }

    @Test
    void everyRelationIsExplainedAndNoWordMeansTwo() {
        Map<String, String> owners = new HashMap<>();
        for (RelationType type : RELATIONS.all()) {
            assertTrue(type.wording().definition().endsWith("."), type.id());
            assertTrue(type.wording().example().endsWith("."), type.id());
            assertTrue(type.wording().aliases().size() >= 3, type.id());
            List<String> words = new ArrayList<>(type.wording().aliases());
            words.add(type.wording().label());
            for (String word : words) {
                assertNull(owners.put(word.toLowerCase(Locale.ROOT), type.id()), word);
            }
        }
    }

    private static String ids(RelationClass relationClass, Sign sign) {
        return String.join(
                " ",
                RELATIONS.all().stream()
                        .filter(type -> type.relationClass() == relationClass && type.defaultSign() == sign)
                        .map(RelationType::id)
                        .toList());
    }
}
