package nl.vliegwiel.forum.boundary;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import nl.vliegwiel.forum.domain.FileKind;

/**
 * Draws a picture anew. Where it was taken, when, and with whose camera stays behind with everything else that is no picture,
 * such as a script in a comment; it is turned as the camera was held, and no larger than a screen shows.
 */
final class Picture {
    private static final Logger LOG = Logger.getLogger(Picture.class.getName());
    private static final long MOST_PIXELS = 100_000_000;
    /** Pictures become at least this wide or high, and less than twice as much. */
    private static final int LARGE = 1600;
    private static final float QUALITY = 0.88f;
    /** A picture takes up to 40 MB while it is drawn: two at a time are enough for a node. */
    private static final Semaphore DRAWING = new Semaphore(2);
    private static final int ORIENTATION = 0x0112;

    private Picture() {
    }

    /** @return the picture as it is kept, as JPEG for JPEG and else as PNG; empty for one that cannot be read, or has too many pixels */
    static Optional<byte[]> drawnAnew(Path file, FileKind kind) throws IOException {
        DRAWING.acquireUninterruptibly();
        try {
            BufferedImage seen = read(file);
            return seen == null ? Optional.empty() : Optional.of(write(turned(seen, kind == FileKind.JPEG ? orientation(file) : 1), kept(kind)));
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.FINE, "A picture that cannot be read", broken);
            return Optional.empty();
        } finally {
            DRAWING.release();
        }
    }

    /** What a picture of this kind is kept as. */
    static FileKind kept(FileKind kind) {
        return kind == FileKind.JPEG ? FileKind.JPEG : FileKind.PNG;
    }

    private static BufferedImage read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > MOST_PIXELS) {
                    return null;
                }
                ImageReadParam param = reader.getDefaultReadParam();
                int every = (int) Math.max(1, Math.max(width, height) / LARGE);
                param.setSourceSubsampling(every, every, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] write(BufferedImage image, FileKind kind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (kind == FileKind.PNG) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** @param orientation as cameras note it: 3 upside down, 6 and 8 on its side, even ones beside them mirrored */
    private static BufferedImage turned(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> null;
        };
        if (turn == null) {
            return image;
        }
        boolean onItsSide = orientation > 4;
        BufferedImage upright = new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = upright.createGraphics();
        canvas.drawImage(image, turn, null);
        canvas.dispose();
        return upright;
    }

    /** How the camera was held; 1 when it does not say. */
    static int orientation(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            in.readUnsignedShort();
            while (true) {
                int marker = in.readUnsignedShort();
                int length = in.readUnsignedShort() - 2;
                if (marker >> 8 != 0xFF || marker == 0xFFDA || length < 0) {
                    return 1;
                }
                byte[] segment = in.readNBytes(length);
                if (marker == 0xFFE1 && segment.length > 14 && segment[0] == 'E' && segment[1] == 'x' && segment[2] == 'i' && segment[3] == 'f') {
                    return orientation(ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
                }
            }
        } catch (java.io.EOFException | RuntimeException noneSaid) {
            LOG.log(Level.FINEST, "No orientation", noneSaid);
            return 1;
        }
    }

    private static int orientation(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = exif.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((exif.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = exif.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
