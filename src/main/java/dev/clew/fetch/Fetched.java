package dev.clew.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched.
 *
 * @param address where it was in the end, after every redirect
 * @param moved where it says to ask from now on: the last address that was reached by permanent redirects only; null where
 *     the first one was not such
 * @param changed false when the server says that nothing has changed since; the body is empty then
 * @param body what it holds, decompressed
 * @param type its Content-Type; empty when it states none
 * @param marks what to ask by the next time
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
public record Fetched(URI address, @Nullable URI moved, boolean changed, byte[] body, String type, Marks marks) {
    /**
     * By what a server tells whether a thing has changed.
     *
     * @param etag its ETag; null for none
     * @param lastModified its Last-Modified as it stands; null for none
     */
    public record Marks(@Nullable String etag, @Nullable String lastModified) {
        /** Nothing is known. */
        public static final Marks NONE = new Marks(null, null);
    }
}
