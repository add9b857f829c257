package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Posts, what they said before, who likes and who flags them. */
@ApplicationScoped
public class PostQueries {
    private static final String COLUMNS = """
        select p.*, e.given_name || ' ' || e.family_name as author,
               exists (select from post_like l where l.post_id = p.id and l.person_id = :me) as liked,
               exists (select from post_flag f where f.post_id = p.id and f.handled_at is null) as flagged
          from post p join person e on e.id = p.author_id
        \s""";

    @Inject
    private Jdbi jdbi;

    /** @param liked by the reader; @param flagged somebody asks a moderator to look at it */
    public record Row(UUID id, int version, UUID topicId, int position, UUID authorId, String author, String body, String html, Instant createdAt,
            Instant editedAt, int likes, Instant hiddenAt, String hiddenReason, boolean liked, boolean flagged) {
    }

    /** What a post said before it was changed. */
    public record RevisionRow(int version, String title, String body, Instant replacedAt) {
    }

    /** A post that somebody wants a moderator to look at. */
    public record FlagRow(UUID postId, int version, UUID topicId, String title, Instant since) {
    }

    /** @param reason in the words of who flagged */
    public record Flag(String reason, Instant at) {
    }

    /** Posts of a topic in the order in which they were written, hidden ones too, beginning behind a position. */
    public List<Row> page(UUID topicId, int after, UUID me, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " where p.topic_id = :topic and p.position > :after order by p.position limit :limit")
            .bind("topic", topicId).bind("after", after).bind("me", me).bind("limit", limit).map((row, context) -> row(row)).list());
    }

    public Optional<Row> find(UUID id, UUID me) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " where p.id = :id").bind("id", id).bind("me", me).map((row, context) -> row(row)).findOne());
    }

    public void add(UUID id, UUID topicId, int position, UUID author, String body, String html, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into post (id, topic_id, position, author_id, body, html, created_at) values (:id, :topic, :position, :author, :body, :html, :at)""")
            .bind("id", id).bind("topic", topicId).bind("position", position).bind("author", author).bind("body", body).bind("html", html)
            .bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /**
     * Keeps what it said, and says something else.
     *
     * @param title of the topic as it was, where it changes too
     * @return false when somebody changed it since
     */
    public boolean change(UUID id, int seenVersion, String title, String body, String html, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                with was as (select id, version, body from post where id = :id and version = :seen and hidden_at is null for update),
                kept as (insert into post_revision (post_id, version, title, body, replaced_at, replaced_by)
                  select id, version, :title, body, :at, :by from was)
                update post p set body = :body, html = :html, edited_at = :at, edited_by = :by, version = p.version + 1 from was where p.id = was.id""")
            .bind("id", id).bind("seen", seenVersion).bind("title", title).bind("body", body).bind("html", html).bind("by", by)
            .bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    /** Something about it changes besides its words. @return false when somebody changed or hid it since */
    public boolean touch(UUID id, int seenVersion) {
        return jdbi.withHandle(handle -> handle.createUpdate("update post set version = version + 1 where id = :id and version = :seen and hidden_at is null")
            .bind("id", id).bind("seen", seenVersion).execute() == 1);
    }

    /** @return false when somebody changed or hid it since */
    public boolean hide(UUID id, int seenVersion, String reason, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update post set hidden_at = :at, hidden_by = :by, hidden_reason = :reason, version = version + 1
                 where id = :id and version = :seen and hidden_at is null""")
            .bind("id", id).bind("seen", seenVersion).bind("reason", reason).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    /** Newest first. */
    public List<RevisionRow> revisions(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select version, title, body, replaced_at from post_revision where post_id = :id order by version desc")
            .bind("id", id).map((row, context) -> new RevisionRow(row.getInt("version"), row.getString("title"), row.getString("body"),
                row.getTimestamp("replaced_at").toInstant())).list());
    }

    /** @return whether that was new */
    public boolean like(UUID id, UUID person, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("insert into post_like (post_id, person_id, at) values (:id, :person, :at) on conflict do nothing")
            .bind("id", id).bind("person", person).bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1 && count(id, 1));
    }

    /** @return whether she liked it */
    public boolean unlike(UUID id, UUID person) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from post_like where post_id = :id and person_id = :person")
            .bind("id", id).bind("person", person).execute() == 1 && count(id, -1));
    }

    private boolean count(UUID id, int more) {
        return jdbi.withHandle(handle -> handle.createUpdate("update post set likes = likes + :more where id = :id").bind("id", id).bind("more", more).execute() == 1);
    }

    /** @return whether she had not flagged it yet */
    public boolean flag(UUID flagId, UUID id, UUID person, String reason, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into post_flag (id, post_id, person_id, reason, flagged_at) values (:flag, :id, :person, :reason, :at)
                on conflict (post_id, person_id) where handled_at is null do nothing""")
            .bind("flag", flagId).bind("id", id).bind("person", person).bind("reason", reason).bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    /** @param outcome HIDDEN or KEPT; @return how many flags that answers */
    public int handleFlags(UUID id, String outcome, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update post_flag set handled_at = :at, handled_by = :by, outcome = :outcome where post_id = :id and handled_at is null""")
            .bind("id", id).bind("by", by).bind("outcome", outcome).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** Why it was flagged; who did so stays unknown to moderators too, since regions are small. */
    public List<Flag> flags(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select reason, flagged_at from post_flag where post_id = :id and handled_at is null order by flagged_at")
            .bind("id", id).map((row, context) -> new Flag(row.getString("reason"), row.getTimestamp("flagged_at").toInstant())).list());
    }

    /** Flagged posts that wait for the moderators of these spaces, the longest first. */
    public List<FlagRow> flagged(Collection<UUID> spaces) {
        return spaces.isEmpty() ? List.of() : jdbi.withHandle(handle -> handle.createQuery("""
                select p.id, p.version, t.id as topic, t.title, min(f.flagged_at) as since
                  from post_flag f join post p on p.id = f.post_id join topic t on t.id = p.topic_id
                 where f.handled_at is null and p.hidden_at is null and t.space_id = any(:spaces) group by p.id, t.id order by since, p.id""")
            .bindArray("spaces", UUID.class, spaces.toArray())
            .map((row, context) -> new FlagRow(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("topic", UUID.class), row.getString("title"),
                row.getTimestamp("since").toInstant())).list());
    }

    public int countFlagged(Collection<UUID> spaces) {
        return spaces.isEmpty() ? 0 : jdbi.withHandle(handle -> handle.createQuery("""
                select count(distinct p.id) from post_flag f join post p on p.id = f.post_id join topic t on t.id = p.topic_id
                 where f.handled_at is null and p.hidden_at is null and t.space_id = any(:spaces)""")
            .bindArray("spaces", UUID.class, spaces.toArray()).mapTo(Integer.class).one());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("topic_id", UUID.class), row.getInt("position"),
            row.getObject("author_id", UUID.class), row.getString("author"), row.getString("body"), row.getString("html"),
            row.getTimestamp("created_at").toInstant(), TopicQueries.moment(row.getTimestamp("edited_at")), row.getInt("likes"),
            TopicQueries.moment(row.getTimestamp("hidden_at")), row.getString("hidden_reason"), row.getBoolean("liked"), row.getBoolean("flagged"));
    }
}
