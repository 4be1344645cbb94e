package dev.bulkhead.testing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on the loopback network that takes all mail and keeps it; RFC 5321, and RFC 3207 where it has a certificate. */
public final class SmtpSink implements Closeable {

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    public SmtpSink() {
        this(null);
    }

    /** @param tls what STARTTLS is answered with; null for a server that has none */
    public SmtpSink(@Nullable SSLContext tls) {
        this.tls = tls;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("smtp-sink").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Whole mails, as they came. */
    public List<String> mails() {
        return mails;
    }

    /** All lines but those of mails, {@code (tls)} before those that came over a secret connection. */
    public List<String> commands() {
        return commands;
    }

    /** Has it take no mail until told otherwise. */
    public void refuse(boolean none) {
        refusing = none;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (connection) {
                        serve(connection, false);
                    } catch (IOException broken) {
                        // The client went.
                    }
                });
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection, boolean secret) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = connection.getOutputStream();
        if (!secret) {
            say(out, "220 sink");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add((secret ? "(tls) " : "") + line);
            String verb = line.split(" ")[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" ->
                    say(out, tls != null && !secret ? "250-sink\r\n250 STARTTLS" : "250-sink\r\n250 AUTH PLAIN");
                case "STARTTLS" -> {
                    say(out, "220 go on");
                    serve(secured(connection), true);
                    return;
                }
                case "AUTH" -> say(out, "235 welcome");
                case "MAIL" -> say(out, refusing ? "451 not now" : "250 ok");
                case "DATA" -> {
                    say(out, "354 go on");
                    mails.add(data(in));
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private SSLSocket secured(Socket connection) throws IOException {
        SSLContext context = tls;
        if (context == null) {
            throw new IOException("No certificate");
        }
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(connection, null, port(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\n");
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
