package dev.clew.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Actor ROOT = new Actor("root", "192.0.2.1");

    @TempDir
    Path directory;

    private Store store;
    private Desk desk;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory));
        desk = Desk.on(store, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static ErrorCode refusal(Runnable work) {
        return assertThrows(ClewException.class, work::run).code();
    }

    @Test
    void anAccountIsThereForEveryProcessOnTheDatabase() {
        assertTrue(desk.accounts().isEmpty());
        Account ada = desk.accounts().add("ada", Role.CURATOR, ROOT);
        assertEquals(new Account("ada", Role.CURATOR, false, false, NOW), ada);
        try (Store other = Store.open(TestDatabases.in(directory))) {
            assertEquals(
                    List.of(ada), Desk.on(other, Clock.systemUTC()).accounts().list());
        }
    }

    @Test
    void namesThatClewWritesUnderAreNotToBeHad() {
        for (String name : List.of("import", "clew", "Ada", "a b", "", "a/b", "x".repeat(41))) {
            assertEquals(ErrorCode.INVALID, refusal(() -> desk.accounts().add(name, Role.READER, ROOT)), name);
        }
    }

    @Test
    void aTokenSaysWhoAsksAndIsKeptOnlyAsAHash() {
        desk.accounts().add("ada", Role.CURATOR, ROOT);
        String secret = desk.tokens().issue("ada", "laptop", ROOT).secret();
        assertEquals(Optional.of(new Caller("ada", Role.CURATOR)), desk.tokens().caller(secret));
        assertEquals(Optional.empty(), desk.tokens().caller(secret + "x"));
        assertEquals(Optional.empty(), desk.tokens().caller("clew_" + "x".repeat(1_000_000)));
        List<String> kept = store.read(handle ->
                handle.createQuery("SELECT hash FROM token").mapTo(String.class).list());
        assertEquals(List.of(Secret.hash(secret)), kept);
        assertFalse(desk.tokens().issue("ada", "b", ROOT).toString().contains("clew_"));
    }

    @Test
    void anotherRoleHoldsFromTheNextRequestOn() {
        desk.accounts().add("ada", Role.CURATOR, ROOT);
        String secret = desk.tokens().issue("ada", "laptop", ROOT).secret();
        desk.accounts().setRole("ada", Role.READER, ROOT);
        assertEquals(Optional.of(new Caller("ada", Role.READER)), desk.tokens().caller(secret));
    }

    @Test
    void thereIsAlwaysAnAdminLeft() {
        desk.accounts().add("ada", Role.ADMIN, ROOT);
        assertEquals(ErrorCode.CONFLICT, refusal(() -> desk.accounts().setRole("ada", Role.CURATOR, ROOT)));
        assertEquals(ErrorCode.CONFLICT, refusal(() -> desk.accounts().setDisabled("ada", true, ROOT)));
        desk.accounts().add("bob", Role.ADMIN, ROOT);
        desk.accounts().setDisabled("ada", true, ROOT);
        assertEquals(ErrorCode.CONFLICT, refusal(() -> desk.accounts().setRole("bob", Role.CURATOR, ROOT)));
    }

    @Test
    void tokensAreNotWithoutEnd() {
        desk.accounts().add("ada", Role.READER, ROOT);
        for (int i = 0; i < Tokens.LIMIT_TOKENS; i++) {
            desk.tokens().issue("ada", "one of many", ROOT);
        }
        assertEquals(ErrorCode.CONFLICT, refusal(() -> desk.tokens().issue("ada", "one too many", ROOT)));
    }

    @Test
    void everythingThatHappensToAnAccountIsNoted() {
        desk.accounts().add("ada", Role.ADMIN, ROOT);
        desk.accounts().add("bob", Role.READER, ROOT);
        long number = desk.tokens().issue("bob", "laptop", ROOT).token().number();
        desk.tokens().revoke("bob", number, ROOT);
        desk.accounts().setRole("bob", Role.CURATOR, ROOT);
        desk.accounts().setDisabled("bob", true, ROOT);
        assertEquals(
                List.of(
                        new Audit.Entry(6, NOW, Audit.Kind.ACCOUNT_DISABLED, "bob", ROOT, ""),
                        new Audit.Entry(5, NOW, Audit.Kind.ROLE_CHANGED, "bob", ROOT, "reader to curator"),
                        new Audit.Entry(4, NOW, Audit.Kind.TOKEN_REVOKED, "bob", ROOT, "1"),
                        new Audit.Entry(3, NOW, Audit.Kind.TOKEN_MADE, "bob", ROOT, "laptop")),
                desk.audit().before(Long.MAX_VALUE, 4));
        assertEquals(
                List.of(2L, 1L),
                desk.audit().before(3, 10).stream().map(Audit.Entry::number).toList());
    }

    @Test
    void aRefusalNotesNothing() {
        desk.accounts().add("ada", Role.ADMIN, ROOT);
        assertEquals(ErrorCode.CONFLICT, refusal(() -> desk.accounts().add("ada", Role.READER, ROOT)));
        assertEquals(1, desk.audit().before(Long.MAX_VALUE, 10).size());
    }
}
