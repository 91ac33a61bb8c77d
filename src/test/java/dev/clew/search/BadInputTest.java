package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.small;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.ledger.Position;
import dev.clew.model.Backings;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Mode;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.StringHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers and disks do wrong: a clear answer, nothing lost, and text search keeps working. */
class BadInputTest {
    private static final int OLD_FORMAT = 1;

    @TempDir
    Path directory;

    private SearchWorld world;
    private Meaning meaning;
    private LuceneSearch search;

    @BeforeEach
    void open() {
        world = new SearchWorld(directory.resolve("search")).publish(small());
        startMeaning();
    }

    private void startMeaning() {
        meaning = Meaning.start(new Embedding.Setup(
                () -> new ConceptEmbedder("one"), world.projection(), directory.resolve("vectors"), () -> false));
        search = new LuceneSearch(world.projection(), RelationCatalogue.load(), meaning, Backings.NONE);
        assertTrue(meaning.awaitCaughtUp(20_000));
    }

    @AfterEach
    void close() {
        meaning.close();
        world.close();
    }

    private SearchAnswer answer(String text, Mode mode) {
        return search.search(SearchQuery.of(text).by(mode));
    }

    private String refusal(String text, Mode mode) {
        ClewException refused = assertThrows(ClewException.class, () -> answer(text, mode));
        assertEquals(ErrorCode.BAD_REQUEST, refused.code());
        return refused.getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void nothingAndSpacesFindEverything(Mode mode) {
        assertEquals(12, answer("", mode).total());
        assertEquals(12, answer(" \t\u3000 ", mode).total());
    }

    @ParameterizedTest
    @EnumSource
    void stopWordsAloneAreSoughtAsWords(Mode mode) {
        world.publish(claim("being", "To be or not to be."));
        assertTrue(meaning.awaitCaughtUp(20_000));
        assertTrue(answer("to be or not to be", mode).hits().stream()
                .anyMatch(hit -> hit.name().id().equals("being")));
    }

    @ParameterizedTest
    @EnumSource
    void tenThousandWordsAreRefusedWithTheLimit(Mode mode) {
        String many = "word ".repeat(10_000);
        assertTrue(refusal(many, mode).contains("at most 2000 characters instead of 50000"), refusal(many, mode));
        assertTrue(refusal("w ".repeat(65), mode).contains("more than 64 words"));
    }

    @ParameterizedTest
    @EnumSource
    void marksAloneFindNothing(Mode mode) {
        assertEquals(0, answer("… ?!", mode).total());
        assertEquals(
                0,
                answer("\"\"", mode).hits().stream()
                        .filter(hit -> hit.score() > 1)
                        .count());
    }

    @ParameterizedTest
    @EnumSource
    void controlCharactersAndOpenQuotesAreRefusedByPosition(Mode mode) {
        assertTrue(
                refusal("chips \u0000", mode).startsWith("At position 7 of the query, there is a control character"));
        assertTrue(refusal("chips \"export", mode).startsWith("At position 7 of the query, the quote that opens here"));
        assertTrue(refusal("*chips", mode).startsWith("At position 1 of the query, '*' may only end a word"));
    }

    @ParameterizedTest
    @EnumSource
    void textFromRightToLeftIsFoundAndShownAsItIs(Mode mode) {
        String text = "الرقائق المتقدمة مورد استراتيجي";
        world.publish(claim("arabic", text));
        assertTrue(meaning.awaitCaughtUp(20_000));
        SearchAnswer.Hit hit = answer("الرقائق المتقدمة", mode).hits().getFirst();
        assertEquals("arabic", hit.name().id());
        assertEquals(text, hit.snippet().text());
    }

    @Test
    void anIndexOfAnotherLuceneIsBuiltAnewAndVectorsAreMadeAnew() throws IOException {
        int vectors = meaning.status().vectors();
        close();
        List<Path> indexes = List.of(directory.resolve("search").resolve("generation-1"), directory.resolve("vectors"));
        for (Path index : indexes) {
            outdate(index);
        }
        world = new SearchWorld(directory.resolve("search"));
        assertEquals(Position.NONE, world.projection().position());
        world.publish(small());
        startMeaning();
        assertEquals(vectors, meaning.status().vectors());
        assertEquals(Mode.HYBRID, answer("chips", Mode.HYBRID).matching().mode());
    }

    private static void outdate(Path index) throws IOException {
        try (var files = Files.list(index)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (FSDirectory opened = FSDirectory.open(index)) {
            try (IndexOutput segments = opened.createOutput("segments_1", IOContext.DEFAULT)) {
                CodecUtil.writeIndexHeader(segments, "segments", OLD_FORMAT, StringHelper.randomId(), "1");
                CodecUtil.writeFooter(segments);
            }
            assertThrows(IndexFormatTooOldException.class, () -> SegmentInfos.readLatestCommit(opened));
        }
    }

    @Test
    void damagedVectorsAreMadeAnew() throws IOException {
        int vectors = meaning.status().vectors();
        meaning.close();
        try (var files = Files.list(directory.resolve("vectors"))) {
            for (Path file :
                    files.filter(each -> each.toString().contains("segments_")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        startMeaning();
        assertEquals(vectors, meaning.status().vectors());
    }
}
