package dev.bulkhead.libvirt;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.libvirt.jna.SizeT;
import org.libvirt.jna.StreamPointer;

/** Reads a blocking stream to its end; never more than a picture can reasonably have. */
final class StreamReader {

    private static final int MOST = 32 * 1024 * 1024;
    private static final int CHUNK = 256 * 1024;

    private final Connection connection;
    private final StreamPointer stream;

    StreamReader(Connection connection, StreamPointer stream) {
        this.connection = connection;
        this.stream = stream;
    }

    byte[] readAll() {
        NativeLibvirt library = connection.library();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
        byte[] bytes = new byte[CHUNK];
        int count;
        while ((count = library.virStreamRecv(stream, chunk, new SizeT(CHUNK))) > 0) {
            if (all.size() + count > MOST) {
                library.virStreamAbort(stream);
                throw new EngineException(
                        ErrorKind.LIMIT, connection.engine(), "The picture has more than " + MOST + " bytes");
            }
            chunk.get(0, bytes, 0, count);
            all.write(bytes, 0, count);
        }
        if (count < 0) {
            EngineException failure = connection.failure();
            library.virStreamAbort(stream);
            throw failure;
        }
        connection.check(library.virStreamFinish(stream));
        return all.toByteArray();
    }
}
