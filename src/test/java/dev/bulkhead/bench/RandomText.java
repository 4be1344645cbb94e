package dev.bulkhead.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** The same random UTF-8 at each run: characters of one, two, three and four bytes alike, and no controls but the end of a line. */
final class RandomText {

    private static final int SEED = 3;

    private RandomText() {}

    /** Writes a file of exactly so many bytes. */
    static Path write(Path file, int size) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int left = size; left > 0; ) {
                int length = left < 4 ? 1 : random.nextInt(1, 5);
                out.write(Character.toChars(character(random, length)));
                left -= length;
            }
        }
        return file;
    }

    /** A character that takes so many bytes. */
    private static int character(SplittableRandom random, int bytes) {
        return switch (bytes) {
            case 1 -> {
                int found = random.nextInt(' ' - 1, 0x7F);
                yield found < ' ' ? '\n' : found;
            }
            case 2 -> random.nextInt(0xA0, 0x800);
            case 3 -> {
                int found = random.nextInt(0x800, 0xF800);
                // Surrogates are no characters.
                yield found < 0xD800 ? found : found + 0x800;
            }
            default -> random.nextInt(0x10000, 0x110000);
        };
    }
}
