package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.ClewException;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.Framing;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Redirects;
import dev.clew.model.Scope;
import dev.clew.model.Sign;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A merge is one redirect in the place of an entity; nothing that names the entity is rewritten. */
class LedgerMergeTest extends LedgerTestBase {
    private static final RecordName COMPUTE = RecordName.entity("compute");

    private Committed merge(String from, String to) {
        StoredRecord stored = ledger.read(RecordName.entity(from)).orElseThrow();
        return commit(RecordEdit.put(new Redirect(from, to, "The " + from, "en"), stored.version()));
    }

    private void withHardware(Framing... framings) {
        commitSmallWorld();
        commit(RecordEdit.create(SmallWorld.entity("hardware", EntityKind.RESOURCE, framings)));
    }

    @Test
    void aMergeIsOneRecordAndChangesNoInsight() {
        withHardware();
        merge("compute", "hardware");
        assertEquals(
                new Redirect("compute", "hardware", "The compute", "en"),
                ledger.read(COMPUTE).orElseThrow().record().orElseThrow());
        assertEquals(1, ledger.read(SmallWorld.ENABLES.name()).orElseThrow().version());
        assertEquals("hardware", ledger.redirects().survivor("compute"));
        assertEquals(List.of(COMPUTE), ledger.referencesTo(RecordName.entity("hardware"), 10));
        reopen();
        assertEquals("hardware", ledger.redirects().survivor("compute"));
    }

    @Test
    void whatNamesAMergedEntityCanStillBeEditedAndAdded() {
        withHardware();
        merge("compute", "hardware");
        commit(RecordEdit.put(
                SmallWorld.insight(
                        "compute-enables", "New words.", Link.of("compute", "enables", "alliance", Sign.PLUS)),
                1L));
        commit(RecordEdit.create(
                SmallWorld.insight("another", Link.of("compute", "enables", "sovereignty", Sign.PLUS))));
        refused(
                ErrorCode.INVALID,
                () -> commit(RecordEdit.create(
                        SmallWorld.insight("unframed", framed("compute", "no-such-meaning", "sovereignty")))));
    }

    private static Link framed(String subject, String framing, String object) {
        return new Link(
                new Link.End(subject, framing),
                "enables",
                Link.End.of(object),
                new Link.Stance(Sign.PLUS, false),
                Scope.NONE);
    }

    @Test
    void chainsAndCirclesAreRefused() {
        withHardware();
        merge("compute", "hardware");
        commit(RecordEdit.create(SmallWorld.entity("machines", EntityKind.RESOURCE)));
        ClewException onward = refused(ErrorCode.INVALID, () -> merge("machines", "compute"));
        assertEquals("replacedBy: was merged itself: name hardware instead (was: compute)", onward.getMessage());
        ClewException below = refused(ErrorCode.CONFLICT, () -> merge("hardware", "machines"));
        assertTrue(below.getMessage().contains("entity/compute relies on what it was"), below.getMessage());
        refused(ErrorCode.INVALID, () -> merge("hardware", "compute"));
        refused(ErrorCode.INVALID, () -> new Redirect("compute", "compute", "Compute", "en"));
    }

    @Test
    void twoThatLeadOnCanBeTurnedTogether() {
        withHardware();
        merge("compute", "hardware");
        commit(RecordEdit.create(SmallWorld.entity("machines", EntityKind.RESOURCE)));
        commit(
                RecordEdit.put(new Redirect("hardware", "machines", "Hardware", "en"), 1L),
                RecordEdit.put(new Redirect("compute", "machines", "Compute", "en"), 2L));
        assertEquals("machines", ledger.redirects().survivor("compute"));
        assertEquals("machines", ledger.redirects().survivor("hardware"));
    }

    @Test
    void aMergeIsRefusedWhenAClaimCouldNotSayThereWhatItSays() {
        withHardware();
        commit(RecordEdit.create(SmallWorld.insight("framed", framed("sovereignty", "owned-hardware", "alliance"))));
        ClewException framing = refused(ErrorCode.CONFLICT, () -> merge("sovereignty", "hardware"));
        assertTrue(framing.getMessage().contains("insight/framed relies on what it was"), framing.getMessage());
        ClewException speaker = refused(ErrorCode.CONFLICT, () -> merge("ada", "hardware"));
        assertTrue(speaker.getMessage().contains("holder is a Resource"), speaker.getMessage());
    }

    @Test
    void theSurvivorCannotGoNorLoseWhatClaimsOfTheMergedOneRelyOn() {
        withHardware(new Framing("owned-hardware", "as owned", "Owning."));
        commit(RecordEdit.create(SmallWorld.insight("framed", framed("sovereignty", "owned-hardware", "alliance"))));
        merge("sovereignty", "hardware");
        ClewException gone =
                refused(ErrorCode.CONFLICT, () -> commit(RecordEdit.retract(RecordName.entity("hardware"), 1L)));
        assertEquals(
                "entity/hardware: is still referred to by entity/sovereignty: change these first", gone.getMessage());
        ClewException poorer = refused(
                ErrorCode.CONFLICT,
                () -> commit(RecordEdit.put(SmallWorld.entity("hardware", EntityKind.RESOURCE), 1L)));
        assertTrue(poorer.getMessage().contains("insight/framed relies"), poorer.getMessage());
        refused(ErrorCode.CONFLICT, () -> commit(RecordEdit.retract(RecordName.entity("sovereignty"), 2L)));
    }

    @Test
    void undoingAMergeBringsTheEntityBack() {
        withHardware();
        long n = merge("compute", "hardware").n();
        ledger.undo(n, ADA);
        assertEquals(
                Optional.of(SmallWorld.COMPUTE),
                ledger.read(COMPUTE).orElseThrow().record());
        assertTrue(ledger.redirects().isEmpty());
    }

    @Test
    void aFollowedRecordKeepsOnceWhatBecameTheSame() {
        Redirects redirects = new Redirects(List.of(new Redirect("compute", "hardware", "Compute", "en")));
        var claim = SmallWorld.insight(
                "claim",
                Link.of("compute", "enables", "sovereignty", Sign.PLUS),
                Link.of("hardware", "enables", "sovereignty", Sign.PLUS),
                Link.of("compute", "enables", "hardware", Sign.PLUS));
        assertEquals(
                SmallWorld.insight("claim", Link.of("hardware", "enables", "sovereignty", Sign.PLUS)),
                redirects.followed(claim));
        assertEquals(
                List.of("Compute"),
                ((dev.clew.model.Entity) redirects.followed(SmallWorld.entity("hardware", EntityKind.RESOURCE)))
                        .naming()
                        .aliases());
        assertEquals(SmallWorld.STRENGTHENS, redirects.followed(SmallWorld.STRENGTHENS));
    }
}
