package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.operation.audit.AuditRow;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows by syslog: as datagrams (RFC 5426), or over a connection, in the clear or by TLS (RFC 5425), each with its length before it
 * (RFC 6587). A datagram may be lost unnoticed; of a connection that breaks, what was not surely sent is sent again.
 */
final class SyslogReceiver implements Receiver {

    private static final int CONNECT_MILLIS = 10_000;

    /** What every receiver takes in one datagram is less, but a row that is cut cannot be verified. */
    private static final int LONGEST_DATAGRAM = 65_000;

    private final URI address;
    private final SSLContext tls;
    private final String host = hostName();
    private @Nullable Socket connection;

    SyslogReceiver(URI address, SSLContext tls) {
        this.address = address;
        this.tls = tls;
    }

    @Override
    public String name() {
        return "syslog " + address.getScheme() + "://" + address.getHost() + ":" + address.getPort();
    }

    @Override
    public void send(List<AuditRow> rows) throws IOException {
        if (address.getScheme().equals("udp")) {
            sendDatagrams(rows);
            return;
        }
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (AuditRow row : rows) {
            byte[] message = SyslogMessage.of(row, host);
            frames.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
            frames.writeBytes(message);
        }
        try {
            Socket open = connected();
            BufferedOutputStream out = new BufferedOutputStream(open.getOutputStream());
            frames.writeTo(out);
            out.flush();
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private void sendDatagrams(List<AuditRow> rows) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()));
            for (AuditRow row : rows) {
                byte[] message = SyslogMessage.of(row, host);
                socket.send(new DatagramPacket(message, Math.min(message.length, LONGEST_DATAGRAM)));
            }
        }
    }

    /** A receiver never answers; if it can be read from, it has ended the connection, and what is written to it now would be lost. */
    private Socket connected() throws IOException {
        Socket known = connection;
        if (known != null && !isEnded(known)) {
            return known;
        }
        close();
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
            Socket made = address.getScheme().equals("tls") ? secured(plain) : plain;
            connection = made;
            return made;
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    private static boolean isEnded(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.getSocketFactory().createSocket(plain, address.getHost(), address.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(CONNECT_MILLIS);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void close() {
        Socket known = connection;
        connection = null;
        if (known != null) {
            try {
                known.close();
            } catch (IOException gone) {
                // It is closed, and that was the wish.
            }
        }
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().replaceAll("[^!-~]", "");
            return name.isEmpty() ? "-" : name;
        } catch (IOException nameless) {
            return "-";
        }
    }
}
