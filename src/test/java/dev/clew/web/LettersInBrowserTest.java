package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.Journeys;
import dev.clew.brief.BriefText;
import dev.clew.brief.ReaderBriefs;
import dev.clew.brief.Watches;
import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Delivery.Made;
import dev.clew.desk.MovableClock;
import dev.clew.desk.Reader;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.mail.BriefLines;
import dev.clew.mail.Letters;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.ontology.RelationCatalogue;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters about claims whose every text would run as a script if a mail program took it for more than text. */
class LettersInBrowserTest {
    private static final URI BASE = URI.create("http://clew.example/");
    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).plusDays(1);

    @TempDir
    Path directory;

    private final List<Reader> readers = new ArrayList<>();
    private LibraryServer library;
    private Letters letters;

    @BeforeEach
    void start() throws Exception {
        Journeys.assumeChromium();
        assumeTrue(
                Files.exists(Path.of("web/node_modules/playwright-core")),
                "The pages' tools are not installed: letters are looked at in mvn verify");
        library = new LibraryServer(
                directory.resolve("library"),
                Stream.concat(LibraryServer.shipped().stream(), marked().stream())
                        .toList());
        BriefText text = new BriefText(
                name -> record(name).map(ClewRecord::headline).orElse(name.id()), RelationCatalogue.load());
        letters = new Letters(
                new Letters.Sender("clew@example.org", BASE),
                briefs(text),
                new BriefLines(text, this::record, BASE),
                library.desk.reading().readers(),
                new MovableClock());
    }

    @AfterEach
    void stop() {
        if (library != null) {
            library.close();
        }
    }

    /** Things, sources and claims that hold one payload each in every text that they have. */
    private static List<ClewRecord> marked() throws Exception {
        RecordJson json = new RecordJson(LibraryServer.BASE);
        return Journeys.node(
                        Map.of(),
                        "--input-type=module",
                        "--eval",
                        "import { markedFile } from './browser/payloads.mjs'; console.log(markedFile());")
                .lines()
                .map(line -> json.read(line.getBytes(StandardCharsets.UTF_8)).record())
                .toList();
    }

    private Optional<ClewRecord> record(RecordName name) {
        return library.ledger.read(name).flatMap(StoredRecord::record);
    }

    private ReaderBriefs briefs(BriefText text) {
        ReaderBriefs known = library.briefs;
        Watches watches = known.watches();
        return new ReaderBriefs(
                known.ledger(),
                known.editions(),
                known.chooser(),
                new Watches(watches.paths(), watches.edges(), watches.search(), text),
                known.reading());
    }

    /** A reader of the thing with this number, and what asks for that reader's address. */
    private Letter asked(int number) {
        String thing = "marked-thing-" + number;
        List<Reader.Followed> follows = Stream.of(thing, "holder:" + thing, "edge:" + thing + ":enables:compute")
                .map(each -> new Reader.Followed(each, Reader.Weight.PLAIN))
                .toList();
        var known = library.desk.reading().readers();
        Reader.Linked linked =
                known.ask("reader" + number + "@example.org", follows).orElseThrow();
        Letter asking = letters.confirming(linked);
        readers.add(known.confirm(linked.secret()).reader());
        return asking;
    }

    private Letter brief(int number, LocalDate day) {
        Reader reader = readers.get(number);
        Made made = letters.compose(reader, day);
        assertTrue(library.desk.reading().deliveries().keep(reader, day, made));
        return made.letter();
    }

    private void write(Path folder, String name, Letter letter) throws Exception {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(letter.content().getBytes(StandardCharsets.US_ASCII)));
        MimeMultipart forms = (MimeMultipart) message.getContent();
        Files.writeString(
                folder.resolve(name + ".txt"), (String) forms.getBodyPart(0).getContent());
        Files.writeString(
                folder.resolve(name + ".html"), (String) forms.getBodyPart(1).getContent());
    }

    /** Merges each second thing into the one after it, so that readers are told of both. */
    private void merge(int things) {
        for (int number = 0; number < things; number += 2) {
            Entity thing =
                    (Entity) record(RecordName.entity("marked-thing-" + number)).orElseThrow();
            library.write(RecordEdit.put(Redirect.merging(thing, "marked-thing-" + (number + 1)), 1L));
        }
        library.awaitShown();
    }

    @Test
    void nothingInALetterRunsOrIsLoadedAndItsTextsAreShownAsTheyAre() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("letters"));
        int many = marked().size() / 3;
        for (int number = 0; number < many; number++) {
            write(folder, number + "-asked", asked(number));
            write(folder, number + "-brief", brief(number, DAY));
        }
        merge(many);
        for (int number = 0; number < many; number += 2) {
            write(folder, number + "-merged", brief(number, DAY.plusDays(1)));
        }
        String said = Journeys.node(Map.of("CLEW_URL", library.address()), "browser/letters.mjs", folder.toString());
        assertTrue(said.startsWith("200 forms of letters looked at"), said);
    }
}
