package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** People whom others may name in a text, and what somebody wrote. */
@ApplicationScoped
public class PeopleQueries {
    /**
     * Whoever wrote there under her name, knows a theme, decides for a library, or is a colleague. All others of the sector
     * are not to be looked up here.
     */
    private static final String KNOWN = """
         and exists (select from employment m where m.person_id = p.id and (m.ends_on is null or m.ends_on >= :today))
         and (exists (select from post w join topic t on t.id = w.topic_id where w.author_id = p.id and w.hidden_at is null and t.hidden_at is null
                       and t.space_id = any(:spaces) and not (t.anonymous and t.author_id = p.id))
           or exists (select from tag_expert x where x.person_id = p.id)
           or exists (select from role_grant g where g.person_id = p.id and g.starts_on <= :today and (g.ends_on is null or g.ends_on >= :today))
           or exists (select from employment hers join employment mine using (organisation_id)
                       where hers.person_id = p.id and mine.person_id = :me and (hers.ends_on is null or hers.ends_on >= :today) and (mine.ends_on is null or mine.ends_on >= :today)))
        \s""";

    @Inject
    private Jdbi jdbi;

    public record Row(UUID id, String name) {
    }

    /** A topic that somebody began, or wrote under. @param postId what she wrote */
    public record WrittenRow(UUID topicId, UUID postId, String title, String space, boolean asked, boolean solved, Instant at) {
    }

    /** Those whose given or family name begins so. */
    public List<Row> beginning(String typed, UUID me, Collection<UUID> spaces, LocalDate today, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id, p.given_name || ' ' || p.family_name as name from person p
                 where (lower(p.given_name || ' ' || p.family_name) like :begin or lower(p.family_name) like :begin) """ + KNOWN + " order by name, p.id limit :most")
            .bind("begin", typed.toLowerCase(java.util.Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").bind("me", me)
            .bindArray("spaces", UUID.class, spaces.toArray()).bind("today", today).bind("most", most)
            .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getString("name"))).list());
    }

    /** Those of them who may be named. */
    public List<Row> known(Collection<UUID> people, UUID me, Collection<UUID> spaces, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("select p.id, p.given_name || ' ' || p.family_name as name from person p where p.id = any(:people)" + KNOWN)
            .bindArray("people", UUID.class, people.toArray()).bind("me", me).bindArray("spaces", UUID.class, spaces.toArray()).bind("today", today)
            .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getString("name"))).list());
    }

    public Optional<String> name(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("select given_name || ' ' || family_name from person where id = :id").bind("id", person).mapTo(String.class).findOne());
    }

    /** Remembers that they are told. @return those who were not yet */
    public Set<UUID> tell(UUID post, Collection<UUID> people, Instant at) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                insert into post_mention (post_id, person_id, told_at) select :post, unnest(:people), :at on conflict do nothing returning person_id""")
            .bind("post", post).bindArray("people", UUID.class, people.toArray()).bind("at", at.atOffset(ZoneOffset.UTC)).mapTo(UUID.class).list()));
    }

    /**
     * What she began in these spaces, or wrote under, newest first.
     *
     * @param nameless also what she asked namelessly, and wrote under that
     */
    public List<WrittenRow> written(UUID person, Collection<UUID> spaces, boolean nameless, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select t.id, w.id as post, t.title, s.name as space, w.position = 1 as asked, t.accepted_post_id is not null as solved, w.created_at
                  from post w join topic t on t.id = w.topic_id join space s on s.id = t.space_id
                 where w.author_id = :person and w.hidden_at is null and t.hidden_at is null and t.space_id = any(:spaces)
                   and (:nameless or not (t.anonymous and t.author_id = :person))
                 order by w.created_at desc limit :most""")
            .bind("person", person).bindArray("spaces", UUID.class, spaces.toArray()).bind("nameless", nameless).bind("most", most)
            .map((row, context) -> new WrittenRow(row.getObject("id", UUID.class), row.getObject("post", UUID.class), row.getString("title"), row.getString("space"),
                row.getBoolean("asked"), row.getBoolean("solved"), row.getTimestamp("created_at").toInstant())).list());
    }
}
