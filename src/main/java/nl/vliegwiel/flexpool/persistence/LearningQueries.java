package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.platform.persistence.Ids;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** What somebody wants to learn in a place to learn, and the talk at her return. */
@ApplicationScoped
public class LearningQueries {
    @Inject
    private Jdbi jdbi;

    /** A goal of a request. */
    public record Goal(UUID id, int number, String goal) {
    }

    /**
     * What decides whether the goals of a request can change.
     *
     * @param placed somebody counts on them
     */
    public record Request(UUID organisationId, int version, Purpose purpose, boolean placed) {
    }

    /** @param heldOn null as long as it was not held; brought null for nothing */
    public record Talk(int version, LocalDate plannedOn, LocalDate heldOn, String brought, Instant changedAt) {
    }

    public List<Goal> goals(UUID requestId) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, number, goal from learning_goal where request_id = :request order by number")
            .bind("request", requestId).map((row, context) -> new Goal(row.getObject("id", UUID.class), row.getInt("number"), row.getString("goal"))).list());
    }

    public Optional<Request> request(UUID requestId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select r.organisation_id, r.version, r.purpose, exists (select from placement p where p.request_id = r.id
                         and p.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED','NO_SHOW')) as placed
                  from staff_request r where r.id = :request""")
            .bind("request", requestId).map((row, context) -> new Request(row.getObject("organisation_id", UUID.class), row.getInt("version"),
                Purpose.valueOf(row.getString("purpose")), row.getBoolean("placed"))).findOne());
    }

    /** @return false when the request was changed since it was seen */
    public boolean setGoals(UUID requestId, int seenVersion, List<String> goals, Instant at) {
        return jdbi.withHandle(handle -> {
            if (handle.createUpdate("update staff_request set version = version + 1, changed_at = :at where id = :request and version = :seen")
                    .bind("request", requestId).bind("seen", seenVersion).bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 0) {
                return false;
            }
            handle.createUpdate("delete from learning_goal where request_id = :request").bind("request", requestId).execute();
            for (int i = 0; i < goals.size(); i++) {
                handle.createUpdate("insert into learning_goal (id, request_id, number, goal) values (:id, :request, :number, :goal)")
                    .bind("id", Ids.next()).bind("request", requestId).bind("number", i + 1).bind("goal", goals.get(i)).execute();
            }
            return true;
        });
    }

    public Optional<Talk> talk(UUID requestId, UUID employeeId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from return_talk where request_id = :request and employee_id = :employee")
            .bind("request", requestId).bind("employee", employeeId)
            .map((row, context) -> {
                Timestamp changed = row.getTimestamp("changed_at");
                return new Talk(row.getInt("version"), row.getObject("planned_on", LocalDate.class), row.getObject("held_on", LocalDate.class),
                    row.getString("brought"), changed.toInstant());
            }).findOne());
    }

    /** @return false when it was changed since it was seen */
    public boolean saveTalk(UUID requestId, UUID employeeId, int seenVersion, LocalDate plannedOn, LocalDate heldOn, String brought, Instant at) {
        return jdbi.withHandle(handle -> {
            Update update = seenVersion == 0 ? handle.createUpdate("""
                    insert into return_talk (request_id, employee_id, planned_on, held_on, brought, changed_at)
                    values (:request, :employee, :planned, :held, :brought, :at) on conflict do nothing""")
                : handle.createUpdate("""
                    update return_talk set version = version + 1, planned_on = :planned, held_on = :held, brought = :brought, changed_at = :at
                     where request_id = :request and employee_id = :employee and version = :seen""").bind("seen", seenVersion);
            return update.bind("request", requestId).bind("employee", employeeId).bind("planned", plannedOn).bind("held", heldOn).bind("brought", brought)
                .bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1;
        });
    }
}
