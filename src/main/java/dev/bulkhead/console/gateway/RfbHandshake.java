package dev.bulkhead.console.gateway;

import dev.bulkhead.engine.ConsoleConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The beginning of RFB (RFC 6143, 7.1) on the side of the VNC server: version and security, with the password that never reaches the
 * browser. What follows, from ClientInit on, is the browser's own.
 */
final class RfbHandshake {

    private static final String OUR_VERSION = "RFB 003.008\n";
    private static final int VERSION_LENGTH = 12;
    private static final int NONE = 1;
    private static final int CHALLENGE = 2;
    private static final int CHALLENGE_LENGTH = 16;
    private static final int KEY_LENGTH = 8;
    private static final int LONGEST_REASON = 500;

    private final ConsoleConnection server;

    private RfbHandshake(ConsoleConnection server) {
        this.server = server;
    }

    /** What a VNC server says first. */
    static ByteBuffer greeting() {
        return ascii(OUR_VERSION);
    }

    /**
     * Leads the handshake up to, and not into, ClientInit. Blocks.
     *
     * @throws RfbException when the server speaks something else, wants what we have not, or refuses the password
     */
    static void asClient(ConsoleConnection server) throws IOException {
        new RfbHandshake(server).run();
    }

    private void run() throws IOException {
        String theirs = new String(read(VERSION_LENGTH), StandardCharsets.US_ASCII);
        if (!theirs.matches("RFB 00[0-9]\\.[0-9]{3}\n")) {
            throw new RfbException("What listens there is no VNC server");
        }
        int minor = theirs.startsWith("RFB 003.") ? Integer.parseInt(theirs.substring(8, 11)) : 8;
        int spoken = minor >= 8 ? 8 : minor == 7 ? 7 : 3;
        server.write(ascii("RFB 003.00" + spoken + "\n"));
        int security = spoken == 3 ? dictated() : chosen();
        if (security == CHALLENGE) {
            answerChallenge();
        }
        if (security == CHALLENGE || spoken == 8) {
            checkResult(spoken);
        }
    }

    private int dictated() throws IOException {
        int type = ByteBuffer.wrap(read(4)).getInt();
        if (type == 0) {
            throw refused();
        }
        return acceptable(new byte[] {(byte) type});
    }

    private int chosen() throws IOException {
        int count = read(1)[0] & 0xFF;
        if (count == 0) {
            throw refused();
        }
        int type = acceptable(read(count));
        server.write(ByteBuffer.wrap(new byte[] {(byte) type}));
        return type;
    }

    private int acceptable(byte[] offered) throws RfbException {
        for (int wanted : new int[] {NONE, CHALLENGE}) {
            for (byte type : offered) {
                boolean possible = wanted == NONE || server.password().isPresent();
                if (type == wanted && possible) {
                    return wanted;
                }
            }
        }
        throw new RfbException("The VNC server asks for a kind of sign-in that Bulkhead does not have: "
                + Arrays.toString(offered) + " (1 is none, 2 a password)");
    }

    private void answerChallenge() throws IOException {
        byte[] challenge = read(CHALLENGE_LENGTH);
        String password = server.password().orElseThrow(() -> new RfbException("The VNC server asks for a password"));
        server.write(ByteBuffer.wrap(answer(challenge, password)));
    }

    /** DES with each byte of the key mirrored, as RFC 6143, 7.2.2 leaves unsaid and all servers do. */
    static byte[] answer(byte[] challenge, String password) {
        byte[] key = Arrays.copyOf(password.getBytes(StandardCharsets.ISO_8859_1), KEY_LENGTH);
        for (int i = 0; i < KEY_LENGTH; i++) {
            key[i] = (byte) (Integer.reverse(key[i]) >>> 24);
        }
        try {
            // The protocol knows no other; it guards nothing here but the way to the server.
            Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"));
            return cipher.doFinal(challenge);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has DES", missing);
        }
    }

    private void checkResult(int spoken) throws IOException {
        if (ByteBuffer.wrap(read(4)).getInt() != 0) {
            throw spoken == 8 ? refused() : new RfbException("The VNC server refused the password");
        }
    }

    private RfbException refused() throws IOException {
        int length = ByteBuffer.wrap(read(4)).getInt();
        if (length < 0 || length > LONGEST_REASON) {
            return new RfbException("The VNC server refused the connection");
        }
        return new RfbException(
                "The VNC server refused the connection: " + new String(read(length), StandardCharsets.UTF_8));
    }

    private byte[] read(int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (server.read(bytes) < 0) {
                throw new RfbException("The VNC server closed the connection before it began");
            }
        }
        return bytes.array();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
