package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** R12 at the page: the employee, the borrower and the lender press what is there, each button once, and no browser complains. */
@RunAsClient
class HoursInBrowserIT extends ServerTest {
    private static final int WEEKS = 175;
    /** A Monday long ago, of a week in which nobody else works. */
    private static final String MONDAY = "2002-01-07";

    /** Definite work of Bram in that week that is over. */
    private static String worked(int number) {
        var day = Loans.day(DayOfWeek.MONDAY, WEEKS + number);
        String placement = Loans.applied(Loans.published(Loans.body("Uren in de browser " + number, Loans.shift(Loans.at(day, 10, 0), Loans.at(day, 14, 0)))));
        Loans.agreed(Loans.LENDER, placement, "LENDER");
        Loans.agreed(Loans.BORROWER, placement, "BORROWER");
        Truth.change("update shift set starts_at = (?::date + 9 * interval '1 hour') at time zone 'Europe/Amsterdam' + ? * interval '1 day',"
            + " ends_at = (?::date + 13 * interval '1 hour') at time zone 'Europe/Amsterdam' + ? * interval '1 day'"
            + " where id = (select shift_id from placement where id = ?::uuid)", MONDAY, number, MONDAY, number, placement);
        Truth.change("update placement p set starts_at = s.starts_at, ends_at = s.ends_at from shift s where s.id = p.shift_id and p.id = ?::uuid", placement);
        return placement;
    }

    private static void press(Desk desk, String selector) {
        Page page = desk.page();
        Desk.follow(page, () -> page.click(selector));
        assertThat(desk.complaints()).as(page.url()).isEmpty();
    }

    private static List<String> states(List<String> placements) {
        return placements.stream().map(id -> Truth.texts("select state from timesheet where placement_id = ?::uuid", id).stream().findFirst().orElse("OPEN")).toList();
    }

    /** The row of a placement in a list. */
    private static String row(String placement) {
        return "li.row:has(a[href*='" + placement + "']) ";
    }

    @Test
    void threePeopleTakeAWeekFromOpenToApprovedAndCorrectIt() {
        Truth.forgetCalls();
        List<String> week = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            week.add(worked(day));
        }
        String one = week.get(0);
        try (Desk bram = Desk.of(Loans.EMPLOYEE); Desk duinrand = Desk.of(Loans.BORROWER); Desk vennenland = Desk.of(Loans.LENDER)) {
            bram.open("/flexpool/timesheet?id=" + one);
            bram.page().click("summary:has-text('Uren aanpassen')");
            bram.page().fill("[id='hoursForm:end']", "12:30");
            press(bram, "[id='hoursForm:enter']");
            bram.open("/flexpool/hours?week=" + MONDAY);
            press(bram, row(week.get(1)) + "[id$=':submitOne']");
            assertThat(states(week)).containsExactly("ENTERED", "SUBMITTED", "OPEN", "OPEN");
            press(bram, "[id$=':complete']");
            assertThat(states(week)).containsOnly("SUBMITTED");
            assertThat(bram.page().innerText("#week")).contains("Compleet gemeld op").contains("12.30");

            duinrand.open("/flexpool/hours");
            press(duinrand, row(one) + "[id$=':confirmOne']");
            assertThat(states(week)).containsExactly("CONFIRMED", "SUBMITTED", "SUBMITTED", "SUBMITTED");
            duinrand.open("/flexpool/timesheet?id=" + week.get(3));
            duinrand.page().click("summary:has-text('Terugsturen')");
            duinrand.page().fill("[id='rejectForm:rejection']", "De dienst was korter");
            press(duinrand, "[id='rejectForm:reject']");
            duinrand.open("/flexpool/hours");
            press(duinrand, "[id$=':confirmAll']");
            assertThat(states(week)).containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED", "REJECTED");

            bram.open("/flexpool/timesheet?id=" + week.get(3));
            assertThat(bram.page().innerText("main")).contains("De dienst was korter");
            bram.page().click("summary:has-text('Uren aanpassen')");
            bram.page().fill("[id='hoursForm:end']", "11:00");
            press(bram, "[id='hoursForm:enterAndSubmit']");
            duinrand.open("/flexpool/timesheet?id=" + week.get(3));
            press(duinrand, "[id='confirmForm:confirm']");

            vennenland.open("/flexpool/hours");
            press(vennenland, row(week.get(1)) + "[id$=':approveOne']");
            vennenland.open("/flexpool/timesheet?id=" + week.get(3));
            press(vennenland, "[id='approveForm:approve']");
            vennenland.open("/flexpool/hours");
            press(vennenland, "[id$=':approveAll']");
            assertThat(states(week)).containsOnly("APPROVED");
            assertThat(Truth.number("select count(*) from placement where state = 'HOURS_CLOSED' and id = any(string_to_array(?, ' ')::uuid[])", String.join(" ", week))).isEqualTo(4);

            bram.open("/flexpool/timesheet?id=" + one);
            bram.page().click("summary:has-text('Goedgekeurde uren corrigeren')");
            bram.page().fill("[id='hoursForm:end']", "13:00");
            bram.page().fill("[id='hoursForm:reason']", "Ik bleef tot het einde");
            press(bram, "[id='hoursForm:correct']");
            assertThat(states(week)).containsExactly("SUBMITTED", "APPROVED", "APPROVED", "APPROVED");
            assertThat(bram.page().innerText("main")).as("until then the approved ones hold").contains("Ik bleef tot het einde");
            duinrand.open("/flexpool/timesheet?id=" + one);
            press(duinrand, "[id='confirmForm:confirm']");
            vennenland.open("/flexpool/timesheet?id=" + one);
            press(vennenland, "[id='approveForm:approve']");
            assertThat(Truth.number("select approved_entry from timesheet where placement_id = ?::uuid and state = 'APPROVED'", one)).isEqualTo(2);
        }
    }
}
