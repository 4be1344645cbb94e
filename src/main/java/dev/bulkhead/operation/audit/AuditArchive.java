package dev.bulkhead.operation.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes rows that leave the table into a file: one line of JSON each, and a last line that signs all before it with the chain's key. The
 * macs are in the rows, so that the file can be held against the chain's links before and after it.
 */
final class AuditArchive {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PORTION = 1_000;

    private final Path folder;
    private final byte[] secret;

    AuditArchive(Path folder, byte[] secret) {
        this.folder = folder;
        this.secret = secret;
    }

    /**
     * Whole, on the disk, and for its owner's eyes only when it returns.
     *
     * @return what the file is called
     */
    String write(AuditStore store, ChainLink before, long last) throws IOException {
        String name = "audit-%d-%d.ndjson".formatted(before.seq() + 1, last);
        Files.createDirectories(folder);
        Path fresh = folder.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            Mac mac = mac();
            long seq = before.seq();
            for (List<AuditRow> rows = store.between(seq, last, PORTION);
                    !rows.isEmpty();
                    rows = store.between(seq, last, PORTION)) {
                for (AuditRow row : rows) {
                    byte[] line = (AuditJson.line(row) + "\n").getBytes(StandardCharsets.UTF_8);
                    mac.update(line);
                    out.write(line);
                }
                seq = rows.getLast().seq();
            }
            out.write(("{\"after\":\"%s\",\"signature\":\"%s\"}\n"
                            .formatted(before.mac(), HexFormat.of().formatHex(mac.doFinal())))
                    .getBytes(StandardCharsets.UTF_8));
            file.force(true);
        }
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return name;
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
