package nl.vliegwiel.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void aNameIsNeverAPathACommandOrAnotherKind() {
        assertThat(FileName.of("../../etc/passwd", FileKind.PDF)).isEqualTo("passwd.pdf");
        assertThat(FileName.of("C:\\plan\\rooster.exe", FileKind.XLSX)).isEqualTo("rooster.xlsx");
        assertThat(FileName.of("a\r\nSet-Cookie: x=1.pdf", FileKind.PDF)).doesNotContain("\r", "\n", ":");
        assertThat(FileName.of("rooster](javascript:x).png", FileKind.PNG)).doesNotContain("]", "(", ")");
        assertThat(FileName.of("\u202Efdp.exe", FileKind.PDF)).isEqualTo("fdp.pdf");
        assertThat(FileName.of(null, FileKind.JPEG)).isEqualTo("bestand.jpg");
        assertThat(FileName.of("...", FileKind.JPEG)).isEqualTo("bestand.jpg");
    }

    @Test
    void aNameStaysReadable() {
        assertThat(FileName.of("Rooster week 12 é 🐘.docx", FileKind.DOCX)).isEqualTo("Rooster week 12 é 🐘.docx");
        assertThat(FileName.of("x".repeat(500) + ".pdf", FileKind.PDF)).hasSize(104).endsWith(".pdf");
    }
}
