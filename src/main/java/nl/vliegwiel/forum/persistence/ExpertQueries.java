package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who knows which tag. */
@ApplicationScoped
public class ExpertQueries {
    /** Topics that are looked at for what is asked much now. */
    private static final int NEWEST = 1000;
    private static final String ROWS = """
        select x.id, x.tag, x.person_id, x.since, e.given_name || ' ' || e.family_name as name
          from tag_expert x join person e on e.id = x.person_id
        \s""";

    @Inject
    private Jdbi jdbi;

    /** Somebody who knows a tag. */
    public record Row(UUID id, String tag, UUID personId, String name, Instant since) {
    }

    /** A tag that is used, and how much. @param experts who know it */
    public record TagRow(String tag, int topics, int experts) {
    }

    /** By tag, then by name; without who works nowhere any more. */
    public List<Row> all(LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + """
                 where exists (select from employment m where m.person_id = x.person_id and (m.ends_on is null or m.ends_on >= :today)) order by x.tag, name, x.id""")
            .bind("today", today).map((row, context) -> row(row)).list());
    }

    public Optional<Row> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + " where x.id = :id").bind("id", id).map((row, context) -> row(row)).findOne());
    }

    public Optional<Row> find(String tag, UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS + " where x.tag = :tag and x.person_id = :person").bind("tag", tag).bind("person", person)
            .map((row, context) -> row(row)).findOne());
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(row.getObject("id", UUID.class), row.getString("tag"), row.getObject("person_id", UUID.class), row.getString("name"), row.getTimestamp("since").toInstant());
    }

    /** The person with an address, who works somewhere now. */
    public Optional<UUID> person(String email, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id from person p where lower(p.email) = lower(:email)
                   and exists (select from employment m where m.person_id = p.id and (m.ends_on is null or m.ends_on >= :today))""")
            .bind("email", email).bind("today", today).mapTo(UUID.class).findFirst());
    }

    public void add(UUID id, String tag, UUID person, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into tag_expert (id, tag, person_id, since, by_id) values (:id, :tag, :person, :at, :by) on conflict (tag, person_id) do nothing""")
            .bind("id", id).bind("tag", tag).bind("person", person).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    public void remove(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from tag_expert where id = :id").bind("id", id).execute());
    }

    /** Whether she knows one of the tags. */
    public boolean knows(UUID person, Collection<String> tags) {
        return !tags.isEmpty() && jdbi.withHandle(handle -> handle.createQuery("select exists (select from tag_expert where person_id = :person and tag = any(:tags))")
            .bind("person", person).bindArray("tags", String.class, tags.toArray()).mapTo(Boolean.class).one());
    }

    /** Tags of the newest topics in these spaces, most used first. */
    public List<TagRow> tags(Collection<UUID> spaces, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select tag, count(*) as topics, (select count(*) from tag_expert x where x.tag = used.tag) as experts
                  from (select unnest(tags) as tag from (select tags from topic where space_id = any(:spaces) and hidden_at is null order by created_at desc limit :newest) newest) used
                 group by tag order by topics desc, tag limit :most""")
            .bindArray("spaces", UUID.class, spaces.toArray()).bind("newest", NEWEST).bind("most", most)
            .map((row, context) -> new TagRow(row.getString("tag"), row.getInt("topics"), row.getInt("experts"))).list());
    }
}
