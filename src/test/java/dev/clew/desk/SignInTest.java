package dev.clew.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final Actor ROOT = new Actor("root", "192.0.2.1");
    private static final String GOOD = "a thread through the maze";
    private static final String HERE = "192.0.2.7";

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private Store store;
    private Desk desk;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory));
        desk = Desk.on(store, clock);
        desk.accounts().add("ada", Role.CURATOR, ROOT);
        desk.signIn().setPassword("ada", GOOD, ROOT);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static ClewException refused(Runnable work) {
        return assertThrows(ClewException.class, work::run);
    }

    private ErrorCode tried(String name, String password, String from) {
        return refused(() -> desk.signIn().signIn(name, password, from)).code();
    }

    @Test
    void anUnknownNameIsHeldAgainstAHashThatCostsWhatThatOfAKnownOneDoes() {
        String kept = new Passwords().hash(GOOD);
        int salt = kept.lastIndexOf('$', kept.lastIndexOf('$') - 1);
        assertEquals(kept.substring(0, salt), Passwords.NOBODYS.substring(0, salt));
        assertEquals(kept.length(), Passwords.NOBODYS.length());
        assertFalse(new Passwords().matches(GOOD, null));
    }

    @Test
    void nameAndPasswordOpenASession() {
        Session.Opened opened = desk.signIn().signIn("ada", GOOD, HERE);
        assertEquals(Optional.of(opened.session()), desk.sessions().find(opened.secret()));
        assertEquals(new Caller("ada", Role.CURATOR), opened.session().caller());
        assertNotEquals(opened.secret(), opened.session().writeWord());
        assertFalse(opened.toString().contains(opened.secret()));
        desk.signIn().signOut(opened.secret(), ROOT);
        assertEquals(Optional.empty(), desk.sessions().find(opened.secret()));
    }

    @Test
    void whatIsKeptOfAPasswordIsArgon2id() {
        String kept = store.read(handle -> handle.createQuery("SELECT password FROM account WHERE name = 'ada'")
                .mapTo(String.class)
                .one());
        assertTrue(kept.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), kept);
        desk.accounts().add("bob", Role.CURATOR, ROOT);
        desk.signIn().setPassword("bob", GOOD, ROOT);
        List<String> both = store.read(handle -> handle.createQuery("SELECT DISTINCT password FROM account")
                .mapTo(String.class)
                .list());
        assertEquals(2, both.size(), "equal passwords are kept with different salts");
    }

    @Test
    void aWrongNameIsToldLikeAWrongPassword() {
        String wrongPassword =
                refused(() -> desk.signIn().signIn("ada", "not this one", HERE)).getMessage();
        String wrongName =
                refused(() -> desk.signIn().signIn("nobody", GOOD, HERE)).getMessage();
        assertEquals(wrongPassword, wrongName);
        desk.accounts().add("mute", Role.READER, ROOT);
        assertEquals(ErrorCode.UNAUTHENTICATED, tried("mute", "", HERE));
        assertEquals(ErrorCode.UNAUTHENTICATED, tried("ada", "x".repeat(1_000_000), HERE));
    }

    @Test
    void anUnknownNameTakesAsLongAsAKnownOne() {
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            known = Math.min(known, nanos("ada", "198.51.100." + i));
            unknown = Math.min(unknown, nanos("nobody", "198.51.100." + i));
        }
        assertTrue(unknown > known / 3, "unknown " + unknown + " ns, known " + known + " ns");
    }

    private long nanos(String name, String from) {
        long start = System.nanoTime();
        assertEquals(ErrorCode.UNAUTHENTICATED, tried(name, "not this one", from));
        return System.nanoTime() - start;
    }

    @Test
    void tooManyFailuresCloseTheDoorForAWhileAndForNobodyElse() {
        for (int i = 0; i < SignIn.LIMIT_BY_NAME_AND_ADDRESS; i++) {
            assertEquals(ErrorCode.UNAUTHENTICATED, tried("ada", "guess " + i, HERE));
        }
        clock.move(Duration.ofMinutes(5));
        ClewException shut = refused(() -> desk.signIn().signIn("ada", GOOD, HERE));
        assertEquals(ErrorCode.TOO_MANY_REQUESTS, shut.code());
        assertEquals(601, shut.retryAfterSeconds());
        assertEquals("Too many sign-ins failed: try again in 601 seconds.", shut.getMessage());
        desk.signIn().signIn("ada", GOOD, "192.0.2.8");
        clock.move(Duration.ofSeconds(601));
        desk.signIn().signIn("ada", GOOD, HERE);
    }

    @Test
    void manyFailuresOfOneNameFromManyAddressesCloseItToo() {
        for (int i = 0; i < SignIn.LIMIT_BY_NAME; i++) {
            assertEquals(ErrorCode.UNAUTHENTICATED, tried("ada", "guess " + i, "198.51.100." + i));
        }
        assertEquals(ErrorCode.TOO_MANY_REQUESTS, tried("ada", "guess", "203.0.113.1"));
        assertEquals(ErrorCode.UNAUTHENTICATED, tried("bob", "guess", "203.0.113.1"));
    }

    @Test
    void aSuccessIsNoFailureAndForgivesNoOthers() {
        Throttle throttle = new Throttle(clock, SignIn.WINDOW);
        List<Throttle.Rule> rules = List.of(new Throttle.Rule("address", 2));
        throttle.count(rules);
        throttle.count(rules);
        throttle.forgive("address");
        throttle.count(rules);
        assertEquals(
                ErrorCode.TOO_MANY_REQUESTS,
                refused(() -> throttle.count(rules)).code());
        for (int i = 0; i < SignIn.LIMIT_BY_NAME_AND_ADDRESS * 2; i++) {
            desk.signIn().signIn("ada", GOOD, HERE);
        }
    }

    @Test
    void manyGuessesAtOnceGetNoFurtherThanOneAfterTheOther() {
        List<ErrorCode> told = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> tried("ada", "guess " + i, HERE))
                .toList();
        assertEquals(
                SignIn.LIMIT_BY_NAME_AND_ADDRESS,
                told.stream().filter(ErrorCode.UNAUTHENTICATED::equals).count());
    }

    @Test
    void aFloodOfKeysDoesNotFillTheMemory() {
        Throttle throttle = new Throttle(clock, SignIn.WINDOW);
        for (int i = 0; i < Throttle.LIMIT_KEYS * 3; i++) {
            throttle.count(List.of(new Throttle.Rule("key " + i, 1)));
        }
        assertEquals(Throttle.LIMIT_KEYS, throttle.size());
    }

    @Test
    void aSessionEndsWhenItIsIdleOrOld() {
        String secret = desk.signIn().signIn("ada", GOOD, HERE).secret();
        for (Duration passed = Duration.ZERO;
                passed.plus(Sessions.IDLE).compareTo(Sessions.LIFE) < 0;
                passed = passed.plus(Sessions.IDLE.minusMinutes(6))) {
            assertTrue(desk.sessions().find(secret).isPresent(), passed.toString());
            clock.move(Sessions.IDLE.minusMinutes(6));
        }
        clock.move(Sessions.IDLE.minusMinutes(6));
        assertEquals(Optional.empty(), desk.sessions().find(secret), "older than a session's life");
        String idle = desk.signIn().signIn("ada", GOOD, HERE).secret();
        clock.move(Sessions.IDLE.plusMillis(1));
        assertEquals(Optional.empty(), desk.sessions().find(idle));
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndStaysOut() {
        String secret = desk.signIn().signIn("ada", GOOD, HERE).secret();
        String link = desk.invitations().forAccount("ada", ROOT);
        desk.accounts().setDisabled("ada", true, ROOT);
        assertEquals(Optional.empty(), desk.sessions().find(secret));
        assertEquals(Optional.empty(), desk.invitations().find(link));
        assertEquals(
                ErrorCode.CONFLICT,
                refused(() -> desk.invitations().forAccount("ada", ROOT)).code());
        assertEquals(ErrorCode.UNAUTHENTICATED, tried("ada", GOOD, HERE));
        desk.accounts().setDisabled("ada", false, ROOT);
        assertEquals(Optional.empty(), desk.sessions().find(secret), "an ended session does not come back");
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() {
        String other = desk.signIn().signIn("ada", GOOD, HERE).secret();
        String next = desk.signIn()
                .changePassword("ada", GOOD, "another thread entirely", HERE)
                .secret();
        assertEquals(Optional.empty(), desk.sessions().find(other));
        assertTrue(desk.sessions().find(next).isPresent());
        assertEquals(ErrorCode.UNAUTHENTICATED, tried("ada", GOOD, HERE));
        assertEquals(
                ErrorCode.UNAUTHENTICATED,
                refused(() -> desk.signIn().changePassword("ada", GOOD, "a third thread then", HERE))
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "password", "PassWord1", "iloveyou", "adaadaada", "adaada12"})
    void aPasswordThatIsEasilyGuessedIsRefusedAndNotRepeated(String password) {
        ClewException refused = refused(() -> desk.signIn().setPassword("ada", password, ROOT));
        assertEquals(ErrorCode.INVALID, refused.code());
        assertEquals(null, refused.problems().getFirst().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kleines haus", "лабиринт-нить", "\uD83E\uDDF6 follow the thread", "        x       "})
    void anyCharactersMakeAPassword(String password) {
        desk.signIn().setPassword("ada", password, ROOT);
        desk.signIn().signIn("ada", password, HERE);
    }

    @Test
    void aPasswordOfTwoHundredCharactersIsTakenWhole() {
        String longest = "é".repeat(Passwords.LIMIT_CHARACTERS);
        desk.signIn().setPassword("ada", longest, ROOT);
        desk.signIn().signIn("ada", longest, HERE);
        assertEquals(ErrorCode.UNAUTHENTICATED, tried("ada", longest.substring(1), HERE));
        assertEquals(
                ErrorCode.INVALID,
                refused(() -> desk.signIn().setPassword("ada", longest + "x", ROOT))
                        .code());
    }

    @Test
    void aLinkSetsAPasswordOnce() {
        String link = desk.invitations().forAccount("ada", ROOT);
        assertEquals(Optional.of("ada"), desk.invitations().find(link));
        assertEquals(
                ErrorCode.INVALID,
                refused(() -> desk.invitations().accept(link, "ada", "short", HERE))
                        .code());
        assertEquals(
                ErrorCode.NOT_FOUND,
                refused(() -> desk.invitations().accept(link, "bob", "another thread entirely", HERE))
                        .code());
        Session.Opened opened = desk.invitations().accept(link, "ada", "another thread entirely", HERE);
        assertEquals("ada", opened.session().caller().name());
        assertEquals(
                ErrorCode.NOT_FOUND,
                refused(() -> desk.invitations().accept(link, "ada", "a third thread then", HERE))
                        .code());
        String overtaken = desk.invitations().forAccount("ada", ROOT);
        desk.signIn().setPassword("ada", GOOD, ROOT);
        assertEquals(Optional.empty(), desk.invitations().find(overtaken));
        String late = desk.invitations().forAccount("ada", ROOT);
        clock.move(Invitations.LIFE.plusMillis(1));
        assertEquals(Optional.empty(), desk.invitations().find(late));
    }

    @Test
    void theFirstAdminIsMadeByALinkAndOnlyWhileThereIsNobody() {
        assertEquals(Optional.empty(), desk.invitations().forFirstAdmin());
        try (Store empty = Store.open(TestDatabases.in(directory.resolve("empty")))) {
            Desk fresh = Desk.on(empty, clock);
            String replaced = fresh.invitations().forFirstAdmin().orElseThrow();
            String link = fresh.invitations().forFirstAdmin().orElseThrow();
            assertEquals(Optional.empty(), fresh.invitations().find(replaced));
            Session.Opened first = fresh.invitations().accept(link, "root", GOOD, HERE);
            assertEquals(new Caller("root", Role.ADMIN), first.session().caller());
            assertEquals(Optional.empty(), fresh.invitations().forFirstAdmin());
        }
    }

    @Test
    void signInsAndFailuresAreNotedWithoutWhatWasTyped() {
        tried("ada", "a secret guess", HERE);
        desk.signIn().signIn("ada", GOOD, HERE);
        List<Audit.Entry> noted = desk.audit().before(Long.MAX_VALUE, 2);
        assertEquals(
                List.of(Audit.Kind.SIGNED_IN, Audit.Kind.SIGN_IN_FAILED),
                noted.stream().map(Audit.Entry::kind).toList());
        assertEquals(new Actor("ada", HERE), noted.getFirst().by());
        assertFalse(noted.toString().contains("secret guess"));
    }
}
