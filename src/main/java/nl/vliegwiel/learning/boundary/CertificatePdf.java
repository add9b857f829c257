package nl.vliegwiel.learning.boundary;

import java.net.URI;
import java.util.Locale;
import nl.vliegwiel.learning.persistence.CertificateQueries;
import nl.vliegwiel.platform.paper.TaggedPaper;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;

/** A certificate as an accessible PDF. The same certificate gives the same bytes. */
final class CertificatePdf {
    private static final String STYLE = """
        @page { size: A4 landscape; margin: 24mm; }
        body { font-family: 'Source Sans 3'; font-size: 13pt; line-height: 1.45; color: #16202a; margin: 0; }
        h1 { font-size: 30pt; font-weight: 600; margin: 0 0 8mm 0; color: #0b3b4a; }
        .name { font-size: 22pt; font-weight: 600; margin: 0 0 4mm 0; }
        p { margin: 0 0 3mm 0; }
        .check { margin-top: 14mm; padding-top: 4mm; border-top: 0.6pt solid #b9c4cc; font-size: 10.5pt; color: #3c4852; }""";

    private CertificatePdf() {
    }

    static byte[] write(CertificateQueries.Row row, Locale language, URI site) {
        return TaggedPaper.write(xhtml(row, language, site), row.awardedAt(), row.id().getLeastSignificantBits());
    }

    static String xhtml(CertificateQueries.Row row, Locale language, URI site) {
        Formats formats = Formats.in(language);
        String title = text(Texts.of(language, "certificate.paper.title", row.programme()));
        StringBuilder page = new StringBuilder("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"").append(language.getLanguage()).append("\" xml:lang=\"").append(language.getLanguage())
            .append("\"><head><title>").append(title).append("</title><meta name=\"subject\" content=\"").append(title).append("\" /><meta name=\"description\" content=\"").append(title)
            .append("\" /><meta name=\"author\" content=\"").append(text(row.organiser())).append("\" /><bookmarks><bookmark name=\"").append(title)
            .append("\" href=\"#top\" /></bookmarks><style>").append(STYLE).append("</style></head><body><h1 id=\"top\">").append(text(Texts.of(language, "certificate.paper.head"))).append("</h1>");
        page.append("<p class=\"name\">").append(text(row.name())).append("</p>");
        paragraph(page, Texts.of(language, "certificate.paper.did", row.programme(), row.cohort(), formats.date(row.startsOn()), formats.date(row.endsOn())));
        if (row.skill() != null) {
            paragraph(page, Texts.of(language, "certificate.paper.skill", row.skill(), row.skillLevel()));
        }
        paragraph(page, Texts.of(language, "certificate.paper.given", row.organiser(), formats.date(row.awardedAt().atZone(Zones.AMSTERDAM).toLocalDate())));
        page.append("<p class=\"check\">").append(text(Texts.of(language, "certificate.paper.check", grouped(row.code()), site.resolve("/certificate?code=" + row.code()).toString())))
            .append("</p></body></html>");
        return page.toString();
    }

    private static void paragraph(StringBuilder page, String words) {
        page.append("<p>").append(text(words)).append("</p>");
    }

    /** Four by four, for who types it over. */
    static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Characters that XML cannot hold are left out; the rest stays text. */
    private static String text(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        value.codePoints().filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000).forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
