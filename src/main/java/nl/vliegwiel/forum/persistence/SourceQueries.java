package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The catalogue of what answers rest on. */
@ApplicationScoped
public class SourceQueries {
    private static final String ROWS = """
        select s.*, count(a.post_id) as answers, count(*) filter (where a.check_from <= :today and a.outdated_at is null) as due
          from dated_source s left join answer_source r on r.source_id = s.id left join answer a on a.post_id = r.post_id
        \s""";

    @Inject
    private Jdbi jdbi;

    /** @param answers how many rest on it; @param due how many of them have to be looked at */
    public record Row(UUID id, int version, String name, String link, LocalDate validFrom, LocalDate validUntil, int answers, int due) {
    }

    /** By name. */
    public List<Row> all(LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + " group by s.id order by lower(s.name), s.id").bind("today", today).map((row, context) -> row(row)).list());
    }

    public Optional<Row> find(UUID id, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + " where s.id = :id group by s.id").bind("id", id).bind("today", today).map((row, context) -> row(row)).findOne());
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("name"), row.getString("link"), row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_until", LocalDate.class), row.getInt("answers"), row.getInt("due"));
    }

    /** @return false when another has this name */
    public boolean add(UUID id, String name, String link, LocalDate from, LocalDate until, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into dated_source (id, name, link, valid_from, valid_until, changed_at) values (:id, :name, :link, :from, :until, :at)
                on conflict (lower(name)) do nothing""")
            .bind("id", id).bind("name", name).bind("link", link).bind("from", from).bind("until", until).bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    /** Whether another source has this name. */
    public boolean named(String name, UUID other) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from dated_source where lower(name) = lower(:name) and id <> :other)")
            .bind("name", name).bind("other", other).mapTo(Boolean.class).one());
    }

    /** @return false when somebody changed it since */
    public boolean change(UUID id, int seenVersion, String name, String link, LocalDate from, LocalDate until, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update dated_source set name = :name, link = :link, valid_from = :from, valid_until = :until, changed_at = :at, version = version + 1
                 where id = :id and version = :seen""")
            .bind("id", id).bind("seen", seenVersion).bind("name", name).bind("link", link).bind("from", from).bind("until", until)
            .bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    /** Answers that rest on it. */
    public List<UUID> answers(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select post_id from answer_source where source_id = :id").bind("id", id).mapTo(UUID.class).list());
    }
}
