package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.AgreementDocument.Signature;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent.Money;
import nl.vliegwiel.flexpool.domain.agreement.VatCondition;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class AgreementPdfTest {
    private static final UUID REFERENCE = UUID.fromString("01999999-0000-7000-8000-00000000beef");
    private static final Instant MADE = Instant.parse("2027-03-01T09:00:00Z");
    private static final Money KNOWN = new Money(420, 3650, 78_000, 23, 25_550L, 1_794L, 2_100, 5_742L, 33_086L, true, LocalDate.of(2025, 1, 1));
    private static final List<Signature> THREE = List.of(
        new Signature(Party.EMPLOYEE, "Anna Łęcka-van ’t Hof", "Medewerker educatie", MADE.plusSeconds(60), 1),
        new Signature(Party.LENDER, "Hanna de Wit", "HR-manager", MADE.plusSeconds(3600), 1),
        new Signature(Party.BORROWER, "Bert Groen", "Teamleider", MADE.plusSeconds(7200), 1));

    private final AgreementPdf pdf = new AgreementPdf();

    static AgreementDocument document(AgreementContent content, List<Signature> signatures) {
        return new AgreementDocument(REFERENCE, 1, "1", MADE, content, signatures.size() == 3 ? LocalDate.of(2027, 3, 1) : null, false,
            signatures.size() == 3, false, false, signatures);
    }

    static AgreementContent content(String task, Money money, VatGround vat, Set<VatCondition> conditions) {
        return new AgreementContent(new AgreementContent.Employee("Anna Łęcka-van ’t Hof", "Medewerker educatie", 1440),
            new AgreementContent.Organisation("Bibliotheek Duinrand", "NL-0899990000"), new AgreementContent.Organisation("Bibliotheek Vennenland", null),
            new AgreementContent.Work("Taalhuis op dinsdag", "Begeleider Taalhuis", task, "Vestiging Centrum", "Eindhoven", "CAPACITY"),
            Instant.parse("2027-05-04T08:00:00Z"), Instant.parse("2027-05-04T15:30:00Z"), 30, money, WaadiGround.COLLEGIAL_NON_PROFIT,
            WttaPosition.OUTSIDE_COLLEGIAL, LocalDate.of(2027, 1, 1), vat, conditions, "2020-01-01");
    }

    private static AgreementContent ordinary() {
        return content("Deelnemers ontvangen.\nSamen oefenen met lezen en schrijven.", KNOWN, VatGround.STANDARD, Set.of());
    }

    private static String textOf(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void namesThePartiesTheWorkTheTimeAndTheGrounds() throws IOException {
        assertThat(textOf(pdf.write(document(ordinary(), THREE))))
            .contains("Anna Łęcka-van ’t Hof", "Bibliotheek Duinrand (NL-0899990000)", "vertegenwoordigd door Hanna de Wit (HR-manager)",
                "Bibliotheek Vennenland", "Medewerker educatie", "Begeleider Taalhuis", "Vestiging Centrum, Eindhoven",
                "4 mei 2027", "10.00 uur", "17.30 uur", "7 uur", "Collegiaal uitlenen zonder winstoogmerk", "1 maart 2027", "gewone tarief");
    }

    @Test
    void holdsEveryBlockThatALoanAgreementNeeds() throws IOException {
        assertThat(textOf(pdf.write(document(ordinary(), THREE))))
            .contains("van rechtswege", "Verlengen", "eerder beëindigen", "Vakantie en verlof", "aanwijzingen", "beoordeelt het functioneren",
                "kostprijs", "reiskosten", "onregelmatige uren", "per kwartaal", "betaaltermijn", "Afmelden", "7:658 lid 4 BW", "Schade bij de inlener",
                "Verzekering", "Geheimhouding", "Persoonsgegevens", "Gemaakt werk", "Huisregels", "keert de medewerker terug", "kijken na afloop",
                "werft de medewerker niet", "verschil van mening", "Waadi", "Wtta", "Bijlagen", "Tekst 1", "vrijwillig");
    }

    @Test
    void showsThePriceOpenlyAndSaysWhatIsInvented() throws IOException {
        assertThat(textOf(pdf.write(document(ordinary(), THREE))))
            .contains("255,50", "17,94", "57,42", "330,86", "21 procent", "verzonnen");
    }

    @Test
    void saysHonestlyThatThereIsNoAmountWithoutARate() throws IOException {
        Money unknown = new Money(420, null, 78_000, 23, null, 1_794L, 2_100, null, null, false, LocalDate.of(2025, 1, 1));
        assertThat(textOf(pdf.write(document(content("Werk", unknown, VatGround.STANDARD, Set.of()), THREE))))
            .contains("nog geen kostprijs per uur vastgelegd", "nog niet te berekenen").doesNotContain("verzonnen");
    }

    @Test
    void listsTheConditionsOfAGroundWithoutVat() throws IOException {
        AgreementContent exempt = content("Werk", KNOWN, VatGround.STRUCTURAL_SOCIAL_CULTURAL, VatGround.STRUCTURAL_SOCIAL_CULTURAL.conditions());
        assertThat(textOf(pdf.write(document(exempt, THREE)))).contains("2024-13855", "voor onbepaalde tijd", "brutoloonkosten", "geen btw");
    }

    @Test
    void saysWhoHasNotSaidYesYet() throws IOException {
        assertThat(textOf(pdf.write(document(ordinary(), THREE.subList(0, 1))))).contains("Dit is een voorstel", "nog niet");
    }

    @Test
    void keepsWhatWasSaidToAFormerTextInSight() throws IOException {
        List<Signature> signatures = new ArrayList<>(THREE);
        AgreementDocument second = new AgreementDocument(REFERENCE, 2, "1", MADE.plusSeconds(9000), ordinary(), null, false, false, false, false, signatures);
        assertThat(textOf(pdf.write(second))).contains("tekst die niet meer geldt", "Hanna de Wit").doesNotContain("vertegenwoordigd door");
    }

    @Test
    void isTaggedAndHasTitleLanguageBookmarksAndEmbeddedFonts() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.write(document(ordinary(), THREE)))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("nl");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Detacheringsovereenkomst: Anna Łęcka-van ’t Hof naar Bibliotheek Vennenland");
            assertThat(document.getDocumentCatalog().getDocumentOutline().children()).hasSize(8);
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void givesTheSameBytesForTheSameAgreement() {
        assertThat(pdf.write(document(ordinary(), THREE))).isEqualTo(pdf.write(document(ordinary(), THREE)));
    }

    @Test
    void takesWhatPeopleTypedAsTextAndNeverFetchesAnything() throws IOException {
        String nasty = "<img src=\"file:///etc/passwd\"/> <style>@import 'http://127.0.0.1:9/x.css';</style> & {{lender.name}} \u0007 $1 \\";
        assertThat(textOf(pdf.write(document(content(nasty, KNOWN, VatGround.STANDARD, Set.of()), THREE))))
            .contains("<img src=\"file:///etc/passwd\"/>", "@import", "{{lender.name}}", "$1 \\").doesNotContain("root:");
    }
}
