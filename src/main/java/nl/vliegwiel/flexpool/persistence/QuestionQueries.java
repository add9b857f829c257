package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Questions about requests and their answers. */
@ApplicationScoped
public class QuestionQueries {
    /** She came forward when she applied, or said yes to a proposal: from then on the library may know her name (R10). */
    private static final String ROWS = """
        select q.*, r.organisation_id, r.title, e.given_name || ' ' || e.family_name as asker,
               q.named or exists (select from placement p where p.request_id = q.request_id and p.employee_id = q.asker_id
                 and (p.created_by = q.asker_id or exists (select from placement_consent c
                        where c.placement_id = p.id and c.party = 'EMPLOYEE' and c.decision = 'YES'))) as came_forward
          from request_question q join staff_request r on r.id = q.request_id join person e on e.id = q.asker_id
         where\s""";

    private static final String WAITING = """
         from request_question q join staff_request r on r.id = q.request_id
        where q.answer is null and r.organisation_id = any(:libraries) and q.asker_id <> :me
          and r.status in ('PUBLISHED','PARTLY_FILLED','FILLED','RUNNING')""";

    @Inject
    private Jdbi jdbi;

    /** @param cameForward the library that asks may know who asked */
    public record Row(UUID id, int version, UUID requestId, UUID organisationId, String title, UUID askerId, String asker, boolean cameForward,
            String question, Instant askedAt, String answer, Instant answeredAt, boolean forHerOnly) {
    }

    /** A question that waits for an answer. */
    public record Waiting(UUID id, int version, UUID requestId, String title, Instant askedAt) {
    }

    /** All of a request, oldest first; who may read which is asked after. */
    public List<Row> of(UUID requestId) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "q.request_id = :request order by q.asked_at, q.id").bind("request", requestId)
            .map((row, context) -> row(row)).list());
    }

    public Optional<Row> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + "q.id = :id").bind("id", id).map((row, context) -> row(row)).findOne());
    }

    /** How many she asked about a request that were not answered yet. */
    public int open(UUID requestId, UUID askerId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "select count(*) from request_question where request_id = :request and asker_id = :asker and answer is null")
            .bind("request", requestId).bind("asker", askerId).mapTo(Integer.class).one());
    }

    public void add(UUID id, UUID requestId, UUID askerId, boolean named, String question, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into request_question (id, request_id, asker_id, named, question, asked_at) values (:id, :request, :asker, :named, :question, :at)""")
            .bind("id", id).bind("request", requestId).bind("asker", askerId).bind("named", named).bind("question", question)
            .bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** @return false when somebody else answered it since */
    public boolean answer(UUID id, int seenVersion, String answer, boolean forHerOnly, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update request_question set answer = :answer, for_her_only = :only, answered_by = :by, answered_at = :at, version = version + 1
                 where id = :id and version = :seen and answer is null""")
            .bind("answer", answer).bind("only", forHerOnly).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).bind("id", id)
            .bind("seen", seenVersion).execute() == 1);
    }

    /** What waits for the HR managers of these libraries, oldest first. */
    public List<Waiting> waiting(UUID me, Collection<UUID> libraries) {
        return libraries.isEmpty() ? List.of() : jdbi.withHandle(handle -> handle.createQuery("select q.id, q.version, q.request_id, r.title, q.asked_at" + WAITING
                + " order by q.asked_at, q.id")
            .bind("me", me).bindArray("libraries", UUID.class, libraries.toArray())
            .map((row, context) -> new Waiting(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("request_id", UUID.class),
                row.getString("title"), row.getTimestamp("asked_at").toInstant()))
            .list());
    }

    public int count(UUID me, Collection<UUID> libraries) {
        return libraries.isEmpty() ? 0 : jdbi.withHandle(handle -> handle.createQuery("select count(*)" + WAITING)
            .bind("me", me).bindArray("libraries", UUID.class, libraries.toArray()).mapTo(Integer.class).one());
    }

    private static Row row(ResultSet row) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("request_id", UUID.class),
            row.getObject("organisation_id", UUID.class), row.getString("title"), row.getObject("asker_id", UUID.class), row.getString("asker"),
            row.getBoolean("came_forward"), row.getString("question"), row.getTimestamp("asked_at").toInstant(), row.getString("answer"),
            answered == null ? null : answered.toInstant(), row.getBoolean("for_her_only"));
    }
}
