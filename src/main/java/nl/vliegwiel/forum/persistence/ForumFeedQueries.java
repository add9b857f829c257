package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Secrets of forum feeds, and the topics that such a feed tells. */
@ApplicationScoped
public class ForumFeedQueries {
    /** A feed that nobody reads any more need not write at each reading that it was read. */
    private static final int READ_EVERY_MINUTES = 10;

    @Inject
    private Jdbi jdbi;

    /** When it was made and last read; null for never. */
    public record Feed(Instant createdAt, Instant lastReadAt) {
    }

    /**
     * A topic as a feed tells it.
     *
     * @param author null where who asked is nameless: a feed goes to programs, so not even moderators are told there
     * @param html of what was asked, safe to show
     */
    public record Entry(UUID id, String title, List<String> tags, String author, Instant createdAt, Instant lastPostAt, int postCount, boolean solved, String html) {
    }

    public Optional<Feed> find(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("select created_at, last_read_at from forum_feed where person_id = :person").bind("person", person)
            .map((row, context) -> new Feed(row.getTimestamp("created_at").toInstant(), TopicQueries.moment(row.getTimestamp("last_read_at")))).findOne());
    }

    /** Puts a new secret in the place of the old one, if there is one. */
    public void put(UUID person, byte[] hash, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into forum_feed (person_id, secret_hash, created_at) values (:person, :hash, :at)
                on conflict (person_id) do update set secret_hash = excluded.secret_hash, created_at = excluded.created_at, last_read_at = null""")
            .bind("person", person).bind("hash", hash).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** @return false when there was none */
    public boolean remove(UUID person) {
        return jdbi.withHandle(handle -> handle.execute("delete from forum_feed where person_id = ?", person)) == 1;
    }

    public Optional<UUID> owner(byte[] hash) {
        return jdbi.withHandle(handle -> handle.createQuery("select person_id from forum_feed where secret_hash = :hash").bind("hash", hash).mapTo(UUID.class).findOne());
    }

    public void read(UUID person, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update forum_feed set last_read_at = :at where person_id = :person
                   and (last_read_at is null or last_read_at < cast(:at as timestamptz) - make_interval(mins => :minutes))""")
            .bind("at", at.atOffset(ZoneOffset.UTC)).bind("person", person).bind("minutes", READ_EVERY_MINUTES).execute());
    }

    /** The newest talk first. @param tag null for any */
    public List<Entry> entries(Collection<UUID> spaces, String tag, int most) {
        String tagged = tag == null ? "" : " and t.tags @> array[:tag]";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("""
                    select t.id, t.title, t.tags, case when t.anonymous then null else e.given_name || ' ' || e.family_name end as author, t.created_at, t.last_post_at, t.post_count,
                           t.accepted_post_id is not null as solved, p.html
                      from (select * from topic t where t.space_id = any(:spaces) and t.hidden_at is null""" + tagged + """
                              order by t.last_post_at desc, t.id desc limit :most) t
                      join person e on e.id = t.author_id join post p on p.topic_id = t.id and p.position = 1 order by t.last_post_at desc, t.id desc""")
                .bindArray("spaces", UUID.class, spaces.toArray()).bind("most", most);
            if (tag != null) {
                query.bind("tag", tag);
            }
            return query.map((row, context) -> new Entry(row.getObject("id", UUID.class), row.getString("title"), List.of((String[]) row.getArray("tags").getArray()),
                row.getString("author"), row.getTimestamp("created_at").toInstant(), row.getTimestamp("last_post_at").toInstant(), row.getInt("post_count"),
                row.getBoolean("solved"), row.getString("html"))).list();
        });
    }
}
