package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePixmapTest {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;

    @Test
    void becomesTheSamePictureAsPng() throws IOException {
        byte[] pixels = new byte[3 * WIDTH * HEIGHT];
        new Random(1).nextBytes(pixels);

        byte[] png = PortablePixmap.read(pixmap("P6\n720 400\n255\n", pixels)).toPng();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        assertThat(image.getHeight()).isEqualTo(HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int expected = (pixels[3 * i] & 0xff) << 16 | (pixels[3 * i + 1] & 0xff) << 8 | pixels[3 * i + 2] & 0xff;
            assertThat(image.getRGB(i % WIDTH, i / WIDTH) & 0xffffff).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "P6", "P5 1 1 255\nxxx", "P6 1 1 65535\nxxx", "P6 1 2 255\nxxx", "P6 99999 99999 255\nxxx"})
    void whatIsNoneIsRefused(String file) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortablePixmap.read(file.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] pixmap(String header, byte[] pixels) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(pixels);
        return file.toByteArray();
    }
}
