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
}
