package nl.vliegwiel.forum.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import nl.vliegwiel.forum.domain.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    @TempDir
    Path folder;

    private static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width / 2; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, 0xFFFFFF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** With an EXIF part that says how the camera was held, and where. */
    private static byte[] photo(int orientation, int width, int height) throws IOException {
        byte[] plain = jpeg(width, height);
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.write("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.write(orientation);
        exif.write("\0\0\0\0\0\0GPS 52.37 4.89 van Jan".getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(0xFF);
        out.write(0xE1);
        out.write((exif.size() + 2) >> 8);
        out.write((exif.size() + 2) & 0xFF);
        exif.writeTo(out);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private byte[] drawn(byte[] bytes, FileKind kind) throws IOException {
        return Picture.drawnAnew(Files.write(folder.resolve("picture"), bytes), kind).orElseThrow();
    }

    @Test
    void whereAndByWhomItWasTakenStaysBehind() throws IOException {
        byte[] photo = photo(1, 40, 30);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPS 52.37");
        assertThat(new String(drawn(photo, FileKind.JPEG), StandardCharsets.ISO_8859_1)).doesNotContain("GPS").doesNotContain("Exif");
    }

    @Test
    void itStandsUprightAsTheCameraWasHeld() throws IOException {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(drawn(photo(6, 40, 20), FileKind.JPEG)));
        assertThat(seen.getWidth()).isEqualTo(20);
        assertThat(seen.getHeight()).isEqualTo(40);
        assertThat(seen.getRGB(10, 3) & 0xFF).as("what was left is on top").isGreaterThan(200);
        assertThat(seen.getRGB(10, 36) & 0xFF).isLessThan(50);
    }

    @Test
    void aLargeOneBecomesAsLargeAsAScreenShows() throws IOException {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(drawn(jpeg(5000, 1000), FileKind.JPEG)));
        assertThat(seen.getWidth()).isBetween(1600, 3200);
    }

    @Test
    void whatOnlyBeginsLikeAPictureIsNone() throws IOException {
        byte[] fake = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2, 3};
        assertThat(Picture.drawnAnew(Files.write(folder.resolve("fake"), fake), FileKind.JPEG)).isEmpty();
    }
}
