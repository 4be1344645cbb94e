package dev.bulkhead.operation.audit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the macs: HMAC-SHA-256 over the mac before and all fields of a row, each with its length before it, so that no two rows are the
 * same bytes. For one thread.
 */
final class AuditChain {

    private static final String ALGORITHM = "HmacSHA256";
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Mac mac;
    private final byte[] number = new byte[Long.BYTES];

    AuditChain(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    /** The row that follows {@code last}. */
    AuditRow next(ChainLink last, AuditEntry entry) {
        long seq = last.seq() + 1;
        return new AuditRow(seq, entry, mac(last.mac(), seq, entry));
    }

    /** Whether the row, as it was read, follows the one with that mac. */
    boolean follows(String macBefore, AuditRow read) {
        return mac(macBefore, read.seq(), read.entry()).equals(read.mac());
    }

    private String mac(String before, long seq, AuditEntry entry) {
        put(before);
        put(seq);
        put(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
        put(entry.origin().actor());
        put(entry.origin().proof().name());
        put(entry.origin().signIn());
        put(entry.origin().address());
        put(entry.verb());
        put(entry.target().id());
        put(entry.target().name());
        put(entry.outcome().name());
        UUID operation = entry.operation();
        put(operation == null ? null : operation.toString());
        put(entry.detail());
        return HexFormat.of().formatHex(mac.doFinal());
    }

    private void put(long value) {
        LONG.set(number, 0, value);
        mac.update(number);
    }

    /** A null is not an empty text. */
    private void put(@Nullable String text) {
        if (text == null) {
            put(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(bytes.length);
        mac.update(bytes);
    }
}
