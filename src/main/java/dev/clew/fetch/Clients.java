package dev.clew.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** Makes the clients of everything that goes out: each checks addresses after looking them up and follows nothing by itself. */
final class Clients {
    private static final int CONNECTIONS = 32;
    private static final Timeout CONNECT = Timeout.ofSeconds(15);

    private Clients() {}

    /**
     * A client.
     *
     * @param silence how long a server may say nothing
     * @param anyAddress whether addresses of private networks and of this machine are allowed too
     */
    static CloseableHttpClient make(Timeout silence, boolean anyAddress) {
        Timeout connect = silence.compareTo(CONNECT) < 0 ? silence : CONNECT;
        return HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(anyAddress))
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(silence)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(silence)
                        .setConnectionRequestTimeout(connect)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent("Clew (knowledge-graph explorer of podcast claims)")
                .build();
    }

    /** Looks names up, and gives no address that must not be connected to. */
    private record CheckedNames(boolean anyAddress) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = InetAddress.getAllByName(host);
            for (InetAddress each : found) {
                if (!anyAddress && !AddressRule.isPublic(each)) {
                    throw new NotPublic(host, each);
                }
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** Thrown where a name leads into a network that is not public. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic(String host, InetAddress address) {
            super(host + " is at " + address.getHostAddress());
        }
    }
}
