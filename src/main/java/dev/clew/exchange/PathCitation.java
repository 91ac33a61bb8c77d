package dev.clew.exchange;

import java.util.List;
import java.util.Optional;

/**
 * A path to be cited: what it says, step by step, with numbered claims, as it stood at one change.
 *
 * @param sentence the path as a sentence
 * @param steps its steps in order
 * @param claims every claim named, those that dispute a step too; numbered from 1 in this order
 * @param pinned where it can be seen as it stood
 */
public record PathCitation(String sentence, List<Step> steps, List<Claim> claims, Pinned pinned) {
    /**
     * The state that is cited.
     *
     * @param change the change
     * @param address where it is shown as it stood then
     * @param day the day it is cited, ISO 8601
     */
    public record Pinned(long change, String address, String day) {}

    /**
     * An entity on a path.
     *
     * @param address its own address
     * @param label its label
     */
    public record Thing(String address, String label) {}

    /**
     * One step.
     *
     * @param from where it begins
     * @param to where it leads
     * @param words the relation, and the sign it carries
     * @param claims numbers of the claims that say so
     * @param disputedBy numbers of those that say otherwise, in whatever meaning
     */
    public record Step(Thing from, Thing to, Words words, List<Integer> claims, List<Integer> disputedBy) {
        /** Copies the lists. */
        public Step {
            claims = List.copyOf(claims);
            disputedBy = List.copyOf(disputedBy);
        }
    }

    /**
     * How a step reads.
     *
     * @param relation the relation from where it begins to where it leads
     * @param sign {@code +}, {@code -} or {@code ?}
     */
    public record Words(String relation, String sign) {
        /** An arrow up or down; a dash where there is no sign. */
        public String arrow() {
            return switch (sign) {
                case "+" -> "▲";
                case "-" -> "▼";
                default -> "–";
            };
        }
    }

    /**
     * One claim.
     *
     * @param thing its address, and its text for a label
     * @param said who says it and who believes it
     * @param passage where
     */
    public record Claim(Thing thing, Said said, Passage passage) {
        /** Its id: the last part of its address. */
        public String id() {
            return thing.address().substring(thing.address().lastIndexOf('/') + 1);
        }
    }

    /**
     * Whose claim.
     *
     * @param speaker who says it
     * @param holder who believes it
     */
    public record Said(Optional<String> speaker, Optional<String> holder) {
        /** In words; empty when nobody is known. */
        public String text() {
            if (speaker.isPresent() && holder.isPresent() && !speaker.equals(holder)) {
                return speaker.get() + " on what " + holder.get() + " believes";
            }
            return speaker.or(() -> holder).orElse("");
        }
    }

    /**
     * Where a claim is made.
     *
     * @param source the title
     * @param date the day it came out, ISO 8601
     * @param start seconds from its beginning
     * @param url its page
     */
    public record Passage(String source, Optional<String> date, Optional<Integer> start, Optional<String> url) {
        /** The minute, from 0; empty when the place is not known. */
        public Optional<Integer> minute() {
            return start.map(seconds -> seconds / 60);
        }
    }

    /** Copies the lists. */
    public PathCitation {
        steps = List.copyOf(steps);
        claims = List.copyOf(claims);
    }
}
