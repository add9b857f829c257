package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long request is typed, and then something goes wrong: the session ends, the button is pressed twice, somebody goes back. */
@RunAsClient
class NothingTypedIsLostIT extends ServerTest {
    private static final String FORM = "/flexpool/request-edit";
    private static final String STORY = "Twintig cursisten, vier tafels. Koffie om elf uur.\nOp de tweede dinsdag ook de taalcafés: “dag” en “avond”.\n".repeat(12);

    private Desk desk;

    @BeforeEach
    void signIn() {
        desk = Desk.of(Loans.BORROWER);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private static void typeLongRequest(Page page, String title) {
        page.navigate(FORM);
        page.fill(field("title"), title);
        page.fill(field("description"), STORY);
        page.check("input[value=LEARNING]");
        page.selectOption(field("branchId"), new SelectOption().setIndex(1));
        page.click(field("addSkill"));
        page.selectOption(field("skills:0:skillId"), new SelectOption().setIndex(3));
        page.selectOption(field("skills:0:minLevel"), "4");
        page.uncheck(field("skills:0:required"));
        page.fill(field("shifts:0:date"), "2028-09-05");
        page.fill(field("shifts:0:start"), "09:15");
        page.fill(field("shifts:0:end"), "13:45");
        page.click(field("addShift"));
        page.fill(field("shifts:1:date"), "2028-09-14");
        page.fill(field("shifts:1:headcount"), "3");
        page.fill(field("deadline"), "2028-08-20");
        page.check("input[value=COUNTRY]");
    }

    private static String field(String id) {
        return "[id='requestForm:" + id + "']";
    }

    private static void requireAllOfIt(Page page, String title) {
        assertThat(page.inputValue(field("title"))).isEqualTo(title);
        assertThat(page.inputValue(field("description"))).isEqualTo(STORY);
        assertThat(page.isChecked("input[value=LEARNING]")).isTrue();
        assertThat((Integer) page.evaluate("document.getElementById('requestForm:skills:0:skillId').selectedIndex")).isEqualTo(3);
        assertThat(page.inputValue(field("skills:0:minLevel"))).isEqualTo("4");
        assertThat(page.isChecked(field("skills:0:required"))).isFalse();
        assertThat(page.inputValue(field("shifts:0:date"))).isEqualTo("2028-09-05");
        assertThat(page.inputValue(field("shifts:0:end"))).isEqualTo("13:45");
        assertThat(page.inputValue(field("shifts:1:date"))).isEqualTo("2028-09-14");
        assertThat(page.inputValue(field("shifts:1:start"))).isEqualTo("09:15");
        assertThat(page.inputValue(field("shifts:1:headcount"))).isEqualTo("3");
        assertThat(page.inputValue(field("deadline"))).isEqualTo("2028-08-20");
        assertThat(page.isChecked("input[value=COUNTRY]")).isTrue();
        assertThat(page.innerText("#notices")).contains("Je was hier nog bezig. Wat je typte, is teruggezet.");
    }

    private static void requireSavedOnce(Page page, String title) {
        page.waitForURL(Pattern.compile(".*/flexpool/request\\?id=.*"));
        assertThat(page.innerText("main")).contains("Gelukt.", title, "di 5 september 2028", "do 14 september 2028");
        assertThat(stored(title)).isEqualTo(1);
        page.navigate(FORM);
        assertThat(page.inputValue(field("title"))).as("what was accepted does not come back").isEmpty();
    }

    private static long stored(String title) {
        return Truth.number("select count(*) from staff_request where title = ?", title);
    }

    private void endSession() {
        assertThat(Truth.change("delete from sign_in where person_id = ?::uuid", Truth.person(Loans.BORROWER))).isPositive();
        // At the provider too, or she would be back without noticing
        desk.context().clearCookies();
    }

    /** The page that says it, and the way back in. */
    private static void signInAgain(Page page, String account) {
        assertThat(page.innerText("h1")).isEqualTo("Je sessie is verlopen");
        page.click("main a.button-primary");
        page.waitForSelector("#username");
        page.fill("#username", account);
        page.fill("#password", "vliegwiel");
        page.press("#password", "Enter");
        page.waitForURL(address -> address.startsWith(TestServers.get().applicationUrl().toString()));
    }

    @Test
    void aSessionThatEndsInTheMiddleOfAFormCostsNoLetter() {
        Page page = desk.page();
        typeLongRequest(page, "Verlopen sessie");
        endSession();
        page.click(field("save"));
        assertThat(stored("Verlopen sessie")).isZero();
        signInAgain(page, Loans.BORROWER);
        page.waitForSelector("#vw-notice");
        requireAllOfIt(page, "Verlopen sessie");
        page.click(field("save"));
        requireSavedOnce(page, "Verlopen sessie");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aServerThatForgotThePageCostsNoLetter() {
        Page page = desk.page();
        typeLongRequest(page, "Vergeten pagina");
        desk.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        page.click(field("save"));
        page.waitForSelector("#vw-notice");
        assertThat(stored("Vergeten pagina")).isZero();
        requireAllOfIt(page, "Vergeten pagina");
        page.click(field("save"));
        requireSavedOnce(page, "Vergeten pagina");
    }

    @Test
    void twoTabsKeepTheirOwnWordsWhenTheirSessionEnds() {
        Page one = desk.page();
        Page two = desk.context().newPage();
        typeLongRequest(one, "Eerste tabblad");
        typeLongRequest(two, "Tweede tabblad");
        endSession();
        one.click(field("save"));
        signInAgain(one, Loans.BORROWER);
        one.waitForSelector("#vw-notice");
        requireAllOfIt(one, "Eerste tabblad");
        one.click(field("save"));
        requireSavedOnce(one, "Eerste tabblad");
        two.click(field("save"));
        two.waitForSelector("#vw-notice");
        requireAllOfIt(two, "Tweede tabblad");
        two.click(field("save"));
        requireSavedOnce(two, "Tweede tabblad");
    }

    @Test
    void whoSignsOutInOneTabReadsItInTheOtherAndLeavesNothingToTheNextPerson() {
        Page writing = desk.page();
        Page other = desk.context().newPage();
        typeLongRequest(writing, "Afgemeld in het andere tabblad");
        other.navigate("/inbox");
        other.click(".account summary");
        other.click("[id='accountForm:signOut']");
        other.waitForURL(Pattern.compile(".*/signed-out$"));
        writing.click(field("save"));
        signInAgain(writing, Loans.LENDER);
        assertThat(writing.inputValue(field("title"))).as("another person at the same desk").isEmpty();
        assertThat(writing.inputValue(field("description"))).isEmpty();
        assertThat(stored("Afgemeld in het andere tabblad")).isZero();
    }

    @Test
    void twoPressesAreOneRequest() {
        Page page = desk.page();
        typeLongRequest(page, "Twee keer gedrukt");
        page.dblclick(field("save"));
        requireSavedOnce(page, "Twee keer gedrukt");
    }

    @Test
    void goingBackOrReloadingAfterSavingMakesNoSecondRequest() {
        Page page = desk.page();
        typeLongRequest(page, "Teruggegaan");
        page.click(field("save"));
        page.waitForURL(Pattern.compile(".*/flexpool/request\\?id=.*"));
        page.reload();
        assertThat(stored("Teruggegaan")).isEqualTo(1);
        page.goBack();
        assertThat(page.url()).endsWith(FORM);
        assertThat(page.inputValue(field("title"))).as("a fresh form, not what is saved already").isEmpty();
        page.click(field("save"));
        page.waitForSelector("#summary");
        assertThat(stored("Teruggegaan")).isEqualTo(1);
    }
}
