package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A week is proposed at once; who is accepted is asked, and decides. */
@RunAsClient
class PlanProposalIT extends ServerTest {
    private static final String TITLE = "Balie in de week van het voorstel";

    @Test
    void aLineThatIsAcceptedAsksTheEmployeeAndNobodyElseIsAsked() {
        LocalDate day = Loans.day(DayOfWeek.TUESDAY, 31);
        Loans.Asked asked = Loans.published(Loans.body(TITLE, Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 14, 0))));
        Visitor hr = new Visitor();
        hr.signIn(Loans.BORROWER);
        String id = Plans.ready(hr, day);
        String employee = Truth.texts("select person_id from plan_line where proposal_id = ?::uuid and shift_id = ?::uuid", id, asked.shiftId()).get(0);
        assertThat(employee).as("somebody fits").isNotNull();
        assertThat(Truth.number("select count(*) from placement where shift_id = ?::uuid", asked.shiftId())).as("nothing is assigned by itself").isZero();
        assertThat(Truth.number("select count(*) from plan_proposal where id = ?::uuid and value <= bound and input_hash is not null and rules <> ''", id)).isEqualTo(1);

        String path = "/flexpool/plan?id=" + id;
        String page = hr.get(path).body();
        String name = Truth.texts("select given_name || ' ' || family_name from person where id = ?::uuid", employee).get(0);
        assertThat(page).contains(TITLE, "Vraag de gekozen mensen").as("R10").doesNotContain(name);
        WebForm form = WebForm.of(page, "planForm");
        // What a browser sends for a tick without a value
        List.copyOf(form.typed()).stream().filter(field -> form.values().containsKey(field)).forEach(field -> form.with(field, "on"));
        assertThat(hr.post(path, form.with("planForm:accept", "x").encoded()).status()).isEqualTo(302);

        assertThat(Truth.texts("select employee_id || ' ' || state from placement where shift_id = ?::uuid", asked.shiftId())).isEqualTo(List.of(employee + " PROPOSED"));
        assertThat(Truth.number("select count(*) from plan_line where proposal_id = ?::uuid and placement_id is not null and decided_by is not null", id)).isPositive();
        Truth.eventually("the employee's inbox has it", Duration.ofSeconds(40),
            () -> Truth.number("select count(*) from outbox where person_id = ?::uuid and cast(payload as text) like '%' || ? || '%'", employee, asked.id()) > 0);
    }

    @Test
    void aProposalOfAnotherLibraryIsNotThere() {
        String id = Plans.ready(Loans.BORROWER, Loans.day(DayOfWeek.MONDAY, 33));
        Visitor other = new Visitor();
        other.signIn("hr.hoogveen");
        assertThat(other.get("/flexpool/plan?id=" + id).status()).isEqualTo(404);
        assertThat(other.get("/flexpool/plan?id=nonsense").status()).isEqualTo(404);
    }

    /** A planner keeps, insists and excludes at the page: each time a new proposal with one decision more, that shows it. */
    @Test
    void whoInsistsGetsANewProposalThatHoldsToItAndTheOthersStay() {
        LocalDate day = Loans.day(DayOfWeek.TUESDAY, 35);
        Loans.Asked asked = Loans.published(Loans.body("Voorstel waarin iemand volhoudt", Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 14, 0))));
        Loans.Asked other = Loans.published(Loans.body("Voorstel dat zo blijft", Loans.shift(Loans.at(day.plusDays(2), 10, 0), Loans.at(day.plusDays(2), 14, 0))));
        String first = Plans.ready(Loans.BORROWER, day);
        String before = person(first, asked);
        try (Desk hr = Desk.of(Loans.BORROWER)) {
            hr.open("/flexpool/plan?id=" + first);
            hr.page().evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            String row = "li.row:has(a[href*='" + asked.id() + "']) ";
            String second = next(hr, row + "[id$=':insist'] >> nth=0", first);
            assertThat(person(second, asked)).as("another one, as the planner wants").isNotEqualTo(before);
            assertThat(hr.page().innerText(row)).contains("Door jou vastgehouden");
            assertThat(hr.page().innerText("main")).as("what it cost is said").contains("Vergeleken met het voorstel hiervoor");
            assertThat(person(second, other)).as("nothing to do with it").isEqualTo(person(first, other));
            hr.page().evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            String third = next(hr, "li.row:has(a[href*='" + other.id() + "']) [id$=':keep']", second);
            assertThat(Truth.number("select count(*) from plan_line where proposal_id = ?::uuid and pinned", third)).isEqualTo(2);
            hr.page().evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            String fourth = next(hr, "li.row:has(a[href*='" + other.id() + "']) [id$=':not']", third);
            assertThat(person(fourth, other)).isNotEqualTo(person(third, other));
            assertThat(person(fourth, asked)).as("earlier decisions stay").isEqualTo(person(third, asked));
            assertThat(Truth.number("select count(*) from plan_proposal where based_on = ?::uuid and prices is not null", third)).isEqualTo(1);
        }
    }

    private static String person(String plan, Loans.Asked asked) {
        return String.valueOf(Truth.texts("select person_id from plan_line where proposal_id = ?::uuid and shift_id = ?::uuid", plan, asked.shiftId()).get(0));
    }

    /** Presses a button that plans again, and waits for the new proposal on the page. @return its id */
    private static String next(Desk hr, String button, String from) {
        hr.page().click(button);
        hr.page().waitForURL(address -> !address.contains(from));
        hr.page().waitForSelector("[id^='planForm']");
        assertThat(hr.complaints()).isEmpty();
        return hr.page().url().replaceAll(".*id=", "");
    }

    /** Shows how far it is without a word of complaint in the browser, offers to stop, and shows the plan as soon as it is there. */
    @Test
    void aPageThatLooksOnBreaksNoRuleAndComesByItselfToTheProposal() {
        LocalDate monday = Loans.day(DayOfWeek.MONDAY, 42);
        String duinrand = Loans.organisation(Loans.BORROWER);
        Truth.change("update plan_proposal set state = 'FAILED', finished_at = now() where state = 'RUNNING' and organisation_id = ?::uuid", duinrand);
        Truth.change("insert into plan_proposal (id, organisation_id, region, monday, state, asked_by, asked_at, rules, weights, seed, seats, covered, share, seen_alive_at)"
            + " select uuidv7(), organisation_id, false, ?::date, 'RUNNING', asked_by, now(), rules, weights, seed, 4, 3, 40, now() from plan_proposal"
            + " where organisation_id = ?::uuid order by asked_at desc limit 1", monday.toString(), duinrand);
        String id = Truth.texts("select id from plan_proposal where state = 'RUNNING' and organisation_id = ?::uuid", duinrand).get(0);
        try (Desk hr = Desk.of(Loans.BORROWER)) {
            hr.open("/flexpool/plan?id=" + id);
            assertThat(hr.page().innerText("[data-words]")).contains("40%", "3 van 4");
            assertThat(hr.barriers()).isEmpty();
            Truth.change("update plan_proposal set share = 70, covered = 4 where id = ?::uuid", id);
            hr.page().waitForCondition(() -> hr.page().innerText("[data-words]").contains("70%"));
            hr.page().click("[id='runForm:stop']");
            hr.page().waitForCondition(() -> Truth.number("select count(*) from plan_proposal where id = ?::uuid and stop_asked", id) == 1);
            Truth.change("update plan_proposal set state = 'STOPPED', finished_at = now(), share = 100, value = 5, bound = 10 where id = ?::uuid", id);
            hr.page().waitForSelector("h2:has-text('4 van 4')");
            assertThat(hr.page().innerText("main")).contains("50%", "Het rekenen is gestopt");
            assertThat(hr.complaints()).as("no inline style, no script that the policy forbids").isEmpty();
        }
        Truth.change("update plan_proposal set state = 'FAILED', covered = 0, seats = 0, value = 0, bound = 0 where id = ?::uuid", id);
    }

    @Test
    void aLineThatIsRefusedIsNamedAndKeepsNobodyElseBack() {
        LocalDate day = Loans.day(DayOfWeek.TUESDAY, 37);
        Loans.Asked gone = Loans.published(Loans.body("Regel die niet meer kan", Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 14, 0))));
        Loans.Asked stays = Loans.published(Loans.body("Regel die wel kan", Loans.shift(Loans.at(day.plusDays(1), 10, 0), Loans.at(day.plusDays(1), 14, 0))));
        Visitor hr = new Visitor();
        hr.signIn(Loans.BORROWER);
        String id = Plans.ready(hr, day);
        String page = hr.get("/flexpool/plan?id=" + id).body();
        Api.Answer seen = Api.as(Loans.BORROWER).get("/requests/" + gone.id());
        assertThat(Api.as(Loans.BORROWER).post("/requests/" + gone.id() + ":withdraw", "", "If-Match", seen.etag()).status()).isEqualTo(200);
        WebForm form = WebForm.of(page, "planForm");
        List.copyOf(form.typed()).stream().filter(field -> form.values().containsKey(field)).forEach(field -> form.with(field, "on"));
        Visitor.Page answer = hr.post("/flexpool/plan?id=" + id, form.with("planForm:accept", "x").encoded());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(Truth.number("select count(*) from placement where shift_id = ?::uuid", gone.shiftId())).isZero();
        assertThat(Truth.number("select count(*) from placement where shift_id = ?::uuid and state = 'PROPOSED'", stays.shiftId())).isEqualTo(1);
        assertThat(hr.get("/flexpool/plan?id=" + id).body()).contains("Regel die niet meer kan", "niet gevraagd");
        assertThat(Truth.number("select count(*) from audit_entry where entity_id = ?::uuid and action = 'refused'", id)).isEqualTo(1);
    }
}
