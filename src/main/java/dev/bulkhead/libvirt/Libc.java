package dev.bulkhead.libvirt;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Sockets as bare descriptors, which the JDK has none of: libvirt takes nothing else. Numbers are Linux's. */
interface Libc extends Library {

    int AF_UNIX = 1;
    int SOCK_STREAM = 1;
    int SOCK_CLOEXEC = 0x80000;

    /** Of sockaddr_un: the family and 108 bytes for the path. */
    int ADDRESS_SIZE = 110;

    int socket(int domain, int type, int protocol) throws LastErrorException;

    int connect(int descriptor, byte[] address, int length) throws LastErrorException;

    int close(int descriptor) throws LastErrorException;

    /** Connects to a unix socket; the descriptor is the caller's. */
    static int connect(Path path) {
        ByteBuffer address = ByteBuffer.allocate(ADDRESS_SIZE).order(ByteOrder.nativeOrder());
        address.putShort((short) AF_UNIX).put(path.toString().getBytes(StandardCharsets.UTF_8));
        int descriptor = Holder.LIBC.socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        try {
            Holder.LIBC.connect(descriptor, address.array(), ADDRESS_SIZE);
            return descriptor;
        } catch (LastErrorException failed) {
            closeDescriptor(descriptor);
            throw failed;
        }
    }

    static void closeDescriptor(int descriptor) {
        Holder.LIBC.close(descriptor);
    }

    /** Loaded when first needed. */
    final class Holder {
        private static final Libc LIBC = Native.load(Platform.C_LIBRARY_NAME, Libc.class);

        private Holder() {}
    }
}
