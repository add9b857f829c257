package nl.vliegwiel.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {
    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private Path zip(String... parts) throws IOException {
        Path file = folder.resolve("zip");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part.split("=")[0]));
                zip.write((part.contains("=") ? part.split("=")[1] : "x").getBytes(StandardCharsets.US_ASCII));
            }
        }
        return file;
    }

    @Test
    void aFileIsWhatIsInIt() throws IOException {
        assertThat(FileKind.of(file("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))).contains(FileKind.PDF);
        assertThat(FileKind.of(file(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))).contains(FileKind.JPEG);
        assertThat(FileKind.of(zip("[Content_Types].xml", "word/document.xml"))).contains(FileKind.DOCX);
        assertThat(FileKind.of(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileKind.XLSX);
        assertThat(FileKind.of(zip("mimetype=application/vnd.oasis.opendocument.text", "content.xml"))).contains(FileKind.ODT);
    }

    @Test
    void whatIsNoDocumentOrRunsIsRefused() throws IOException {
        assertThat(FileKind.of(file("<html><script>x</script>".getBytes(StandardCharsets.US_ASCII)))).isEmpty();
        assertThat(FileKind.of(file("<svg onload='x'/>".getBytes(StandardCharsets.US_ASCII)))).isEmpty();
        assertThat(FileKind.of(file("MZ program".getBytes(StandardCharsets.US_ASCII)))).isEmpty();
        assertThat(FileKind.of(file(new byte[0]))).isEmpty();
        assertThat(FileKind.of(file("PK\3\4 broken".getBytes(StandardCharsets.US_ASCII)))).isEmpty();
        assertThat(FileKind.of(zip("evil.exe"))).isEmpty();
        assertThat(FileKind.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))).as("with macros").isEmpty();
    }
}
