package dev.bulkhead.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.ptr.PointerByReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Arrays that libvirt allocates for its bulk calls: visited, and given back whatever the visitor does. */
final class Handles {

    private Handles() {}

    /**
     * Visits each element, then frees it and the array.
     *
     * @param found where the bulk call has put the array
     * @param empty makes the handle that an element is put into
     */
    static <P extends PointerType> void forEach(
            PointerByReference found, int count, Supplier<P> empty, Consumer<P> visitor, Consumer<P> free) {
        Pointer array = found.getValue();
        try {
            for (int i = 0; i < count; i++) {
                visitor.accept(at(array, i, empty));
            }
        } finally {
            for (int i = 0; i < count; i++) {
                free.accept(at(array, i, empty));
            }
            freeArray(array);
        }
    }

    /** Gives back an array whose elements are given back already. */
    static void freeArray(@Nullable Pointer array) {
        if (array != null) {
            Native.free(Pointer.nativeValue(array));
        }
    }

    private static <P extends PointerType> P at(Pointer array, int index, Supplier<P> empty) {
        P handle = empty.get();
        handle.setPointer(array.getPointer((long) index * Native.POINTER_SIZE));
        return handle;
    }
}
