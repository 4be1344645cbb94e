package dev.bulkhead.lxd;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.DuplexConnectionPool;

/**
 * A pool that keeps no connection which has not carried a request yet.
 *
 * <p>The pool of Jetty opens a connection for a request, but the request may go out on another one that became free meanwhile, or be
 * cancelled; the new connection then waits in the pool. LXD 5.0 peeks at the first bytes of each connection before it accepts the
 * next one, so one that says nothing locks every client of that daemon out.
 */
final class NoSilentConnectionPool extends DuplexConnectionPool {

    private final Set<Connection> silent = ConcurrentHashMap.newKeySet();

    NoSilentConnectionPool(Destination destination, int maxConnections) {
        super(destination, maxConnections);
    }

    @Override
    protected void onCreated(Connection connection) {
        silent.add(connection);
        super.onCreated(connection);
    }

    @Override
    protected Connection activate() {
        Connection connection = super.activate();
        if (connection != null) {
            silent.remove(connection);
        }
        return connection;
    }

    /** Called when a new connection is ready: hands it to a waiting request, if there still is one. */
    @Override
    protected void proceed() {
        super.proceed();
        for (Connection connection : silent) {
            if (silent.remove(connection) && remove(connection)) {
                connection.close();
            }
        }
    }

    @Override
    protected void onRemoved(Connection connection) {
        silent.remove(connection);
        super.onRemoved(connection);
    }
}
