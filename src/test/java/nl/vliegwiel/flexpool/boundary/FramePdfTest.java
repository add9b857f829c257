package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Decision;
import nl.vliegwiel.flexpool.domain.agreement.AgreementContent;
import nl.vliegwiel.flexpool.domain.agreement.FrameReference;
import nl.vliegwiel.flexpool.domain.agreement.VatGround;
import nl.vliegwiel.flexpool.domain.agreement.WaadiGround;
import nl.vliegwiel.flexpool.domain.agreement.WttaPosition;
import nl.vliegwiel.flexpool.domain.frame.FrameState;
import nl.vliegwiel.flexpool.domain.frame.FrameTerms;
import nl.vliegwiel.flexpool.domain.frame.LiabilityTerms;
import nl.vliegwiel.flexpool.domain.frame.TravelTerms;
import nl.vliegwiel.flexpool.persistence.FrameQueries;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FramePdfTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Instant MADE = Instant.parse("2027-03-01T09:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2027, 4, 1);

    private static FrameTerms terms(String special) {
        return new FrameTerms(FIRST, null, WaadiGround.DEFAULT, WttaPosition.OUTSIDE_COLLEGIAL, VatGround.STANDARD, Set.of(), TravelTerms.LENDER_PAYS,
            LiabilityTerms.BORROWER_BEARS, 3, special);
    }

    private static Frame frame(FrameState state, LocalDate validTo, Instant terminatedAt, String special) {
        return new Frame(new UUID(7, 7), 1, 12, new Frame.Party(ONE, "Bibliotheek Duinrand"), new Frame.Party(OTHER, "Bibliotheek Vennenland"), state, 1, FIRST, validTo,
            terms(special), ONE, MADE, List.of(new Frame.Said(1, ONE, "Bibliotheek Duinrand", Decision.YES, "Hanna de Wit", MADE)), "Bert Groen", terminatedAt, Set.of(),
            Set.of(), false, true);
    }

    @Test
    void itIsATaggedPaperThatSaysWhoAgreedToWhat() throws IOException {
        byte[] bytes = new FramePdf().write(frame(FrameState.PROPOSED, null, null, "Alleen op <werkdagen>"));
        try (PDDocument paper = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
            assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(paper.getDocumentInformation().getTitle()).isEqualTo("Raamovereenkomst 12: Bibliotheek Duinrand en Bibliotheek Vennenland");
            assertThat(text).contains("Dit is een voorstel", "voor onbepaalde tijd", "De opzegtermijn is 3 maanden", "rekent ze niet door", "Hanna de Wit", "nog niet",
                "Alleen op <werkdagen>");
        }
        assertThat(new FramePdf().write(frame(FrameState.PROPOSED, null, null, "Alleen op <werkdagen>"))).as("the same each time").isEqualTo(bytes);
    }

    @Test
    void noticeIsOnThePaper() {
        assertThat(FramePdf.xhtml(frame(FrameState.AGREED, LocalDate.of(2027, 7, 1), MADE, null))).contains("opgezegd op ma 1 maart 2027", "eindigt op do 1 juli 2027");
    }

    @Test
    void theAgreementOfALoanNamesTheFrameToWhichItIsAnAnnex() {
        AgreementContent plain = AgreementPdfTest.content("Balie", new AgreementContent.Money(240, null, null, null, null, null, null, null, null, false, null),
            VatGround.STANDARD, Set.of());
        AgreementContent annex = new AgreementContent(plain.employee(), plain.lender(), plain.borrower(), plain.work(), plain.start(), plain.end(), plain.breakMinutes(),
            plain.money(), plain.waadiGround(), plain.wttaPosition(), plain.wttaFrom(), plain.vatGround(), plain.vatConditions(), plain.limitsVersion(),
            new FrameReference(12, 1, FIRST));
        assertThat(AgreementPdf.xhtml(AgreementPdfTest.document(annex, List.of()))).contains("Bijlage bij raamovereenkomst nr. 12");
        assertThat(AgreementPdf.xhtml(AgreementPdfTest.document(plain, List.of()))).doesNotContain("raamovereenkomst");
    }

    @Test
    void noticeEndsItAfterTheMonthsAgreedButNeverLaterThanItsLastDayNorBeforeItsFirst() {
        LocalDate today = LocalDate.of(2027, 11, 30);
        assertThat(FrameService.lastDay(row(FIRST, null), today)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(FrameService.lastDay(row(FIRST, LocalDate.of(2027, 12, 31)), today)).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(FrameService.lastDay(row(LocalDate.of(2029, 1, 1), null), today)).isEqualTo(LocalDate.of(2029, 1, 1));
    }

    private static FrameQueries.Row row(LocalDate from, LocalDate to) {
        return new FrameQueries.Row(ONE, 0, 1, ONE, "", OTHER, "", FrameState.AGREED, 1, from, to, terms(null), ONE, MADE, null, null);
    }
}
