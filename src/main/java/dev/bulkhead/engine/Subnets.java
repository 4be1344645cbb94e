package dev.bulkhead.engine;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Subnets in CIDR notation, told by an address in them. Names are never looked up. */
public final class Subnets {

    private static final int IPV4_BYTES = 4;

    private Subnets() {}

    /** {@code 10.1.2.3/24} as {@code 10.1.2.0/24}; empty for what is not of this form. */
    public static Optional<String> of(String addressAndPrefix) {
        int slash = addressAndPrefix.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : of(addressAndPrefix.substring(0, slash), addressAndPrefix.substring(slash + 1));
    }

    /** @param mask a prefix's length ({@code 24}), or for IPv4 a netmask ({@code 255.255.255.0}) */
    public static Optional<String> of(String address, String mask) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            int prefix = mask.contains(".") ? lengthOf(mask) : Integer.parseInt(mask);
            if (prefix < 0 || prefix > bytes.length * Byte.SIZE) {
                return Optional.empty();
            }
            for (int i = 0; i < bytes.length; i++) {
                int kept = Math.clamp((long) prefix - i * Byte.SIZE, 0, Byte.SIZE);
                bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
            }
            return Optional.of((bytes.length == IPV4_BYTES ? ipv4(bytes) : ipv6(bytes)) + "/" + prefix);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static int lengthOf(String netmask) {
        byte[] bytes = InetAddress.ofLiteral(netmask).getAddress();
        int mask = bytes.length == IPV4_BYTES ? ByteBuffer.wrap(bytes).getInt() : 0;
        int length = Integer.numberOfLeadingZeros(~mask);
        return Integer.bitCount(mask) == length ? length : -1;
    }

    private static String ipv4(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> Integer.toString(Byte.toUnsignedInt(bytes[i])))
                .collect(Collectors.joining("."));
    }

    /** As people write it (RFC 5952): the first of the longest runs of zeros left out, unless it is a single one. */
    private static String ipv6(byte[] bytes) {
        List<String> groups = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            groups.add(Integer.toHexString(Short.toUnsignedInt(buffer.getShort())));
        }
        String whole = ":" + String.join(":", groups) + ":";
        for (int zeros = groups.size(); zeros > 1; zeros--) {
            String run = ":" + "0:".repeat(zeros);
            if (whole.contains(run)) {
                String left = whole.substring(0, whole.indexOf(run));
                String right = whole.substring(whole.indexOf(run) + run.length());
                return (left.isEmpty() ? "" : left.substring(1))
                        + "::"
                        + (right.isEmpty() ? "" : right.substring(0, right.length() - 1));
            }
        }
        return String.join(":", groups);
    }
}
