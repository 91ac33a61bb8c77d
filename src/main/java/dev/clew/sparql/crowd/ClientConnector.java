package dev.clew.sparql.crowd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connector whose connections tell, while a request is answered, whether the client has closed its side: the server
 * itself does not look before it writes.
 */
public final class ClientConnector extends ServerConnector {
    /** A connector of a server, for one protocol. */
    public ClientConnector(Server server, ConnectionFactory protocol) {
        super(server, protocol);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        Connection connection = new Connection(channel, selector, key, getScheduler());
        connection.setIdleTimeout(getIdleTimeout());
        return connection;
    }

    /** Whether the client of a request, the body of which has been read, has left; false where that cannot be told. */
    public static boolean hasLeft(Request request) {
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        return connection instanceof Connection ours && ours.hasLeft();
    }

    private static final class Connection extends SocketChannelEndPoint {
        private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;

        Connection(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        /** Reads one byte ahead: the only way to be told that there will be none. It is kept for who reads next. */
        synchronized boolean hasLeft() {
            if (ahead.hasRemaining()) {
                return false;
            }
            try {
                ByteBuffer one = ByteBuffer.allocate(1);
                int read = getChannel().read(one);
                ahead = one.flip();
                return read < 0;
            } catch (IOException broken) {
                return true;
            }
        }

        @Override
        public synchronized int fill(ByteBuffer buffer) throws IOException {
            if (ahead.hasRemaining()) {
                return BufferUtil.append(buffer, ahead);
            }
            return super.fill(buffer);
        }
    }
}
