package dev.clew.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.clew.desk.Desk;
import dev.clew.desk.MovableClock;
import dev.clew.mail.BounceReading.Limits;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** A mailbox of a real IMAP server behind TLS, whose certificate is made for the test and vouched for while it runs. */
@ResourceLock(Resources.GLOBAL)
class SecretMailboxTest {
    private static final String PASSWORD = "only for a test";

    @TempDir
    Path directory;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private SSLContext usual;
    private SSLContext vouching;

    @BeforeEach
    void vouch() throws Exception {
        mail.start();
        usual = SSLContext.getDefault();
        vouching = vouching(certificate());
        SSLContext.setDefault(vouching);
    }

    @AfterEach
    void asBefore() {
        SSLContext.setDefault(usual);
        mail.stop();
    }

    /** A key of this address, and the certificate for it. */
    private KeyStore certificate() throws Exception {
        Path file = directory.resolve("key.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, made.waitFor(), said);
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static SSLContext vouching(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        KeyStore vouched = KeyStore.getInstance("PKCS12");
        vouched.load(null, null);
        vouched.setCertificateEntry("mail", store.getCertificate("mail"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(vouched);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void noticesAreReadThroughTls() throws Exception {
        GreenMailUser owner = mail.setUser("clew@example.org", "clew", "secret");
        String notice = Notices.of("ada@example.org", "failed", "5.1.1", "<ada@clew.example>");
        owner.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(notice.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        try (TlsFront front = new TlsFront(vouching, mail.getImap().getPort());
                Store store = Store.open(TestDatabases.in(directory))) {
            Mailbox mailbox = Mailbox.parse("imaps://clew:secret@127.0.0.1:" + front.port() + "/INBOX");
            Desk.Reading reading = Desk.on(store, new MovableClock()).reading();
            assertEquals(
                    "1 notices read, 0 of letters from here, 0 addresses get nothing until they are confirmed again.",
                    new BounceReading(mailbox, reading.bounces(), Limits.DEFAULT).read(() -> false));
        }
    }
}
