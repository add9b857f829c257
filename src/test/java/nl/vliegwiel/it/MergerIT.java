package nl.vliegwiel.it;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** R19: what goes on at a library goes along when it goes up in another; what is over keeps its name. */
@RunAsClient
class MergerIT extends ServerTest {
    private static String request(String title, int weeks, String circle) {
        LocalDate day = Loans.day(DayOfWeek.THURSDAY, weeks);
        Map<String, Object> body = new HashMap<>(Loans.body(title, Loans.shift(Loans.at(day, 9, 0), Loans.at(day, 13, 0))));
        body.put("circles", List.of(circle));
        return Loans.published(body).id();
    }

    private static String shift(String request) {
        return Truth.texts("select id from shift where request_id = ?::uuid", request).get(0);
    }

    /**
     * Every column that names a library, and what becomes of it at a merger. A new one fails the test until somebody decided, in
     * the merger itself and here.
     */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
        entry("audit_entry.organisation_id", "stays: what was done was done under that name"),
        entry("branch.organisation_id", "goes along, and with it the induction sheets of the branch"),
        entry("cancel_window.organisation_id", "copied where the successor has none"),
        entry("employment.organisation_id", "ends, and begins at the successor"),
        entry("enrolment.organisation_id", "goes along while it is not over"),
        entry("evaluation_consent.organisation_id", "stays: the works council of the successor says yes for itself"),
        entry("favourite.organisation_id", "goes along unless the successor has her already"),
        entry("frame_agreement.one_id", "goes along unless the successor has one with the same library"),
        entry("frame_agreement.other_id", "as the other side"),
        entry("frame_agreement_consent.organisation_id", "stays: who said yes then"),
        entry("frame_agreement_text.made_for", "stays: who made the text then"),
        entry("health_flow.borrower_id", "made anew by its job from the placements"),
        entry("health_flow.lender_id", "made anew by its job from the placements"),
        entry("health_month.organisation_id", "made anew by its job from the placements"),
        entry("invoice.borrower_id", "stays: what was sent stays as it was sent"),
        entry("invoice.lender_id", "stays: what was sent stays as it was sent"),
        entry("invoice_number.organisation_id", "stays: the successor counts its own"),
        entry("invoice_party.organisation_id", "stays: another legal person, with a number of its own"),
        entry("irregular_hours.organisation_id", "copied where the successor has none"),
        entry("isil_code.organisation_id", "goes along"),
        entry("letter_use.organisation_id", "stays: which library used a model letter"),
        entry("match_weights.organisation_id", "copied where the successor has none"),
        entry("learning_programme.organiser_id", "goes along"),
        entry("organisation.merged_into", "says it"),
        entry("organisation.poi_id", "goes along when a POI goes up in another"),
        entry("organisation_province.organisation_id", "stays: the provinces of a POI are entered anew"),
        entry("pay_scale.organisation_id", "copied where the successor has none of her"),
        entry("placement.borrower_id", "goes along while it is not over"),
        entry("placement.lender_id", "goes along while it is not over"),
        entry("plan_line.organisation_id", "stays: a proposal is made anew"),
        entry("plan_proposal.organisation_id", "stays: a proposal is made anew"),
        entry("ranking_log.organisation_id", "stays: a log"),
        entry("rate.organisation_id", "copied by kind where the successor has none"),
        entry("reach_pace.organisation_id", "copied where the successor has none"),
        entry("release_blackout.organisation_id", "goes along unless it overlaps one of the successor"),
        entry("release_policy.organisation_id", "copied where the successor has none"),
        entry("released_number.organisation_id", "stays: a log"),
        entry("retention_choice.organisation_id", "stays: what was of the library that ended keeps its term"),
        entry("role_grant.organisation_id", "stays: the successor names its own people; read through merged_into"),
        entry("session.host_id", "goes along for what is still to come"),
        entry("settlement.one_id", "a draft is made anew, what was sent stays"),
        entry("settlement.other_id", "a draft is made anew, what was sent stays"),
        entry("settlement_line.borrower_id", "goes with its settlement"),
        entry("settlement_line.lender_id", "goes with its settlement"),
        entry("staff_request.organisation_id", "goes along while it is open"),
        entry("standing_release.borrower_id", "revoked and given again for the successor"),
        entry("standing_release.organisation_id", "for one person given again, for all people it ends"),
        entry("standing_release.region_id", "revoked and given again for the successor"),
        entry("timesheet.waits_for", "goes along"));

    @Test
    void ofEveryColumnThatNamesALibrarySomebodyDecidedWhatBecomesOfIt() {
        List<String> columns = Truth.texts("""
            select cast(k.conrelid::regclass as text) || '.' || a.attname from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
             where k.contype = 'f' and k.confrelid in ('organisation'::regclass, 'release_policy'::regclass)
            union select table_name || '.' || column_name from information_schema.columns
             where table_schema = 'public' and data_type = 'uuid' and column_name ~ '(organisation|lender|borrower|library|poi_id|region_id|employer)' and table_name <> 'search_row_truth'
            order by 1""");
        assertThat(columns).containsExactlyInAnyOrderElementsOf(COLUMNS.keySet());
    }

    @Test
    void whatALibraryAgreedAboutLendingGoesAlongAndNoYesGrowsWider() {
        Api beheer = Api.as("beheer");
        String into = beheer.post("/organisations", Map.of("name", "Bibliotheek Oeverland", "kind", "LIBRARY", "alsoPoi", false, "province", "Noord-Holland")).json().get("id").asText();
        Api.Answer made = beheer.post("/organisations", Map.of("name", "Bibliotheek Rietplas", "kind", "LIBRARY", "alsoPoi", false, "province", "Noord-Holland"));
        String from = made.json().get("id").asText();
        String vennenland = Loans.organisation(Loans.LENDER);
        String hoogveen = Loans.organisation("hr.hoogveen");
        String by = Truth.person("hr.vennenland");
        Truth.change("insert into release_policy (organisation_id, minutes_per_week, reaction_hours, changed_at) values (?::uuid, 600, 8, now())", from);
        Truth.change("insert into release_policy (organisation_id, changed_at) values (?::uuid, now()) on conflict do nothing", vennenland);
        Truth.change("insert into release_blackout (id, organisation_id, starts_on, ends_on, reason) values (uuidv7(), ?::uuid, current_date + 10, current_date + 12, 'MOVING')", from);
        String standing = "insert into standing_release (id, organisation_id, borrower_id, employee_id, minutes_per_week, max_shift_minutes, valid_from, valid_to, clause_version,"
            + " given_by, given_at) values (uuidv7(), ?::uuid, ?::uuid, ?::uuid, 480, 480, current_date, current_date + 90, '1', ?::uuid, now() - interval '1 day')";
        Truth.change(standing, from, hoogveen, Truth.person(Loans.EMPLOYEE), by);
        Truth.change(standing, from, hoogveen, null, by);
        Truth.change(standing, vennenland, from, null, by);
        Truth.change(standing, from, into, Truth.person(Loans.EMPLOYEE), by);
        for (String[] pair : new String[][] {{from, vennenland}, {from, hoogveen}, {into, hoogveen}, {from, into}}) {
            Truth.change("insert into frame_agreement (id, one_id, other_id, state, valid_from, notice_months, created_by, created_at) values (uuidv7(), least(?::uuid, ?::uuid),"
                + " greatest(?::uuid, ?::uuid), 'AGREED', current_date - 10, 1, ?::uuid, now())", pair[0], pair[1], pair[0], pair[1], by);
        }
        Truth.change("insert into cancel_window (organisation_id, hours) values (?::uuid, 72)", from);
        Truth.change("insert into settlement (id, quarter_start, one_id, other_id, run, state, created_at) values (uuidv7(), '2001-01-01', least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), 1,"
            + " 'DRAFT', now())", from, vennenland, from, vennenland);

        Api.Answer merged = beheer.post("/organisations/" + from + ":merge", Map.of("into", into), "If-Match", made.etag());
        assertThat(merged.status()).as(merged.body()).isBetween(200, 204);

        assertThat(Truth.texts("select minutes_per_week || ' ' || reaction_hours from release_policy where organisation_id = ?::uuid", into)).containsExactly("600 8");
        assertThat(Truth.texts("select reason from release_blackout where organisation_id = ?::uuid", into)).containsExactly("MOVING");
        assertThat(Truth.texts("select hours || '' from cancel_window where organisation_id = ?::uuid", into)).containsExactly("72");
        assertThat(Truth.texts("select borrower_id || ' ' || employee_id from standing_release where organisation_id = ?::uuid and revoked_at is null", into))
            .as("for one person it goes along; for all people of the small library it is no yes for all of the large one").containsExactly(hoogveen + " " + Truth.person(Loans.EMPLOYEE));
        assertThat(Truth.number("select count(*) from standing_release where organisation_id = ?::uuid and borrower_id = ?::uuid and revoked_at is null and given_by = ?::uuid", vennenland, into, by))
            .as("who takes over stands in the place of who ended").isEqualTo(1);
        assertThat(Truth.number("select count(*) from standing_release where ?::uuid in (organisation_id, borrower_id) and revoked_at is null", from)).isZero();
        assertThat(Truth.number("select count(*) from standing_release where ?::uuid in (organisation_id, borrower_id)", from)).as("nothing is deleted (R15)").isEqualTo(4);
        String frames = "select count(*) from frame_agreement where ?::uuid in (one_id, other_id) and ?::uuid in (one_id, other_id) and terminated_at is null";
        assertThat(Truth.number(frames, into, vennenland)).isEqualTo(1);
        assertThat(Truth.number(frames, into, hoogveen)).as("its own stands").isEqualTo(1);
        assertThat(Truth.number("select count(*) from frame_agreement where ?::uuid in (one_id, other_id) and terminated_at is null", from)).isZero();
        assertThat(Truth.number("select count(*) from settlement where ?::uuid in (one_id, other_id)", from)).as("a draft is made anew").isZero();
    }

    @Test
    void openRequestsAndDefiniteLoansGoToTheSuccessor() {
        Api beheer = Api.as("beheer");
        String duinrand = Loans.organisation(Loans.BORROWER);
        Api.Answer made = beheer.post("/organisations", Map.of("name", "Bibliotheek Zandkreek", "kind", "LIBRARY", "alsoPoi", false, "province", "Noord-Holland"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String former = made.json().get("id").asText();

        String open = request("Gaat mee", 64, "COUNTRY");
        String definite = request("Gaat ook mee", 65, "COUNTRY");
        String placement = Loans.applied(new Loans.Asked(definite, shift(definite)));
        Loans.agreed(Loans.LENDER, placement, "LENDER");
        Loans.agreed(Loans.BORROWER, placement, "BORROWER");
        String over = request("Was al voorbij", 66, "OWN");
        Api.Answer seen = Api.as(Loans.BORROWER).get("/requests/" + over);
        assertThat(Api.as(Loans.BORROWER).post("/requests/" + over + ":withdraw", "", "If-Match", seen.etag()).status()).isEqualTo(200);
        // As if that library had asked: it has no people of its own yet
        Truth.change("update staff_request set organisation_id = ?::uuid where id in (?::uuid, ?::uuid, ?::uuid)", former, open, definite, over);
        Truth.change("update placement set borrower_id = ?::uuid where id = ?::uuid", former, placement);
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + over).status()).isEqualTo(404);

        String etag = beheer.get("/organisations/" + former).etag();
        Api.Answer merged = beheer.post("/organisations/" + former + ":merge", Map.of("into", duinrand), "If-Match", etag);
        assertThat(merged.status()).as(merged.body()).isBetween(200, 204);

        assertThat(Api.as(Loans.BORROWER).get("/requests/" + open).json().get("organisationId").asText()).isEqualTo(duinrand);
        assertThat(Api.as(Loans.BORROWER).get("/placements/" + placement).json().get("borrowerId").asText()).isEqualTo(duinrand);
        assertThat(Api.as(Loans.BORROWER).get("/placements/" + placement).json().get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(Api.as(Loans.EMPLOYEE).get("/placements/" + placement).json().get("borrowerId").asText()).isEqualTo(duinrand);
        assertThat(Api.as(Loans.BORROWER).get("/requests/" + over).json().get("organisationId").asText()).as("keeps the old name, and is read").isEqualTo(former);
        assertThat(Api.as("hr.hoogveen").get("/requests/" + over).status()).isEqualTo(404);
        assertThat(Truth.number("select count(*) from audit_entry where action = 'tookOver' and entity_id in (?::uuid, ?::uuid, ?::uuid)", open, definite, placement))
            .isEqualTo(3);
    }
}
