package dev.clew.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.exchange.RecordJson;
import dev.clew.model.Entity;
import dev.clew.model.Link;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which links a sentence says, and in which direction. */
class LinkingTest {
    private static final RecordJson JSON = new RecordJson(Base.DEFAULT);
    private static final EntityNames NAMES = new EntityNames(Stream.of(
                    entity("compute", "Compute", "Resource"),
                    entity("sovereignty", "Sovereignty", "Concept"),
                    entity("trade", "Trade", "Concept"),
                    entity("spending", "Spending", "Concept"),
                    entity("regulation", "Regulation", "Policy"),
                    entity("chips", "Chips", "Technology"),
                    entity("norland", "Norland", "Nation"),
                    entity("acme", "Acme", "Organization"))
            .toList());
    private static final Linking LINKING = new Linking(RelationCatalogue.load(), NAMES);

    private static Entity entity(String id, String label, String kind) {
        String record = "{\"type\":\"entity\",\"source\":\"talk\",\"id\":\"" + id + "\",\"label\":\"" + label
                + "\",\"kind\":\"" + kind + "\"}";
        return (Entity) JSON.read(record.getBytes(StandardCharsets.UTF_8)).record();
    }

    private static String links(String said) {
        List<Word> words = Word.all(said);
        return String.join(
                "; ",
                LINKING.links(words, NAMES.in(words, Set.of())).stream()
                        .map(Linking.Found::link)
                        .map(LinkingTest::written)
                        .toList());
    }

    private static String written(Link link) {
        return link.subject().entity()
                + ' '
                + link.relation()
                + ' '
                + link.object().entity()
                + ' '
                + link.sign().symbol()
                + (link.denied() ? " denied" : "");
    }

    @Test
    void wordsOfARelationMayStandAroundTheObject() {
        assertEquals("regulation restrains compute -", links("Regulation held compute back."));
        assertEquals("regulation strengthens trade +", links("A wise regulation makes trade stronger."));
        assertEquals("trade threatens sovereignty -", links("Trade has put our sovereignty at risk."));
    }

    @Test
    void aVerbIsHeardInAllItsForms() {
        assertEquals("compute strengthens sovereignty +", links("Compute is strengthening sovereignty."));
        assertEquals("compute strengthens sovereignty +", links("Compute has greatly strengthened sovereignty."));
        assertEquals("compute strengthens sovereignty +", links("Compute tends to strengthen sovereignty."));
        assertEquals("compute strengthens sovereignty +", links("Sovereignty, strengthened by compute, came late."));
        assertEquals("compute strengthens sovereignty +", links("Sovereignty is largely strengthened by compute."));
        assertEquals("regulation threatens trade -", links("Regulation is clearly a threat to trade."));
    }

    @Test
    void severalThingsThatAreSaidTogetherAreLinkedEach() {
        assertEquals(
                "compute strengthens sovereignty +; trade strengthens sovereignty +",
                links("Compute and trade strengthen sovereignty."));
        assertEquals(
                "regulation restrains compute -; regulation restrains trade -",
                links("Regulation slows down compute and trade."));
        assertEquals(
                "compute strengthens sovereignty +; trade strengthens sovereignty +",
                links("Sovereignty is strengthened by compute and trade."));
        assertEquals(
                "compute strengthens sovereignty +; compute weakens trade -",
                links("Compute strengthens sovereignty and weakens trade."));
    }

    @Test
    void aChangeHasItsReason() {
        assertEquals("compute increases sovereignty +", links("Sovereignty grows because of compute."));
        assertEquals("regulation reduces trade -", links("Trade fell sharply due to regulation."));
        assertEquals("compute increases trade +", links("They saw the rise of trade through compute."));
        assertEquals("regulation reduces trade -", links("The decline of trade was caused by regulation."));
        assertEquals("trade increases sovereignty + denied", links("Sovereignty did not grow because of trade."));
    }

    @Test
    void aNounMaySayARelation() {
        assertEquals("regulation shapes trade 0", links("The effect of regulation on trade is large."));
        assertEquals("norland depends-on compute +", links("Norland's reliance on compute is known."));
        assertEquals("acme develops chips +", links("They bought chips from Acme."));
    }

    @Test
    void anAmountStandsForTheThing() {
        assertEquals("regulation reduces compute -", links("Regulation reduces the supply of compute."));
        assertEquals("compute enables sovereignty +", links("Access to compute enables sovereignty."));
    }

    @Test
    void whatIsDeniedIsDeniedHoweverItIsSaid() {
        for (String said : List.of(
                "I don't think that compute strengthens sovereignty.",
                "Compute isn't going to strengthen sovereignty.",
                "Compute no longer strengthens sovereignty.",
                "Compute fails to strengthen sovereignty.")) {
            assertEquals("compute strengthens sovereignty + denied", links(said), said);
        }
    }

    @Test
    void whatIsOpenOrSaidOfSomethingElseIsNoLink() {
        for (String said : List.of(
                "If compute strengthens sovereignty, they will buy more of it.",
                "They ask whether compute strengthens sovereignty.",
                "Compute hardly strengthens sovereignty.",
                "Less compute strengthens sovereignty.",
                "The lack of compute strengthens sovereignty.",
                "Compute reduces less trade.",
                "Compute strengthens companies avoiding regulation.",
                "The price of scarce compute increases trade.",
                "Compute prices and trade increase sovereignty projects.",
                "They buy compute to strengthen sovereignty.",
                "Compute promotes trade.",
                "Regulation enables Norland to buy chips.")) {
            assertEquals("", links(said), said);
        }
    }

    private static void assertNone(String... sentences) {
        for (String said : sentences) {
            assertEquals("", links(said), said);
        }
    }

    @Test
    void whatIsDoneToAThingIsNotSaidOfTheThing() {
        assertNone(
                "Banning compute strengthens sovereignty.",
                "Subsidising domestic compute would strengthen sovereignty.",
                "It is Norland sanctioned trade.");
        assertEquals("compute strengthens sovereignty +", links("Having compute strengthens sovereignty."));
        assertEquals(
                "compute strengthens sovereignty +", links("They are not letting compute strengthen sovereignty."));
    }

    @Test
    void notOnlyIsNoDenial() {
        assertEquals("compute strengthens sovereignty +", links("Compute not only strengthens sovereignty."));
        assertEquals("compute strengthens sovereignty +", links("Compute does not merely strengthen sovereignty."));
    }

    @Test
    void whatAThingIsEnabledToDoOrKeptFromIsNotTheThing() {
        assertNone(
                "Compute allows the trade of the north to recover.",
                "Regulation prevents trade with the south from spreading.",
                "Norland stops spending.",
                "Norland stops over spending.");
        assertEquals("regulation prevents trade -", links("Regulation prevents trade with the south."));
        assertEquals("compute enables trade +", links("Compute allows trade because it came to stay."));
    }

    @Test
    void wordsOfAnotherRelationAreNoQuality() {
        assertNone(
                "Compute is essential to protect trade.",
                "Compute causes stunted trade.",
                "Norland has limited trade.");
        assertEquals("compute enables trade +", links("Compute is essential to the trade."));
        assertEquals("norland restrains trade -", links("Norland has limited the trade."));
        assertEquals("norland increases trade +", links("Norland has greatly increased trade."));
    }

    @Test
    void moreOfAQualityIsNotMoreOfTheThing() {
        assertNone(
                "Compute leads to more effective regulation.",
                "Compute causes a more costly regulation.",
                "Regulation harms more trade than it helps.");
        assertEquals("compute increases regulation +", links("Compute leads to more regulation."));
    }

    @Test
    void nobodyIsIncreasedOrMade() {
        assertNone("Compute leads to Norland being rich.", "Compute reduces Norland.", "Acme trains Norland.");
        assertEquals("acme develops chips +", links("Acme trains chips."));
    }

    @Test
    void anAdditionAfterAWholeClauseIsNotSaidOfItsLastThing() {
        assertEquals("norland threatens trade -", links("Norland threatens trade, which weakens sovereignty."));
        assertEquals("trade weakens sovereignty -", links("Trade, which weakens sovereignty, goes on."));
    }

    @Test
    void whatIsAskedOrNotKnownIsNoLink() {
        assertNone(
                "They have no idea how compute might shape trade.",
                "So compute strengthens sovereignty?",
                "It was chips versus compute for them.",
                "Compute used to strengthen sovereignty.");
        assertEquals("compute shapes trade 0", links("They told how compute shapes trade."));
    }

    @Test
    void theBeginningOfALongerNameIsNotTheThing() {
        assertNone(
                "Regulation restrains trade and compute taxes.",
                "They bought chips from Acme makers.",
                "It saves trade.");
        assertEquals("norland promotes trade +", links("Norland promotes trade and chips no stones."));
    }
}
