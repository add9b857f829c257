package nl.vliegwiel.learning.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.learning.persistence.CertificateQueries;
import nl.vliegwiel.platform.text.Texts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CertificatePdfTest {
    private static final CertificateQueries.Row ROW = new CertificateQueries.Row(new UUID(1, 2), new UUID(1, 3), "Lichting <2> & vrienden", new UUID(1, 4), "ABCDEFGHJKLMNPQR", "Zoë \"Zee\" de Wit",
        "Digitale coaches", new UUID(1, 5), "Steunpunt Zeewering", "Digitale vaardigheden uitleggen", 3, LocalDate.of(2027, 4, 10), LocalDate.of(2027, 9, 10),
        Instant.parse("2027-09-20T10:00:00Z"), null);
    private static final URI SITE = URI.create("https://vliegwiel.example");

    @Test
    void itSaysWhoLearnedWhatAndHowToCheckItInATaggedPaper() throws IOException {
        byte[] file = CertificatePdf.write(ROW, Texts.DUTCH, SITE);
        try (PDDocument paper = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(paper)).contains("Zoë \"Zee\" de Wit", "Lichting <2> & vrienden", "Digitale vaardigheden uitleggen", "niveau 3 van 4",
                "ABCD-EFGH-JKLM-NPQR", "https://vliegwiel.example/certificate?code=ABCDEFGHJKLMNPQR");
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
            assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(paper.getDocumentCatalog().getLanguage()).startsWith("nl");
        }
        assertThat(CertificatePdf.write(ROW, Texts.DUTCH, SITE)).as("the same certificate, the same bytes").isEqualTo(file);
    }

    @Test
    void aCodeIsWrittenFourByFour() {
        assertThat(CertificatePdf.grouped("ABCDEFGHJKLMNPQR")).isEqualTo("ABCD-EFGH-JKLM-NPQR");
    }
}
