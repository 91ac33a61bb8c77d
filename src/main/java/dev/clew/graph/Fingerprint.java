package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.Testimony;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A hash over everything that a state answers with, told by ids alone, so that numbers and history do not show. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(State state) {
        List<String> lines = new ArrayList<>();
        for (int node = 0; node < state.nodes().size(); node++) {
            Node each = state.node(node);
            boolean silent = each.along().count() + each.against().count() == 0;
            if (each.face().published() || !silent) {
                lines.add(each.face() + " " + each.tally() + arcs(state, "along", each.along())
                        + arcs(state, "against", each.against()));
            }
        }
        Links links = state.links();
        for (int link = 0; link < links.count; link++) {
            if (links.until[link] == Links.OPEN) {
                Testimony each = state.testimony(link);
                lines.add(each.edge() + " " + each.reading() + " " + each.stance() + " " + each.evidence());
            }
        }
        for (int source = 0; source < state.days().length; source++) {
            if (state.days()[source] != State.NO_DAY) {
                lines.add(state.words().sources.get(source) + " " + state.days()[source]);
            }
        }
        lines.sort(null);
        MessageDigest digest = sha256();
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String arcs(State state, String way, Arcs arcs) {
        List<String> lines = new ArrayList<>();
        int[] cells = arcs.cells();
        for (int cell = arcs.start(); cell < arcs.end(); cell += Arcs.CELLS) {
            lines.add("\n" + way + " " + state.words().entities.get(cells[cell]) + " " + cells[cell + 1] + " "
                    + state.words().readings.get(cells[cell + 2]));
        }
        lines.sort(null);
        return String.join("", lines);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
