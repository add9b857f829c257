package nl.vliegwiel.platform.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import nl.vliegwiel.platform.time.Zones;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Writes accessible PDF (PDF/UA): tagged, with title, language, bookmarks and embedded fonts. The same page gives the same
 * bytes. Nothing is ever fetched while it is made: neither addresses nor files that somebody might have typed into a text.
 */
public final class TaggedPaper {
    private static final String FAMILY = "Source Sans 3";
    private static final int SEMIBOLD = 600;
    private static final int REGULAR = 400;

    private TaggedPaper() {
    }

    /**
     * @param xhtml the whole page
     * @param made when, as the file tells it
     * @param id number of the document
     */
    public static byte[] write(String xhtml, Instant made, long id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument paper = new PDDocument(); TrueTypeFont regular = font("Regular"); TrueTypeFont semibold = font("Semibold");
                PdfBoxRenderer renderer = new PdfRendererBuilder()
                    .usePDDocument(paper)
                    .usePdfUaAccessibility(true)
                    .usePdfVersion(1.7f)
                    .withProducer("Vliegwiel")
                    .useFont(new PDFontSupplier(PDType0Font.load(paper, regular, true)), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(new PDFontSupplier(PDType0Font.load(paper, semibold, true)), FAMILY, SEMIBOLD, FontStyle.NORMAL, true)
                    .useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withHtmlContent(xhtml, null)
                    .toStream(OutputStream.nullOutputStream())
                    .buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            GregorianCalendar moment = GregorianCalendar.from(made.atZone(Zones.AMSTERDAM));
            paper.getDocumentInformation().setCreationDate(moment);
            paper.getDocumentInformation().setModificationDate(moment);
            paper.setDocumentId(id);
            paper.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Without ligatures: "ft" as one sign has no letters behind it, so that a reader aloud or a search would miss it. */
    private static TrueTypeFont font(String weight) throws IOException {
        try (InputStream in = TaggedPaper.class.getResourceAsStream("/fonts/SourceSans3-" + weight + ".ttf")) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false);
            return font;
        }
    }
}
