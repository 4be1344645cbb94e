package dev.bulkhead.lxd;

import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Transport;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Makes HTTP clients that speak to one unix socket, whatever host a request names. */
final class UnixHttp {

    private static final int MAX_CONNECTIONS = 64;
    private static final int MAX_THREADS = 8;

    private UnixHttp() {}

    /** A client that is not started yet. */
    static HttpClient to(Path socket, String threadName) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 1);
        threads.setName(threadName);
        threads.setDaemon(true);
        ClientConnector connector = new ClientConnector();
        connector.setExecutor(threads);
        connector.setSelectors(1);
        connector.setConnectTimeout(Duration.ofSeconds(5));
        HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector) {
            @Override
            public Origin newOrigin(Request request) {
                // The last moment at which a request, a WebSocket's handshake included, can be given its transport.
                request.transport(new Transport.TCPUnix(socket));
                return super.newOrigin(request);
            }
        };
        HttpClient client = new HttpClient(transport);
        // After HttpClient's constructor, which sets a factory of its own.
        transport.setConnectionPoolFactory(destination -> new NoSilentConnectionPool(destination, MAX_CONNECTIONS));
        client.setExecutor(threads);
        client.setMaxConnectionsPerDestination(MAX_CONNECTIONS);
        client.setIdleTimeout(Duration.ofSeconds(30).toMillis());
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.getContentDecoderFactories().clear();
        return client;
    }
}
