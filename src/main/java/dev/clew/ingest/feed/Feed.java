package dev.clew.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says, whatever its format: RSS 2.0 or Atom, with the tags of iTunes and Podcasting 2.0.
 *
 * @param show the podcast
 * @param items its episodes, in the feed's order
 * @param troubles what could not be read, each in a sentence; empty for a sound feed
 */
public record Feed(Show show, List<Item> items, List<String> troubles) {
    /** Copies the lists. */
    public Feed {
        items = List.copyOf(items);
        troubles = List.copyOf(troubles);
    }

    /**
     * The podcast.
     *
     * @param title its title; empty when it states none
     * @param page its page; null when it states none
     * @param categories what it is about
     * @param moved the address it asks to be read at from now on ({@code itunes:new-feed-url}); null for none
     * @param pause how long it asks not to be read again ({@code ttl}); null when it does not say
     */
    public record Show(
            String title,
            @Nullable String page,
            List<String> categories,
            @Nullable String moved,
            @Nullable Duration pause) {
        /** Copies the list. */
        public Show {
            categories = List.copyOf(categories);
        }
    }

    /**
     * An episode.
     *
     * @param guid by which it is known again: its {@code guid} or {@code id}, else its audio, else its page
     * @param title its title; empty when it states none
     * @param published when it came out; null when it does not say
     * @param media where it is
     * @param numbers its season and number
     * @param people who takes part
     * @param transcripts where it is written down
     * @param parts its chapters and highlights
     * @param subjects what it is about
     */
    public record Item(
            String guid,
            String title,
            @Nullable Instant published,
            Media media,
            Numbers numbers,
            List<Participant> people,
            List<TranscriptLink> transcripts,
            Parts parts,
            Subjects subjects) {
        /** Copies the lists. */
        public Item {
            people = List.copyOf(people);
            transcripts = List.copyOf(transcripts);
        }
    }

    /**
     * Where an episode is.
     *
     * @param page its page; null for none
     * @param audio its enclosure; null for none
     * @param seconds its length; null when unknown
     */
    public record Media(
            @Nullable String page,
            @Nullable String audio,
            @Nullable Integer seconds) {}

    /**
     * The numbers of an episode.
     *
     * @param season null when it has none
     * @param episode null when it has none
     */
    public record Numbers(
            @Nullable Integer season, @Nullable Integer episode) {}

    /**
     * Who takes part.
     *
     * @param name as the feed writes it
     * @param role lower case; {@code host} when it does not say
     */
    public record Participant(String name, String role) {}

    /**
     * Where an episode is written down.
     *
     * @param address of the transcript
     * @param mediaType as the feed says; may be empty
     * @param language its tag; null when it does not say
     */
    public record TranscriptLink(
            String address, String mediaType, @Nullable String language) {}

    /**
     * The parts of an episode.
     *
     * @param chapters the address of its chapters; null for none
     * @param highlights passages that the feed points out
     */
    public record Parts(@Nullable String chapters, List<Highlight> highlights) {
        /** Copies the list. */
        public Parts {
            highlights = List.copyOf(highlights);
        }
    }

    /**
     * A passage that a feed points out ({@code podcast:soundbite}).
     *
     * @param startSeconds where it begins
     * @param durationSeconds how long it is
     * @param title what it is called; empty when it is not
     */
    public record Highlight(double startSeconds, double durationSeconds, String title) {}

    /**
     * What an episode is about.
     *
     * @param categories as the feed files it
     * @param summary its description without markup
     */
    public record Subjects(List<String> categories, String summary) {
        /** Copies the list. */
        public Subjects {
            categories = List.copyOf(categories);
        }
    }
}
