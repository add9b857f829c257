package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The first loan from need to agreement, by three people at three desks. */
@RunAsClient
class LoanInBrowserIT extends ServerTest {
    private static final Locale DUTCH = new Locale("nl", "NL");
    private static final Duration MAIL = Duration.ofSeconds(40);
    private static final String SKILL = "Taalhuis";

    @Test
    void threePeopleDoTheLoanWithTheMouse() throws IOException {
        loan("Taalhuis op de Markt", Loans.day(DayOfWeek.MONDAY, 50), Hand::mouse);
    }

    @Test
    void threePeopleDoTheLoanByKeyboardAlone() throws IOException {
        loan("Taalhuis bij het Kanaal", Loans.day(DayOfWeek.WEDNESDAY, 50), Hand::keyboard);
    }

    private static void loan(String title, LocalDate day, Function<String, Hand> hands) throws IOException {
        try (Hand marijke = hands.apply(Loans.BORROWER); Hand bram = hands.apply(Loans.EMPLOYEE); Hand joost = hands.apply(Loans.LENDER)) {
            ask(marijke, title, day);
            seeWhoFitsAndWhy(marijke);
            apply(bram, title, day);
            decide(joost, title);
            choose(marijke, title);
            assertThat(marijke.text()).contains("De plaatsing is nu definitief.");
            requireAgreement(marijke.file("Overeenkomst lezen"));
            readItToo(bram, title, day);
            requireAgreement(bram.file("Overeenkomst lezen"));
            nothingWaitsAnyMore(title, bram, joost, marijke);
            everyChangeReachedTheOthers(title, bram, joost, marijke);
        }
    }

    /** What, why, skills with level, shifts, deadline; then the check and the publishing. */
    private static void ask(Hand hr, String title, LocalDate day) {
        hr.go("Mensen vragen");
        hr.type("Titel", title);
        hr.type("Uitleg", "Twee cursisten per tafel, koffie om elf uur.");
        hr.tick("We zoeken kennis die we zelf niet hebben");
        hr.choose("Vestiging", Truth.texts("select name from branch where organisation_id = ?::uuid order by name", Loans.organisation(Loans.BORROWER)).get(0));
        hr.go("Vaardigheid toevoegen");
        assertThat(hr.focused()).as("goes on in the new row").isEqualTo("Vaardigheid");
        hr.choose("Vaardigheid", SKILL);
        hr.choose("Iemand", "kan het zelfstandig");
        hr.date("Datum", day);
        hr.time("Van", LocalTime.of(9, 30));
        hr.time("Tot", LocalTime.of(15, 0));
        hr.type("Mensen", "1");
        hr.type("Pauze (minuten)", "30");
        hr.go("Dienst toevoegen");
        assertThat(hr.focused()).as("goes on in the new row").isEqualTo("Datum");
        hr.tick("Alle andere bibliotheken in het land");
        hr.date("Reageren kan tot en met", day.minusWeeks(2));
        hr.go("Controleren en publiceren");
        assertThat(hr.text()).contains("“" + title + "” publiceren?", dutch(day), dutch(day.plusWeeks(1)));
        hr.go("Aanvraag publiceren");
        assertThat(hr.text()).contains(title, "Gepubliceerd", dutch(day), SKILL);
    }

    private static void seeWhoFitsAndWhy(Hand hr) {
        assertThat(hr.text()).contains("Wie past er?").doesNotContain("Bram Verhoeven");
        hr.open("Waarom deze plek");
        assertThat(hr.text()).contains("Reis");
        hr.go("Waarom niet meer mensen?");
        assertThat(hr.text()).contains("Valt af omdat");
        hr.choose("Waarom staat deze collega er niet bij?", "Anna Kuiper");
        hr.go("Uitleg tonen");
        assertThat(hr.text()).contains("Anna Kuiper staat niet op de lijst:");
    }

    private static void apply(Hand employee, String title, LocalDate day) {
        employee.go("Flexpool");
        employee.go("Aanvragen");
        employee.date("Vanaf", day);
        employee.go("Toon");
        employee.go(title);
        employee.tick(dutch(day));
        employee.go("Aanmelden");
        assertThat(employee.text()).contains("Je bent aangemeld.", "Aangemeld");
    }

    private static void decide(Hand lender, String title) {
        lender.go("Inbox");
        lender.go("Bekijk en beslis", title);
        assertThat(lender.text()).contains("Laat je deze collega gaan?", "Bram Verhoeven");
        lender.go("Ja, vrijgeven");
        assertThat(lender.text()).contains("Je ja is vastgelegd.");
    }

    private static void choose(Hand borrower, String title) {
        borrower.go("Inbox");
        borrower.go("Bekijk en beslis", title);
        borrower.go("Bekijk en kies", "Bram Verhoeven");
        assertThat(borrower.text()).contains("Kies je deze collega?");
        borrower.go("Ja, kiezen");
    }

    private static void readItToo(Hand employee, String title, LocalDate day) {
        employee.go("Plaatsingen");
        employee.choose("Stand", "Definitief");
        employee.date("Vanaf", day);
        employee.go("Toon");
        employee.go(title);
        assertThat(employee.text()).contains("Definitief");
    }

    private static void nothingWaitsAnyMore(String title, Hand... hands) {
        for (Hand hand : hands) {
            hand.desk().open("/inbox");
            assertThat(hand.page().locator("h2[id^=waiting-]").allInnerTexts()).noneMatch(question -> question.contains(title));
        }
    }

    private static void requireAgreement(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text.substring(text.indexOf("Akkoord van de drie partijen"))).containsSubsequence(
                "Medewerker Bram Verhoeven", "Ja, op", "Uitlener Joost van Gestel", "Ja, op", "Inlener Marijke Zandstra", "Ja, op");
        }
    }

    /** R14: who did not do it herself reads it. */
    private static void everyChangeReachedTheOthers(String title, Hand... hands) {
        for (Hand hand : hands) {
            Truth.eventually("the inbox says that it is definite", MAIL, () -> {
                hand.desk().open("/inbox");
                return hand.page().locator("#changes").allInnerTexts().stream().anyMatch(changes -> changes.contains("Het is rond: " + title));
            });
        }
        Mails.await("Iemand wil komen: " + title, MAIL, Loans.BORROWER, Loans.LENDER, "dubbel");
        Mails.await("Het is rond: " + title, MAIL, Loans.EMPLOYEE, Loans.LENDER, Loans.BORROWER, "dubbel");
    }

    private static String dutch(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, DUTCH) + " " + day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, DUTCH);
    }
}
