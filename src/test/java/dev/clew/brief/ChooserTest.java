package dev.clew.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Certainty;
import dev.clew.model.Claim;
import dev.clew.model.ClaimType;
import dev.clew.model.ClewRecord;
import dev.clew.model.EntityKind;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.Sign;
import dev.clew.model.Subjects;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is chosen of a library of many claims that say the same, from few sources, half of them old. */
class ChooserTest {
    private static final int SOURCES = 7;
    private static final int THINGS = 8;
    private static final int CLAIMS = 160;
    private static final int SAYINGS = 45;
    /** What the quoted claims of {@link #deep()} are about; the others are about the first of these alone. */
    private static final List<String> DEEP = List.of("deep", "deeper", "deepest");

    private static final List<Follow> FOLLOWS =
            DEEP.stream().map(id -> new Follow(Follow.Kind.ENTITY, id)).toList();
    private static final Map<Set<String>, Boolean> COMPARED = new HashMap<>();

    @TempDir
    static Path directory;

    private static Store store;
    private static BriefedLibrary library;
    private static Edition edition;
    private static List<String> old;

    @BeforeAll
    static void open() {
        store = Store.open(TestDatabases.in(directory));
        library = new BriefedLibrary(directory, store, Clock.systemUTC());
        List<ClewRecord> things = new ArrayList<>(List.of(SmallWorld.BRIEF));
        DEEP.forEach(id -> things.add(SmallWorld.entity(id, EntityKind.CONCEPT)));
        IntStream.range(0, SOURCES).forEach(i -> things.add(SmallWorld.document("source-" + i)));
        IntStream.range(0, THINGS).forEach(i -> things.add(SmallWorld.entity("thing-" + i, EntityKind.CONCEPT)));
        library.add(things);
        List<Insight> claims = claims(new Random(11));
        old = claims.subList(0, CLAIMS / 2).stream().map(Insight::id).toList();
        long since = library.add(claims.subList(0, CLAIMS / 2));
        library.add(claims.subList(CLAIMS / 2, CLAIMS));
        library.add(deep());
        edition = library.editions().since(since);
    }

    @AfterAll
    static void close() {
        library.close();
        store.close();
    }

    /** Each says one of some sayings, word by word, about the same link, in one of a few sources. */
    private static List<Insight> claims(Random random) {
        List<String> texts =
                IntStream.range(0, SAYINGS).mapToObj(saying -> sentence(random)).toList();
        return IntStream.range(0, CLAIMS)
                .mapToObj(i -> {
                    int saying = random.nextInt(SAYINGS);
                    int source = Math.min(random.nextInt(SOURCES), random.nextInt(SOURCES));
                    return claim("claim-" + i, "source-" + source, texts.get(saying), link(saying));
                })
                .toList();
    }

    private static String word(Random random) {
        return random.ints(7, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    private static Link link(int saying) {
        Random random = new Random(saying / 3);
        int one = random.nextInt(THINGS);
        String other = "thing-" + (one + 1 + random.nextInt(THINGS - 1)) % THINGS;
        boolean weakens = saying % 3 == 0;
        return Link.of("thing-" + one, weakens ? "weakens" : "strengthens", other, weakens ? Sign.MINUS : Sign.PLUS);
    }

    private static Insight claim(String id, String source, String text, Link... links) {
        return new Insight(
                id,
                new Claim(text, "en", ClaimType.REPORT, Certainty.PLAIN),
                new Belief(null, null, Attribution.OWN),
                new Passage(source, null, null),
                List.of(links),
                List.of(),
                InsightReferences.NONE,
                new Subjects(List.of(), List.of("thing-0")),
                null);
    }

    /** Sixteen quoted claims of one source, and below them two of other sources that say the same, and one that contradicts. */
    private static List<Insight> deep() {
        Random random = new Random(5);
        List<Insight> deep = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            deep.add(about("deep-" + i, new Passage("source-0", null, "its words"), sentence(random), DEEP));
        }
        String same = sentence(random);
        deep.add(about("deep-same-1", new Passage("source-1", null, null), same, DEEP.subList(0, 1)));
        deep.add(about("deep-same-2", new Passage("source-2", null, null), same, DEEP.subList(0, 1)));
        deep.add(SmallWorld.withReferences(
                about("deep-against", new Passage("source-0", null, null), sentence(random), DEEP.subList(0, 1)),
                new InsightReferences(List.of(), List.of("claim-0"), List.of(), List.of(), List.of())));
        return deep;
    }

    private static String sentence(Random random) {
        return Stream.generate(() -> word(random)).limit(8).collect(Collectors.joining(" "));
    }

    private static Insight about(String id, Passage passage, String text, List<String> mentions) {
        return new Insight(
                id,
                new Claim(text, "en", ClaimType.REPORT, Certainty.PLAIN),
                new Belief(null, null, Attribution.OWN),
                passage,
                List.of(),
                List.of(),
                InsightReferences.NONE,
                new Subjects(List.of(), mentions),
                null);
    }

    private static Brief choose(Wishes wishes, int limit) {
        return new Chooser(library.duplicates).choose(edition, wishes, limit);
    }

    private static List<String> ids(Brief brief) {
        return brief.items().stream().map(item -> item.insight().id()).toList();
    }

    private static boolean sayTheSame(String one, String other) {
        return COMPARED.computeIfAbsent(
                Set.of(one, other),
                any -> !library.duplicates.groups(List.of(one, other)).isEmpty());
    }

    private static Stream<Candidate> candidates(Predicate<Candidate> wanted) {
        return IntStream.range(0, edition.claims()).mapToObj(edition::at).filter(wanted);
    }

    /** Wishes of readers who follow, mute and had this and that. */
    static Stream<Wishes> readers() {
        return IntStream.range(0, 60).mapToObj(seed -> {
            Random random = new Random(seed);
            List<Follow> follows = Stream.generate(() -> thing(random))
                    .limit(1 + random.nextInt(4))
                    .distinct()
                    .toList();
            Set<Follow> muted = random.nextInt(3) == 0 ? Set.of(thing(random)) : Set.of();
            Set<String> had = new HashSet<>();
            IntStream.range(0, random.nextInt(12)).forEach(any -> had.add(old.get(random.nextInt(old.size()))));
            candidates(each -> random.nextInt(8) == 0).forEach(each -> had.add(each.id()));
            return new Wishes(
                    follows.stream().filter(each -> !muted.contains(each)).toList(),
                    Set.of(),
                    Set.of(),
                    muted,
                    seed % 3 == 0 ? Set.of() : had);
        });
    }

    private static Follow thing(Random random) {
        return new Follow(Follow.Kind.ENTITY, "thing-" + (1 + random.nextInt(THINGS - 1)));
    }

    private static boolean isFor(Wishes wishes, Candidate candidate) {
        return candidate.follows().stream().anyMatch(wishes.follows()::contains)
                && !wishes.mutes(candidate)
                && !wishes.had().contains(candidate.id())
                && wishes.had().stream().noneMatch(had -> sayTheSame(had, candidate.id()));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whoeverReadsNoPodcastHasMoreThanTwoNothingComesTwiceAndACounterViewIsThereIfThereIsOne(Wishes wishes) {
        for (int limit : List.of(2, 3, 5, 10)) {
            Brief brief = choose(wishes, limit);
            List<String> chosen = ids(brief);
            Map<String, Long> sources = brief.items().stream()
                    .collect(Collectors.groupingBy(
                            item -> item.insight().passage().source(), Collectors.counting()));
            assertTrue(sources.values().stream().allMatch(count -> count <= 2), sources::toString);
            assertEquals(List.of(), library.duplicates.groups(chosen), "no two that say the same");
            List<Candidate> welcome = candidates(each -> isFor(wishes, each)).toList();
            assertTrue(welcome.stream().map(Candidate::id).toList().containsAll(chosen), "nothing had or muted");
            assertEquals(
                    welcome.stream().anyMatch(Candidate::isCounterView),
                    brief.items().stream().anyMatch(Brief.Item::counterView));
            assertTrue(
                    chosen.size() == limit
                            || welcome.stream()
                                    .allMatch(each -> sources.getOrDefault(each.podcast(), 0L) == 2
                                            || chosen.stream()
                                                    .anyMatch(id -> id.equals(each.id()) || sayTheSame(id, each.id()))),
                    "fewer only where the rules leave no more");
            brief.items()
                    .forEach(item -> assertTrue(item.alsoSaidBy().stream()
                            .allMatch(also -> sayTheSame(item.insight().id(), also))));
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void theSameIsChosenWhoeverAsksAndWhenever(Wishes wishes) {
        Brief brief = choose(wishes, 5);
        assertEquals(brief.items(), choose(wishes, 5).items());
        Edition again = library.editions().since(edition.since());
        assertEquals(
                brief.items(),
                new Chooser(library.duplicates).choose(again, wishes, 5).items());
        List<Integer> scores = brief.items().stream().map(Brief.Item::score).toList();
        assertEquals(scores.stream().sorted((one, other) -> other - one).toList(), scores, "best first");
    }

    @Test
    void whatLiesBelowTheBestIsComparedTooAndACounterViewComesThoughItsPodcastHasTwoBetterOnes() {
        List<String> chosen = ids(choose(Wishes.of(FOLLOWS), 4));
        assertEquals(3, chosen.size(), "two of the first source, and one of two that say the same");
        assertTrue(chosen.getFirst().matches("deep-[0-9]+"), chosen::toString);
        assertEquals("deep-against", chosen.get(1));
        assertTrue(chosen.get(2).startsWith("deep-same"), chosen::toString);
    }

    @Test
    void aClaimThatSaysWhatWasSentIsNotSentAndTheBriefSaysHowManyWere() {
        Wishes wishes = new Wishes(FOLLOWS, Set.of(), Set.of(), Set.of(), Set.of("deep-same-1", "deep-0"));
        Brief brief = choose(wishes, 5);
        assertTrue(ids(brief).stream().noneMatch(id -> id.startsWith("deep-same") || id.equals("deep-0")));
        assertTrue(
                BriefText.says(brief).contains("19 have something that is followed (2 sent before); 2 chosen"),
                () -> BriefText.says(brief));
    }

    @Test
    void whereEverythingFollowedWasSentOrIsMutedTheBriefSaysThatAndNotThatThereIsNone() {
        Set<String> had = candidates(each -> each.id().startsWith("deep"))
                .map(Candidate::id)
                .collect(Collectors.toSet());
        Brief sent = choose(new Wishes(FOLLOWS, Set.of(), Set.of(), Set.of(), had), 5);
        assertTrue(
                BriefText.says(sent).contains("19 have something that is followed (19 sent before); 0 chosen."),
                () -> BriefText.says(sent));
        Wishes muted = new Wishes(FOLLOWS, Set.of(), Set.of(), Set.copyOf(FOLLOWS), Set.of());
        assertTrue(BriefText.says(choose(muted, 5)).contains("(19 with something muted); 0 chosen."));
    }
}
