package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import nl.vliegwiel.it.ServerTest;
import nl.vliegwiel.platform.privacy.RetentionClock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** R18: what was kept long enough goes, at night, once and in portions; what was not stays, whoever tries. */
class RetentionIT extends ServerTest {
    @Inject
    RetentionClock retention;

    @Inject
    Jdbi jdbi;

    @Resource
    ManagedExecutorService threads;

    private long number(String query, Object... values) {
        return jdbi.withHandle(handle -> handle.select(query, values).mapTo(Long.class).one());
    }

    private void change(String statement, Object... values) {
        jdbi.useHandle(handle -> handle.execute(statement, values));
    }

    private UUID anybody() {
        return jdbi.withHandle(handle -> handle.select("select id from person order by id limit 1").mapTo(UUID.class).one());
    }

    /** As if nothing had run today. */
    private void tomorrow() {
        change("update retention_run set day = day - 2000 - (select count(*)::integer from retention_run where day < current_date - 1000)");
    }

    @Test
    void twoNodesRemoveWhatIsOverOnceAndInPortions() throws Exception {
        tomorrow();
        UUID somebody = anybody();
        change("insert into audit_entry (at, actor_name, action, entity, entity_id) select '2015-01-01', 'Retention', 'old', 'test', gen_random_uuid() from generate_series(1, 1200)");
        change("insert into audit_entry (at, actor_name, action, entity, entity_id) values (now() - interval '83 months', 'Retention', 'young', 'test', gen_random_uuid())");
        change("insert into outbox (id, kind, person_id, created_at, state, next_at, done_at) values (gen_random_uuid(), 'TEST_OLD', ?, '2015-01-01', 'SENT', '2015-01-01', '2015-01-01')", somebody);
        change("insert into outbox (id, kind, person_id, created_at, state, next_at, done_at) values (gen_random_uuid(), 'TEST_YOUNG', ?, now(), 'SENT', now(), now())", somebody);
        Future<Integer> one = threads.submit(() -> retention.run());
        Future<Integer> other = threads.submit(() -> retention.run());
        assertThat(one.get() + other.get()).isGreaterThanOrEqualTo(1201);
        assertThat(number("select count(*) from audit_entry where actor_name = 'Retention' and action = 'old'")).isZero();
        assertThat(number("select count(*) from audit_entry where actor_name = 'Retention' and action = 'young'")).as("not a day early").isEqualTo(1);
        assertThat(number("select count(*) from outbox where kind = 'TEST_OLD'")).isZero();
        assertThat(number("select count(*) from outbox where kind = 'TEST_YOUNG'")).isEqualTo(1);
        assertThat(number("select records from retention_run where kind = 'AUDIT' and day > current_date - 3")).as("counted once").isGreaterThanOrEqualTo(1200);
        assertThat(number("select count(*) from retention_run where day > current_date - 3 and (ended_at is null or problem is not null)")).isZero();
        assertThat(retention.run()).as("nothing twice a day").isZero();
    }

    @Test
    void whoLeftLosesHerProfileAndWhoIsGoneHerName() {
        tomorrow();
        UUID left = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        for (UUID one : new UUID[] {left, gone}) {
            change("insert into person (id, email, given_name, family_name, created_at) values (?, ?, 'Oud', 'Gediende', '2014-01-01')", one, one + "@vliegwiel.example");
        }
        change("insert into pool_member (person_id, participating, max_travel_minutes, max_minutes_per_week, place_id, changed_at)"
            + " values (?, false, 60, 600, (select min(id) from place), now() - interval '2 months')", left);
        change("insert into weekly_availability (person_id, day, from_minute, to_minute) values (?, 1, 540, 1020)", left);
        change("insert into employment (id, person_id, organisation_id, function_title, minutes_per_week, starts_on, ends_on)"
            + " select gen_random_uuid(), ?, id, 'Balie', 1200, '2014-01-01', '2015-01-01' from organisation order by id limit 1", gone);
        retention.run();
        assertThat(number("select count(*) from pool_member where person_id = ?", left)).isZero();
        assertThat(number("select count(*) from weekly_availability where person_id = ?", left)).isZero();
        assertThat(number("select count(*) from person where id = ? and given_name = 'Oud'", left)).as("who never worked anywhere is no former employee").isEqualTo(1);
        assertThat(number("select count(*) from person where id = ? and family_name = 'medewerker' and email like 'weg-%'", gone)).isEqualTo(1);
    }

    @Test
    void hoursAndAgreementsGoAfterSevenYearsAndThePlacementForgetsWhoItWas() {
        tomorrow();
        UUID placement = jdbi.withHandle(handle -> handle.select("select id from placement where state in ('DECLINED','WITHDRAWN','CANCELLED')"
            + " and not exists (select from timesheet t where t.placement_id = placement.id) and swap_id is null and employee_id is not null order by id limit 1").mapTo(UUID.class).one());
        change("update placement set starts_at = '2015-01-05 09:00Z', ends_at = '2015-01-05 12:00Z' where id = ?", placement);
        change("insert into timesheet (placement_id, version, employee_id, state, entry, starts_at, ends_at, break_minutes, travel_minutes, changed_at)"
            + " select id, 1, employee_id, 'ENTERED', 1, starts_at, ends_at, 0, 0, ends_at from placement where id = ?", placement);
        change("insert into timesheet_entry (placement_id, number, starts_at, ends_at, break_minutes, travel_minutes, entered_by, entered_at)"
            + " select placement_id, 1, starts_at, ends_at, 0, 0, employee_id, ends_at from timesheet where placement_id = ?", placement);
        retention.run();
        assertThat(number("select count(*) from timesheet where placement_id = ?", placement)).isZero();
        assertThat(number("select count(*) from agreement where placement_id = ?", placement)).isZero();
        tomorrow();
        retention.run();
        assertThat(number("select count(*) from placement where id = ? and employee_id is null and created_by is null", placement)).isEqualTo(1);
    }

    @Test
    void aLibraryThatChoseShorterLosesItsOwnSoonerAndNobodyElses() {
        tomorrow();
        String old = "select distinct on (r.organisation_id) r.id from staff_request r where not exists (select from shift s where s.request_id = r.id and s.ends_at > now() - interval '70 days')"
            + " and exists (select from shift s where s.request_id = r.id) and not exists (select from retention_choice c where c.organisation_id = r.organisation_id and c.kind = 'QUESTION')"
            + " and r.published_at is not null order by r.organisation_id, r.id limit 2";
        List<UUID> requests = jdbi.withHandle(handle -> handle.select(old).mapTo(UUID.class).list());
        assertThat(requests).hasSize(2);
        for (UUID request : requests) {
            change("insert into request_question (id, request_id, asker_id, named, question, asked_at) values (gen_random_uuid(), ?, ?, false, 'Bewaard?', now() - interval '100 days')", request, anybody());
        }
        change("insert into retention_choice (id, organisation_id, kind, months, valid_from, chosen_by, chosen_at)"
            + " select gen_random_uuid(), organisation_id, 'QUESTION', 2, current_date, ?, now() from staff_request where id = ?", anybody(), requests.get(0));
        retention.run();
        assertThat(number("select count(*) from request_question where question = 'Bewaard?' and request_id = ?", requests.get(0))).isZero();
        assertThat(number("select count(*) from request_question where question = 'Bewaard?' and request_id = ?", requests.get(1))).isEqualTo(1);
        assertThatThrownBy(() -> change("insert into retention_choice (id, organisation_id, kind, months, valid_from, chosen_by, chosen_at)"
            + " select gen_random_uuid(), organisation_id, 'HOURS', 12, current_date, ?, now() from staff_request where id = ?", anybody(), requests.get(1)))
            .as("of what the law fixes nobody chooses").hasStackTraceContaining("out of bounds");
        change("update retention_choice set valid_to = valid_from where kind = 'QUESTION' and valid_to is null and valid_from = current_date");
    }

    @Test
    void theApplicationCanNeitherHurryTheClockNorGoRoundIt() {
        change("insert into audit_entry (at, actor_name, action, entity, entity_id) values (now() - interval '1 day', 'Retention', 'kept', 'test', gen_random_uuid())");
        assertThat(number("select retention_apply('AUDIT', 100000, now() + interval '100 years')")).as("the future counts as now").isZero();
        assertThat(number("select count(*) from audit_entry where actor_name = 'Retention' and action = 'kept'")).isPositive();
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
            handle.select("select set_config('vliegwiel.retention', 'on', true)").mapTo(String.class).one();
            handle.execute("delete from audit_entry where action = 'kept'");
        })).hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> change("update retention_rule set months = 0")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> change("delete from retention_run")).hasStackTraceContaining("permission denied");
    }
}
