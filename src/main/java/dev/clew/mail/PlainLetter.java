package dev.clew.mail;

import dev.clew.mail.LetterText.Reason;
import dev.clew.mail.LetterText.Shown;
import java.util.StringJoiner;

/** A letter as plain text. */
final class PlainLetter {
    private final StringJoiner lines = new StringJoiner("\n", "", "\n");

    private PlainLetter() {}

    static String of(LetterText text) {
        PlainLetter letter = new PlainLetter();
        letter.write(text);
        return letter.lines.toString();
    }

    private void write(LetterText text) {
        lines.add(text.opening());
        int number = 1;
        for (Shown claim : text.claims()) {
            lines.add("");
            claim(number++, claim);
        }
        if (!text.told().isEmpty()) {
            lines.add("").add("WHAT BECAME OF WHAT YOU FOLLOW");
            text.told().forEach(line -> lines.add("- " + line));
        }
        lines.add("").add("--").add(text.links().label() + ":").add(text.links().page());
        if (text.links().leave() != null) {
            lines.add("Stop these letters:").add(text.links().leave());
        }
        lines.add(text.closing());
    }

    private void claim(int number, Shown claim) {
        lines.add(number + ". " + (claim.reasons().counterView() ? "[Counter-view] " : "") + claim.text());
        lines.add("   " + claim.origin());
        lines.add("   " + claim.page());
        if (claim.listen() != null) {
            lines.add("   Listen: " + claim.listen());
        }
        claim.also().forEach(also -> lines.add("   Also: " + also));
        lines.add("   Chosen by " + claim.reasons().points() + " points:");
        for (Reason reason : claim.reasons().each()) {
            lines.add("   " + reason.points() + " – " + reason.text());
            lines.add("       " + reason.check());
        }
    }
}
