package dev.bulkhead.libvirt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture of three bytes a pixel, as QEMU before 7.1 hands out, which no browser shows; and as PNG, which each does.
 *
 * @param pixels where they begin in the file
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record PortablePixmap(byte[] file, int pixels, int width, int height) {

    private static final Pattern HEADER = Pattern.compile("P6\\s+(\\d{1,5})\\s+(\\d{1,5})\\s+255\\s");
    private static final int LONGEST_HEADER = 64;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    static boolean isMeantBy(String type) {
        return type.equals("image/x-portable-pixmap");
    }

    /**
     * Reads the header.
     *
     * @throws IllegalArgumentException when it is no such picture, or cut off
     */
    static PortablePixmap read(byte[] file) {
        Matcher header =
                HEADER.matcher(new String(file, 0, Math.min(file.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1));
        if (!header.lookingAt()) {
            throw new IllegalArgumentException("This is no portable pixmap");
        }
        int width = Integer.parseInt(header.group(1));
        int height = Integer.parseInt(header.group(2));
        if (file.length - header.end() < 3L * width * height) {
            throw new IllegalArgumentException("The portable pixmap is cut off");
        }
        return new PortablePixmap(file, header.end(), width, height);
    }

    byte[] toPng() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        // Eight bits a channel, red, green and blue.
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", deflatedRows());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private byte[] deflatedRows() {
        int row = 3 * width;
        byte[] unfiltered = {0};
        byte[] buffer = new byte[64 * 1024];
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            for (int y = 0; y < height; y++) {
                drain(deflater, unfiltered, 0, 1, buffer, deflated);
                drain(deflater, file, pixels + y * row, row, buffer, deflated);
            }
            deflater.finish();
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return deflated.toByteArray();
    }

    private static void drain(
            Deflater deflater, byte[] input, int from, int count, byte[] buffer, ByteArrayOutputStream deflated) {
        deflater.setInput(input, from, count);
        while (!deflater.needsInput()) {
            deflated.write(buffer, 0, deflater.deflate(buffer));
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        ByteBuffer body = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        CRC32 checksum = new CRC32();
        checksum.update(body.array());
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(body.array());
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
