package dev.clew.fetch;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fetches from other servers by HTTP and HTTPS whatever a feed or a person names. Each host is looked up once for
 * a connection, and connected to at just the addresses that passed {@link AddressRule}, redirects included; so no name leads to
 * another address at the second look. No cookies are kept and no credentials sent; proxies of the system's properties
 * ({@code https.proxyHost} …) are used, and then look names up themselves. Safe for any number of threads.
 */
public final class Fetcher implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final int NOT_MODIFIED = 304;
    private static final int LIMIT_ADDRESS_CHARACTERS = 4_000;

    private final FetchLimits limits;
    private final boolean anyAddress;
    private @Nullable CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();

    /**
     * A client with limits.
     *
     * @param anyAddress whether addresses of private networks and of this machine are allowed too
     */
    public Fetcher(FetchLimits limits, boolean anyAddress) {
        this.limits = limits;
        this.anyAddress = anyAddress;
    }

    /** Made when it is first needed: it reads all the certificates that this machine trusts. */
    private synchronized CloseableHttpClient client() {
        if (client == null) {
            Timeout silence = Timeout.ofMilliseconds(Math.min(limits.time().toMillis(), 15_000));
            client = Clients.make(silence, anyAddress);
        }
        return client;
    }

    /** One fetch on its way. */
    private record Way(URI at, @Nullable URI moved, int redirects, boolean permanent) {
        Way to(URI next, boolean forGood) {
            boolean still = permanent && forGood;
            return new Way(next, still ? next : moved, redirects + 1, still);
        }
    }

    /**
     * Fetches what is at an address, if it has changed.
     *
     * @param accept what may be answered, as an Accept header
     * @param marks what is known of it from the last time
     * @throws ClewException (invalid) an address that is not http or https or not of the public network; (fetch-failed) when it
     *     cannot be had, saying why; (too-large) beyond the limit of bytes
     */
    public Fetched fetch(URI address, String accept, Fetched.Marks marks) {
        long until = System.nanoTime() + limits.time().toNanos();
        Way way = new Way(checked(address), null, 0, true);
        while (true) {
            HttpGet request = request(way.at(), accept, marks);
            Future<?> deadline = deadlines.set(request, until - System.nanoTime());
            try {
                Way current = way;
                Object answer = client().execute(request, response -> answer(current, response));
                if (answer instanceof Fetched fetched) {
                    return fetched;
                }
                way = (Way) answer;
            } catch (Clients.NotPublic elsewhere) {
                throw new ClewException(
                        ErrorCode.FETCH_REFUSED,
                        "<" + way.at() + "> is not of the public network (" + elsewhere.getMessage()
                                + "): allow such addresses by the setting fetch-private=on if that is meant.",
                        elsewhere);
            } catch (IOException failed) {
                throw failure(way.at(), failed, until);
            } finally {
                deadline.cancel(false);
            }
        }
    }

    private ClewException failure(URI at, IOException failed, long until) {
        String why = System.nanoTime() >= until
                ? "it took longer than the limit of " + limits.time().toSeconds() + " s"
                : failed instanceof UnknownHostException
                        ? "its host is not known"
                        : String.valueOf(failed.getMessage());
        return new ClewException(ErrorCode.FETCH_FAILED, "<" + at + "> cannot be fetched: " + why + ".", failed);
    }

    private static HttpGet request(URI at, String accept, Fetched.Marks marks) {
        HttpGet request = new HttpGet(at);
        request.setHeader("Accept", accept);
        if (marks.etag() != null) {
            request.setHeader("If-None-Match", marks.etag());
        }
        if (marks.lastModified() != null) {
            request.setHeader("If-Modified-Since", marks.lastModified());
        }
        return request;
    }

    /** Either where to go on, as a {@link Way}, or what was {@link Fetched}. */
    private Object answer(Way way, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (REDIRECTS.contains(status)) {
            return redirected(way, response, PERMANENT.contains(status));
        }
        if (status != NOT_MODIFIED && status / 100 != 2) {
            throw new ClewException(
                    ErrorCode.FETCH_FAILED, "<" + way.at() + "> was answered " + status + " instead of 200.");
        }
        return new Fetched(
                way.at(),
                way.moved(),
                status != NOT_MODIFIED,
                status == NOT_MODIFIED ? new byte[0] : body(way, response.getEntity()),
                value(response, "Content-Type") == null ? "" : String.valueOf(value(response, "Content-Type")),
                new Fetched.Marks(value(response, "ETag"), value(response, "Last-Modified")));
    }

    private Way redirected(Way way, ClassicHttpResponse response, boolean forGood) {
        String location = value(response, "Location");
        if (location == null) {
            throw new ClewException(ErrorCode.FETCH_FAILED, "<" + way.at() + "> is elsewhere and does not say where.");
        }
        if (way.redirects() >= limits.redirects()) {
            throw new ClewException(
                    ErrorCode.FETCH_FAILED,
                    "<" + way.at() + "> leads on beyond the limit of " + limits.redirects() + " redirects.");
        }
        try {
            return way.to(checked(way.at().resolve(new URI(location.strip()))), forGood);
        } catch (URISyntaxException malformed) {
            throw new ClewException(
                    ErrorCode.FETCH_FAILED, "<" + way.at() + "> leads to what is no address: " + location, malformed);
        }
    }

    private static URI checked(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) {
            throw new ClewException(
                    ErrorCode.FETCH_REFUSED, "<" + address + "> is not fetched: give an http or https address.");
        }
        if (address.getUserInfo() != null) {
            throw new ClewException(
                    ErrorCode.FETCH_REFUSED, "An address with a user and password in it is not fetched.");
        }
        if (address.toString().length() > LIMIT_ADDRESS_CHARACTERS) {
            throw new ClewException(
                    ErrorCode.FETCH_REFUSED,
                    "An address of more than " + LIMIT_ADDRESS_CHARACTERS + " characters is not fetched.");
        }
        return address;
    }

    private byte[] body(Way way, @Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        // Not closed here: closing would read the rest, which the limit is to spare us; the response is closed by its
        // client.
        InputStream in = entity.getContent();
        byte[] bytes = in.readNBytes(limits.bytes() + 1);
        if (bytes.length > limits.bytes()) {
            throw new ClewException(
                    ErrorCode.TOO_LARGE,
                    "<" + way.at() + "> is larger than the limit of " + limits.bytes() + " bytes.");
        }
        return bytes;
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public synchronized void close() {
        deadlines.close();
        try {
            if (client != null) {
                client.close();
            }
        } catch (IOException alreadyBroken) {
            throw new IllegalStateException("the client of fetches cannot be closed", alreadyBroken);
        }
    }
}
