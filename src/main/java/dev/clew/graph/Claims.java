package dev.clew.graph;

import dev.clew.model.Attribution;
import dev.clew.model.ClaimType;
import java.util.Arrays;

/**
 * Every version of every insight that the graph has seen, a column a property, a row a version; rows are only added.
 *
 * <p>Written by one thread; a reader reads the rows below the count it was given.
 */
final class Claims {
    static final int UNKNOWN = -1;
    private static final ClaimType[] TYPES = ClaimType.values();
    private static final Attribution[] ATTRIBUTIONS = Attribution.values();

    String[] id;
    /** Numbers of entities, {@link #UNKNOWN} where nobody is known. */
    int[] holder;

    int[] speaker;
    /** Numbers of sources. */
    int[] source;
    /** First link; a version's links stand side by side. */
    int[] firstLink;

    short[] linkCount;
    byte[] type;
    byte[] attribution;
    int count;

    Claims(int capacity) {
        id = new String[capacity];
        holder = new int[capacity];
        speaker = new int[capacity];
        source = new int[capacity];
        firstLink = new int[capacity];
        linkCount = new short[capacity];
        type = new byte[capacity];
        attribution = new byte[capacity];
    }

    /** A row to be filled. */
    int add() {
        if (count == id.length) {
            int capacity = Math.max(64, count * 2);
            id = Arrays.copyOf(id, capacity);
            holder = Arrays.copyOf(holder, capacity);
            speaker = Arrays.copyOf(speaker, capacity);
            source = Arrays.copyOf(source, capacity);
            firstLink = Arrays.copyOf(firstLink, capacity);
            linkCount = Arrays.copyOf(linkCount, capacity);
            type = Arrays.copyOf(type, capacity);
            attribution = Arrays.copyOf(attribution, capacity);
        }
        return count++;
    }

    /** A new row like another, with its links from here on. */
    int copy(int claim, int firstLinkOfCopy) {
        int next = add();
        id[next] = id[claim];
        holder[next] = holder[claim];
        speaker[next] = speaker[claim];
        source[next] = source[claim];
        firstLink[next] = firstLinkOfCopy;
        linkCount[next] = linkCount[claim];
        type[next] = type[claim];
        attribution[next] = attribution[claim];
        return next;
    }

    ClaimType type(int claim) {
        return TYPES[type[claim]];
    }

    Attribution attribution(int claim) {
        return ATTRIBUTIONS[attribution[claim]];
    }

    /** The same columns as they are now, for readers; later rows do not show, whatever the writer does. */
    Claims frozen() {
        Claims frozen = new Claims(0);
        frozen.id = id;
        frozen.holder = holder;
        frozen.speaker = speaker;
        frozen.source = source;
        frozen.firstLink = firstLink;
        frozen.linkCount = linkCount;
        frozen.type = type;
        frozen.attribution = attribution;
        frozen.count = count;
        return frozen;
    }
}
