package dev.bulkhead.libvirt;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Libvirt's way to return an open set of figures (virTypedParameter). Read in one copy, since a list of 10,000 domains has half a
 * million of them. Types that a newer libvirt adds are left out.
 */
final class TypedParameters {

    private static final int SIZE = 96;
    private static final int FIELD_LENGTH = 80;
    private static final int TYPE_OFFSET = 80;
    private static final int VALUE_OFFSET = 88;

    private final Map<String, Object> values;

    TypedParameters(Map<String, Object> values) {
        this.values = values;
    }

    static TypedParameters read(@Nullable Pointer array, int count) {
        Map<String, Object> values = HashMap.newHashMap(count);
        if (array != null && count > 0) {
            byte[] bytes = array.getByteArray(0, Math.multiplyExact(count, SIZE));
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
            for (int at = 0; at < bytes.length; at += SIZE) {
                Object value = value(buffer, at);
                if (value != null) {
                    values.put(field(bytes, at), value);
                }
            }
        }
        return new TypedParameters(values);
    }

    @Nullable
    Long number(String field) {
        return values.get(field) instanceof Long number ? number : null;
    }

    int count(String field) {
        Long number = number(field);
        return number == null ? 0 : (int) Math.clamp(number, 0, Integer.MAX_VALUE);
    }

    String text(String field) {
        return values.get(field) instanceof String text ? text : "";
    }

    private static String field(byte[] bytes, int at) {
        int end = at;
        while (end < at + FIELD_LENGTH && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable Object value(ByteBuffer buffer, int at) {
        int value = at + VALUE_OFFSET;
        return switch (buffer.getInt(at + TYPE_OFFSET)) {
            case 1 -> (long) buffer.getInt(value);
            case 2 -> Integer.toUnsignedLong(buffer.getInt(value));
            case 3, 4 -> buffer.getLong(value);
            case 5 -> buffer.getDouble(value);
            case 6 -> buffer.get(value) != 0;
            case 7 -> {
                long address = buffer.getLong(value);
                yield address == 0 ? null : new Pointer(address).getString(0, "UTF-8");
            }
            default -> null;
        };
    }
}
