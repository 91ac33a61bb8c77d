package dev.clew.ingest.extract;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The English phrases that tell claims from talk. */
final class Phrases {
    static final Pattern CAUSE = any(
            "because",
            "therefore",
            "as a result",
            "leads? to",
            "led to",
            "means that",
            "depends? (?:on|a lot|heavily)",
            "relies on|rely on",
            "due to",
            "drives?",
            "driven by",
            "causes?",
            "enables?",
            "allows?",
            "requires?",
            "prevents?",
            "in order to",
            "results? in",
            "impacts?",
            "influences?",
            "affects?",
            "thanks to",
            "so that",
            "without",
            "that is why|that's why",
            "makes? it (?:possible|hard|harder|easier|difficult)",
            "lack of",
            "incentiv\\w+",
            "creates?",
            "limits?",
            "encourages?");
    static final Pattern COMPARISON = any(
            "more",
            "less",
            "fewer",
            "better",
            "worse",
            "most",
            "least",
            "than",
            "faster",
            "cheaper",
            "larger",
            "bigger",
            "smaller",
            "increas\\w+",
            "decreas\\w+",
            "grow(?:s|ing|th|n)?",
            "decline[sd]?",
            "improv\\w+",
            "reduc\\w+",
            "rise[sn]?|rising",
            "lower",
            "higher",
            "as (?:good|well|fast|large) as",
            "exponential\\w*",
            "rather than",
            "instead of",
            "unlike",
            "compared (?:to|with)",
            "lag\\w*",
            "ahead of",
            "behind",
            "dominat\\w+",
            "outperform\\w*",
            "surpass\\w*");
    static final Pattern NUMBER = any(
            "\\$?\\d[\\d,.]*%?",
            "twice",
            "half",
            "million",
            "billion",
            "trillion",
            "percent",
            "tenfold",
            "double[sd]?",
            "hundreds?",
            "thousands?",
            "decades?",
            "\\d+x");
    static final Pattern OUTLOOK = any(
            "will",
            "won't",
            "going to",
            "gonna",
            "should",
            "must",
            "need(?:s)? to",
            "have to|has to",
            "ought to",
            "likely",
            "unlikely",
            "eventually",
            "by 20\\d\\d",
            "plans? to",
            "aims? to",
            "could");
    static final Pattern JUDGEMENT = any(
            "is (?:a|an|the|not|very|really|so|still|critical|important|key|essential|hard|difficult)",
            "are (?:a|an|the|not|very|really|still|critical|important|hard)",
            "important",
            "critical",
            "crucial",
            "essential",
            "risk\\w*",
            "danger\\w*",
            "problem",
            "challeng\\w*",
            "advantage\\w*",
            "threat\\w*",
            "opportunit\\w+",
            "benefit\\w*",
            "the (?:real|main|biggest|key|only)",
            "best",
            "always",
            "never",
            "every",
            "tend(?:s)? to",
            "fundamental\\w*",
            "there (?:is|are|has|have)",
            "strateg\\w+");
    static final Pattern ANAPHORA = Pattern.compile(
            "^(?:(?:and|but|so|or|yeah|well|then|also|now)[, ]+)*(?:it|it's|that|that's|this|they|they're|those|these|he|she|he's|she's|which|there's a lot)\\b",
            Pattern.CASE_INSENSITIVE);
    static final Pattern NARRATIVE = any(
            "i was",
            "i've",
            "i had",
            "i went",
            "i got",
            "i remember",
            "i love",
            "i am",
            "i'm",
            "my",
            "we talked",
            "i said",
            "i'd",
            "i did",
            "i do",
            "i wanted",
            "i know",
            "we'll",
            "i'll",
            "let's",
            "me",
            "i started",
            "i saw",
            "i just",
            "i wonder",
            "we were",
            "i have",
            "i read",
            "i don't know",
            "i want to",
            "i would",
            "i guess",
            "i mean");
    static final Pattern ADDRESS = any("you", "your", "you're", "yourself", "you've");
    static final Pattern FILLER = any(
            "you know",
            "kind of",
            "sort of",
            "like",
            "and stuff",
            "or whatever",
            "basically",
            "i mean",
            "right\\?",
            "--",
            "\\.\\.\\.",
            "gonna",
            "wanna",
            "thing",
            "things",
            "stuff");
    static final Pattern SHOW_TALK = any(
            "welcome",
            "episode",
            "podcast",
            "listeners?",
            "listening",
            "show notes",
            "thank(?:s| you)",
            "sponsors?",
            "our show",
            "the show",
            "this show",
            "tune in",
            "co-?host",
            "joined by",
            "joining us",
            "today's guest",
            "pleasure",
            "appreciate it",
            "great question",
            "good question",
            "what we're gonna talk",
            "dive in",
            "conversation",
            "chat about",
            "fully connected",
            "guys");
    static final Pattern CAUSAL_OPENING = any("because", "the reason");
    static final Pattern RECOMMENDATION = any("should", "ought to", "must", "need to", "needs to");
    static final Pattern FORECAST = any("will", "won't", "going to", "gonna", "eventually", "by 20[2-9]\\d");
    static final Pattern OPINION = any(
            "i think",
            "i believe",
            "in my opinion",
            "important",
            "best",
            "better",
            "worse",
            "good",
            "bad",
            "great",
            "exciting",
            "scary",
            "critical");
    static final Pattern HEDGE = any(
            "may",
            "might",
            "could",
            "perhaps",
            "probably",
            "possibly",
            "maybe",
            "likely",
            "seems?",
            "suggests?",
            "i guess",
            "i suppose",
            "i think",
            "potentially",
            "appears?");
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:so|and|but|yeah|yes|no|well|okay|ok|now|right|then|also|exactly|absolutely|sure|i mean|i think|you know|again|of course|obviously|like|oh)"
                    + "(?:[,.]+\\s*|\\s+--\\s*|\\s+)(?:that\\s+(?=\\p{Lu}|the\\b|a\\b))?)+",
            Pattern.CASE_INSENSITIVE);

    private Phrases() {}

    private static Pattern any(String... phrases) {
        return Pattern.compile("(?<![\\w'])(?:" + String.join("|", phrases) + ")(?![\\w'])", Pattern.CASE_INSENSITIVE);
    }

    /** How often it occurs, up to some number. */
    static int count(Pattern pattern, String text, int most) {
        Matcher matcher = pattern.matcher(text);
        int count = 0;
        while (count < most && matcher.find()) {
            count++;
        }
        return count;
    }

    /** The sentence without the words by which speech gets going, with a capital at its beginning. */
    static String restated(String sentence) {
        String bare = OPENING.matcher(sentence).replaceFirst("").strip();
        String kept = bare.length() < 20 ? sentence : bare;
        return kept.substring(0, 1).toUpperCase(Locale.ROOT) + kept.substring(1);
    }
}
