package nl.vliegwiel.forum.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Files that may go with a post, told by what is in them and never by their name or what a browser says of them. Ten kinds are
 * taken, each with a sure mark, so a library that knows a thousand kinds would only add what has to be refused afterwards.
 */
public enum FileKind {
    JPEG("jpg", "image/jpeg", true),
    PNG("png", "image/png", true),
    GIF("gif", "image/gif", true),
    PDF("pdf", "application/pdf", false),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
    PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", false),
    ODT("odt", "application/vnd.oasis.opendocument.text", false),
    ODS("ods", "application/vnd.oasis.opendocument.spreadsheet", false),
    ODP("odp", "application/vnd.oasis.opendocument.presentation", false);

    private static final int HEAD = 8;
    /** More parts than any document has: then somebody means harm. */
    private static final int MOST_PARTS = 20_000;

    private final String ending;
    private final String type;
    private final boolean picture;

    FileKind(String ending, String type, boolean picture) {
        this.ending = ending;
        this.type = type;
        this.picture = picture;
    }

    /** Of its name, without a dot. */
    public String ending() {
        return ending;
    }

    /** As browsers know it. */
    public String type() {
        return type;
    }

    /** Shown in a text; all others are fetched. */
    public boolean isPicture() {
        return picture;
    }

    /** @return empty for all other files, and for documents with macros */
    public static Optional<FileKind> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (begins(head, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (begins(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (begins(head, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        if (begins(head, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        return begins(head, 'P', 'K', 3, 4) ? document(file) : Optional.empty();
    }

    private static boolean begins(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<FileKind> document(Path file) throws IOException {
        try (ZipFile parts = new ZipFile(file.toFile())) {
            if (parts.size() > MOST_PARTS || parts.stream().anyMatch(part -> part.getName().toLowerCase(java.util.Locale.ROOT).endsWith("vbaproject.bin"))) {
                return Optional.empty();
            }
            ZipEntry mime = parts.getEntry("mimetype");
            if (mime != null) {
                try (InputStream in = parts.getInputStream(mime)) {
                    String said = new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip();
                    return Arrays.stream(values()).filter(kind -> kind.ending.startsWith("od") && kind.type.equals(said)).findFirst();
                }
            }
            if (parts.getEntry("[Content_Types].xml") == null) {
                return Optional.empty();
            }
            if (parts.getEntry("word/document.xml") != null) {
                return Optional.of(DOCX);
            }
            if (parts.getEntry("xl/workbook.xml") != null) {
                return Optional.of(XLSX);
            }
            return parts.getEntry("ppt/presentation.xml") != null ? Optional.of(PPTX) : Optional.empty();
        } catch (ZipException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
