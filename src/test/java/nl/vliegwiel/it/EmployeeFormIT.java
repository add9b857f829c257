package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** HR enters one employee by hand, and changes what was agreed. */
@RunAsClient
class EmployeeFormIT extends ServerTest {
    private static final String EMAIL = "noor.handmatig@vliegwiel.example";

    @Test
    void aFaultStandsAtItsFieldAndWhatWasTypedStays() {
        try (Desk desk = Desk.of("hr.duinrand")) {
            Page page = desk.page();
            desk.open("/organisation/employee-edit");
            fill(page, "24", "123456782");
            page.click("#employeeForm\\:save");
            page.waitForSelector("#summary");
            assertThat(page.innerText("#employeeForm\\:employeeNumber-field")).contains("burgerservicenummer");
            assertThat(page.inputValue("#employeeForm\\:email")).isEqualTo(EMAIL);
            assertThat(page.inputValue("#employeeForm\\:hoursPerWeek")).isEqualTo("24");
            assertThat(desk.barriers()).isEmpty();
            assertThat(Truth.number("select count(*) from person where email = ?", EMAIL)).isZero();

            page.fill("#employeeForm\\:employeeNumber", "D-0042");
            page.click("#employeeForm\\:save");
            page.waitForURL("**/organisation/employee?id=*");
            assertThat(page.innerText("main")).contains("Noor Handmatig", "Balie", "24\u00a0uur", "D-0042");
            assertThat(Truth.number("select count(*) from outbox o join person p on p.id = o.person_id where p.email = ? and o.kind = 'EMPLOYEE_INVITED'", EMAIL))
                .as("the same invitation as after an import").isEqualTo(1);

            desk.open("/organisation/employee-edit");
            fill(page, "20", "");
            page.click("#employeeForm\\:save");
            page.waitForSelector("#summary");
            assertThat(page.innerText("#employeeForm\\:email-field")).contains("werkt hier in die periode al");

            String employment = Truth.texts("select e.id from employment e join person p on p.id = e.person_id where p.email = ?", EMAIL).get(0);
            desk.open("/organisation/employee-edit?id=" + employment);
            page.fill("#employeeForm\\:hoursPerWeek", "22,5");
            page.click("#employeeForm\\:save");
            page.waitForURL("**/organisation/employee?id=*");
            assertThat(Truth.number("select minutes_per_week from employment where id = ?::uuid", employment)).isEqualTo(1350);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static void fill(Page page, String hours, String number) {
        page.fill("#employeeForm\\:email", EMAIL);
        page.fill("#employeeForm\\:givenName", "Noor");
        page.fill("#employeeForm\\:familyName", "Handmatig");
        page.fill("#employeeForm\\:function", "Balie");
        page.fill("#employeeForm\\:hoursPerWeek", hours);
        page.fill("#employeeForm\\:startDate", "2026-01-01");
        page.fill("#employeeForm\\:employeeNumber", number);
    }

    @Test
    void anEmploymentOfAnotherLibraryIsNotThere() {
        String foreign = Truth.texts("select id from employment where person_id = ?::uuid", Truth.person("bram.vennenland")).get(0);
        try (Desk desk = Desk.of("hr.duinrand")) {
            assertThat(desk.open("/organisation/employee-edit?id=" + foreign)).isEqualTo(404);
        }
        try (Desk desk = Desk.of("anna.duinrand")) {
            assertThat(desk.open("/organisation/employee-edit")).isEqualTo(403);
        }
    }
}
