package dev.clew.mcp;

import dev.clew.ontology.Base;
import io.modelcontextprotocol.server.transport.HeaderAccessor;
import io.modelcontextprotocol.server.transport.ServerHttpHeaderValidator;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Refuses requests that a page of another site makes a browser send, as the protocol demands against DNS rebinding: an
 * origin must be this machine or the base's. Programs name none.
 *
 * @param base where records have their addresses
 */
record OriginCheck(Base base) implements ServerHttpHeaderValidator {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d{1,5})?");

    @Override
    public void validate(HeaderAccessor headers) throws ServerTransportSecurityException {
        for (String origin : headers.getHeader("Origin")) {
            require(origin);
        }
    }

    private void require(String origin) throws ServerTransportSecurityException {
        if (!THIS_MACHINE.matcher(origin).matches() && !origin.equals(ownOrigin())) {
            throw new ServerTransportSecurityException(
                    403, "Pages of other sites may not ask here: the origin must be this machine's or " + ownOrigin());
        }
    }

    private String ownOrigin() {
        URI address = URI.create(base.address());
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
