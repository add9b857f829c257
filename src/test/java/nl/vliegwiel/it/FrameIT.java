package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What is around every page: the way in by keyboard, the language, for whom one works, and the way out. */
@RunAsClient
class FrameIT extends ServerTest {
    @Test
    void whoBelongsToTwoLibrariesChoosesOneFirstAndThenGoesOnToWhereSheWasGoing() {
        try (Desk desk = Desk.of("dubbel")) {
            desk.open("/inbox?from=mail");
            assertThat(desk.page().url()).contains("/choose-organisation");
            assertThat(desk.barriers()).isEmpty();
            desk.page().click("input[value='Bibliotheek Vennenland']");
            desk.page().waitForURL(Pattern.compile(".*/inbox\\?from=mail$"));
            assertThat(desk.page().innerText(".account summary")).contains("Dewi Blok", "Bibliotheek Vennenland");
        }
    }

    /** What others did may be some seconds late in it; what she does herself, here by a script, is not. */
    @Test
    void whatSheDecidedLeavesTheNumberBesideTheInboxAtOnce() {
        var monday = Loans.day(DayOfWeek.MONDAY, 46);
        String placement = Loans.applied(Loans.published(Loans.body("Getal bij de inbox", Loans.shift(Loans.at(monday, 10, 0), Loans.at(monday, 14, 0)))));
        Visitor lender = new Visitor();
        lender.signIn(Loans.LENDER);
        int before = inboxCount(lender);
        Loans.agreed(Loans.LENDER, placement, "LENDER");
        assertThat(inboxCount(lender)).isEqualTo(before - 1);
    }

    private static int inboxCount(Visitor visitor) {
        Matcher count = Pattern.compile("class=\"bar-count\"><span aria-hidden=\"true\">([0-9]+)<").matcher(visitor.get("/").body());
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    @Test
    void theFirstTabStopLeadsPastTheMenuToTheContent() {
        try (Desk desk = Desk.of("anna.duinrand")) {
            desk.open("/inbox");
            desk.page().keyboard().press("Tab");
            assertThat(desk.page().evaluate("document.activeElement.className")).isEqualTo("skip");
            desk.page().keyboard().press("Enter");
            assertThat(desk.page().evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void theLanguageChangesOnTheSamePageAndStaysChanged() {
        try (Desk desk = Desk.of("begeleider")) {
            desk.open("/inbox?from=mail");
            desk.page().click(".account summary");
            desk.page().click(".account button[lang=en]");
            desk.page().waitForURL(Pattern.compile(".*/inbox\\?from=mail$"));
            assertThat(desk.page().getAttribute("html", "lang")).isEqualTo("en");
            desk.open("/");
            assertThat(desk.page().textContent(".skip")).isEqualTo("Skip to content");
            desk.page().click(".account summary");
            desk.page().click(".account button[lang=nl]");
            desk.page().waitForCondition(() -> "nl".equals(desk.page().getAttribute("html", "lang")));
        }
    }

    @Test
    void aPageThatIsNotThereSaysSoAndCanBeReadByAll() {
        try (Desk desk = Desk.of("anna.duinrand")) {
            assertThat(desk.open("/nowhere/at-all")).isEqualTo(404);
            assertThat(desk.page().innerText("h1")).isEqualTo("Deze pagina is er niet");
            assertThat(desk.barriers()).isEmpty();
        }
    }

    @Test
    void signingOutLeavesNothingTypedBehind() {
        try (Desk desk = Desk.of("anna.duinrand")) {
            desk.open("/");
            desk.page().evaluate("sessionStorage.setItem('vw-form:' + document.querySelector('meta[name=vw-person]').content + ':/x:y', '{}')");
            desk.page().click(".account summary");
            desk.page().click("[id='accountForm:signOut']");
            desk.page().waitForURL(Pattern.compile(".*/signed-out$"));
            assertThat(desk.page().evaluate("Object.keys(sessionStorage).length")).isEqualTo(0);
        }
    }
}
