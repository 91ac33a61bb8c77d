package dev.clew.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.model.Insight;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DisputesTest {
    private static final double LEAST_PRECISION = 0.9;
    private static final Set<String> NO_DISPUTE = Set.of("none", "outdated");

    private final Disputes disputes = new Disputes(SeedWorld.RELATIONS);

    /** What the rule calls a pair, in the words of the labels. */
    private String called(LabelledPairs.Labelled pair) {
        List<Conflict> found = disputes.between(pair.one(), pair.other());
        if (found.isEmpty()) {
            return "none";
        }
        Conflict plainest = found.getFirst();
        boolean outdated = plainest.kind() == Conflict.Kind.OUTDATED;
        return plainest.isPossible() && !outdated ? "possible" : plainest.kind().code();
    }

    @Test
    void ofThePairsItCallsDisputedNineInTenAreAndInTheWayItSays() {
        List<LabelledPairs.Labelled> pairs = LabelledPairs.read();
        Map<String, String> wrong = new TreeMap<>();
        int called = 0;
        int right = 0;
        int labelled = 0;
        for (LabelledPairs.Labelled pair : pairs) {
            String verdict = called(pair);
            boolean same = verdict.equals(pair.label());
            called += NO_DISPUTE.contains(verdict) ? 0 : 1;
            labelled += NO_DISPUTE.contains(pair.label()) ? 0 : 1;
            right += same && !NO_DISPUTE.contains(verdict) ? 1 : 0;
            if (!same) {
                wrong.put(pair.label() + ": " + pair.telling(), verdict);
            }
        }
        double precision = (double) right / called;
        double recall = (double) right / labelled;
        System.out.printf(
                Locale.ROOT,
                "Conflicts on %d labelled pairs, %d of them disputes: precision %.3f (%d of %d), recall %.3f (%d of %d)%n",
                pairs.size(),
                labelled,
                precision,
                right,
                called,
                recall,
                right,
                labelled);
        wrong.forEach((pair, verdict) -> System.out.println("  called " + verdict + ", labelled " + pair));
        assertTrue(pairs.size() >= 60 && labelled * 2 <= pairs.size(), "the set keeps its shape");
        assertTrue(precision >= LEAST_PRECISION, "precision " + precision + ": " + wrong);
    }

    @Test
    void theOrderOfTheTwoMakesNoDifference() {
        for (LabelledPairs.Labelled pair : LabelledPairs.read()) {
            assertEquals(
                    disputes.between(pair.one(), pair.other()),
                    disputes.between(pair.other(), pair.one()),
                    pair.telling());
        }
    }

    @Test
    void theSeedClaimsDisputeWhatTheyAreExpectedToAndNothingElse() {
        Set<String> found = new TreeSet<>();
        List<Insight> seed = SeedWorld.insights();
        for (int i = 0; i < seed.size(); i++) {
            for (int j = i + 1; j < seed.size(); j++) {
                disputes.between(new DatedClaim(seed.get(i), null), new DatedClaim(seed.get(j), null))
                        .forEach(each -> found.add(each.kind().code() + " "
                                + each.question().key() + ": " + each.first().insight() + " × "
                                + each.second().insight()));
            }
        }
        assertEquals(
                Set.of(
                        "framing meaning sovereignty: kratsios-owned-hardware × us-platforms-china-self-supply",
                        "framing effect sovereignty stack-alignment: owned-sovereignty-sells-stack × us-tenfold-compute-doubling"),
                found);
    }

    @Test
    void aConflictKeepsItsIdWhateverTheOrderAndLosesItWithItsQuestion() {
        List<Conflict> all = new ArrayList<>();
        for (LabelledPairs.Labelled pair : LabelledPairs.read()) {
            all.addAll(disputes.between(pair.one(), pair.other()));
        }
        Map<String, Set<String>> questions = all.stream()
                .collect(Collectors.groupingBy(
                        Conflict::id, Collectors.mapping(each -> each.question().key(), Collectors.toSet())));
        questions.values().forEach(each -> assertEquals(1, each.size()));
        assertTrue(questions.size() > 25);
    }

    @Test
    void numbersAgreeWhenTheRounderOfThemIsTheOtherRounded() {
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            BigDecimal number = new BigDecimal(1 + random.nextInt(1_000_000));
            int digits = 1 + random.nextInt(number.precision());
            BigDecimal rounded = number.round(new MathContext(digits, RoundingMode.HALF_UP));
            assertTrue(NumberDisputes.agree(number, rounded), number + " and " + rounded);
            assertTrue(NumberDisputes.agree(rounded, number), rounded + " and " + number);
            assertTrue(!NumberDisputes.agree(number, number.multiply(new BigDecimal(3))), number.toString());
        }
    }
}
