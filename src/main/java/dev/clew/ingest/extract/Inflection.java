package dev.clew.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of English verbs, as far as cues need them. */
final class Inflection {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("make", "made"),
            Map.entry("let", "let"),
            Map.entry("grow", "grew"),
            Map.entry("lead", "led"),
            Map.entry("drive", "drove"),
            Map.entry("cut", "cut"),
            Map.entry("shrink", "shrank"),
            Map.entry("bring", "brought"),
            Map.entry("keep", "kept"),
            Map.entry("hurt", "hurt"),
            Map.entry("hold", "held"),
            Map.entry("take", "took"),
            Map.entry("put", "put"),
            Map.entry("stand", "stood"),
            Map.entry("set", "set"),
            Map.entry("run", "ran"),
            Map.entry("come", "came"),
            Map.entry("arise", "arose"),
            Map.entry("pay", "paid"),
            Map.entry("spend", "spent"),
            Map.entry("build", "built"),
            Map.entry("forbid", "forbade"),
            Map.entry("fight", "fought"),
            Map.entry("oversee", "oversaw"),
            Map.entry("lie", "lay"),
            Map.entry("sit", "sat"),
            Map.entry("give", "gave"),
            Map.entry("fall", "fell"),
            Map.entry("catch", "caught"),
            Map.entry("bet", "bet"),
            Map.entry("rise", "rose"),
            Map.entry("mean", "meant"),
            Map.entry("speed", "sped"));
    private static final Map<String, String> PARTICIPLES = Map.ofEntries(
            Map.entry("grow", "grown"),
            Map.entry("drive", "driven"),
            Map.entry("shrink", "shrunk"),
            Map.entry("take", "taken"),
            Map.entry("forbid", "forbidden"),
            Map.entry("oversee", "overseen"),
            Map.entry("give", "given"),
            Map.entry("run", "run"),
            Map.entry("come", "come"),
            Map.entry("fall", "fallen"),
            Map.entry("rise", "risen"),
            Map.entry("arise", "arisen"));

    private static final Set<String> DOUBLING =
            Set.of("ban", "permit", "stop", "commit", "cut", "let", "put", "set", "run", "sit", "lag", "bet");

    private Inflection() {}

    /** The plain form of a third person: "relies" gives "rely". */
    static String base(String third) {
        if (third.endsWith("ies")) {
            return third.substring(0, third.length() - 3) + "y";
        }
        if (third.endsWith("sses") || third.endsWith("shes") || third.endsWith("ches") || third.endsWith("xes")) {
            return third.substring(0, third.length() - 2);
        }
        return third.endsWith("s") && !third.endsWith("ss") ? third.substring(0, third.length() - 1) : third;
    }

    /** The forms in which the verb is said of a subject: "cuts", "cut", "cutting". */
    static Set<String> active(String third) {
        String base = base(third);
        return new LinkedHashSet<>(List.of(third, base, IRREGULAR.getOrDefault(base, past(base))));
    }

    /** The form after "is" in which the subject does it: "cutting". */
    static String gerund(String third) {
        String base = base(third);
        if (base.endsWith("e") && !base.endsWith("ee")) {
            return base.substring(0, base.length() - 1) + "ing";
        }
        return (DOUBLING.contains(base) ? base + base.charAt(base.length() - 1) : base) + "ing";
    }

    /** The form after "is": "restricted". */
    static String participle(String third) {
        String base = base(third);
        return PARTICIPLES.getOrDefault(base, IRREGULAR.getOrDefault(base, past(base)));
    }

    private static String past(String base) {
        if (base.endsWith("e")) {
            return base + "d";
        }
        if (base.endsWith("y") && !"aeiou".contains(base.substring(base.length() - 2, base.length() - 1))) {
            return base.substring(0, base.length() - 1) + "ied";
        }
        return (DOUBLING.contains(base) ? base + base.charAt(base.length() - 1) : base) + "ed";
    }
}
