package dev.clew.mail;

/** Notices as mail servers write them. */
final class Notices {
    private Notices() {}

    /** Of a letter with this name, of which its headers come back. */
    static String of(String address, String action, String status, String name) {
        return start(address) + """
                --B42
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.net
                Arrival-Date: Wed, 25 Nov 2026 12:00:00 +0000

                Final-Recipient: RFC822; <%1$s>
                Action: %2$s
                Status: %3$s (as far as is known)
                Diagnostic-Code: smtp; 550 5.1.1 <%1$s>:
                  Recipient address rejected: User unknown

                --B42
                Content-Type: text/rfc822-headers

                From: clew@example.org
                To: %1$s
                Message-ID:
                 %4$s
                Subject: 5 insights for you

                --B42--
                """.formatted(address, action, status, name);
    }

    /** Of no letter in particular. */
    static String withoutLetter(String address) {
        return start(address) + """
                --B42
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.net

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1

                --B42--
                """.formatted(address);
    }

    private static String start(String address) {
        return """
                From: MAILER-DAEMON@example.net
                To: clew@example.org
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="B42"

                --B42
                Content-Type: text/plain

                Your message to %s could not be delivered.

                """.formatted(address);
    }
}
