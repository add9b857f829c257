package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.domain.TopicFilter;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.domain.TopicSort;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Topics: lists by cursor, one, what is like it, who follows it. */
@ApplicationScoped
public class TopicQueries {
    private static final String COLUMNS = """
        select t.*, e.given_name || ' ' || e.family_name as author, r.last_read, r.state
          from topic t join person e on e.id = t.author_id
          left join topic_reader r on r.topic_id = t.id and r.person_id = :me
        \s""";
    /** In place of all topics. */
    private static final String FEW = "from unnest(:few) as one (id) cross join lateral (select * from topic where id = one.id offset 0) t";
    private static final int MANY = 1_000;
    private static final String NEWEST_FIRST = " order by t.last_post_at desc, t.id desc limit :limit";

    @Inject
    private Jdbi jdbi;

    /**
     * @param lastRead position of the last post that was shown to the reader; null when she never opened it
     * @param state WATCHING, MUTED or null
     * @param doubtfulFrom from this day on its accepted answer has to be checked; null for never
     * @param usedBy how many libraries use it, of a letter
     */
    public record Row(UUID id, int version, UUID spaceId, TopicKind kind, String title, List<String> tags, UUID authorId, String author, boolean anonymous,
            Instant createdAt, Instant lastPostAt, int lastPosition, int postCount, int likes, UUID acceptedPostId, Instant closedAt, Instant hiddenAt,
            Integer lastRead, String state, LocalDate doubtfulFrom, int usedBy) {
    }

    /** Topics of one space that are not hidden. */
    public List<Row> list(UUID spaceId, TopicFilter filter, UUID me, int limit) {
        return jdbi.withHandle(handle -> list(handle, spaceId, filter, me, limit));
    }

    private static List<Row> list(Handle handle, UUID spaceId, TopicFilter filter, UUID me, int limit) {
        Optional<List<UUID>> few = few(handle, spaceId, filter);
        StringBuilder sql = new StringBuilder(few.isPresent() ? COLUMNS.replace("from topic t", FEW) : COLUMNS).append(" where t.space_id = :space and t.hidden_at is null");
        boolean top = filter.sort() == TopicSort.TOP;
        if (filter.sort() == TopicSort.UNANSWERED) {
            sql.append(" and t.post_count <= 1 and t.kind = 'QUESTION' and t.closed_at is null");
        }
        if (filter.kind() != null) {
            sql.append(" and t.kind = :kind");
        }
        if (filter.tag() != null) {
            sql.append(" and t.tags @> array[:tag]");
        }
        if (filter.words() != null) {
            sql.append(" and (select w.words @@ websearch_to_tsquery('dutch', :words) from topic_words w where w.topic_id = t.id)");
        }
        if (filter.after() != null) {
            sql.append(top ? " and (t.likes, t.last_post_at, t.id) < (:likes, :at, :id)" : " and (t.last_post_at, t.id) < (:at, :id)");
        }
        sql.append(top ? " order by t.likes desc, t.last_post_at desc, t.id desc limit :limit" : NEWEST_FIRST);
        Query query = handle.createQuery(sql.toString()).bind("space", spaceId).bind("me", me).bind("limit", limit);
        few.ifPresent(ids -> query.bindArray("few", UUID.class, ids.toArray()));
        if (filter.kind() != null) {
            query.bind("kind", filter.kind().name());
        }
        if (filter.tag() != null) {
            query.bind("tag", filter.tag());
        }
        if (filter.words() != null) {
            query.bind("words", filter.words());
        }
        if (filter.after() != null) {
            query.bind("at", filter.after().lastPostAt().atOffset(ZoneOffset.UTC)).bind("id", filter.after().id());
            if (top) {
                query.bind("likes", filter.after().likes());
            }
        }
        return query.map((row, context) -> row(row)).list();
    }

    /**
     * Of a rare tag or word the topics are known at once, while the list would be read to its end for them; of a common one the
     * list soon has a page.
     *
     * @return empty where there are many, or nothing is looked for
     */
    private static Optional<List<UUID>> few(Handle handle, UUID spaceId, TopicFilter filter) {
        if (filter.words() == null && filter.tag() == null) {
            return Optional.empty();
        }
        Query query = filter.words() != null
            ? handle.createQuery("select topic_id from topic_words where space_id = :space and words @@ websearch_to_tsquery('dutch', :wanted) limit :many").bind("wanted", filter.words())
            : handle.createQuery("with tagged as materialized (select id, space_id from topic where tags @> array[:wanted] and hidden_at is null) select id from tagged where space_id = :space limit :many")
                .bind("wanted", filter.tag());
        List<UUID> ids = query.bind("space", spaceId).bind("many", MANY).mapTo(UUID.class).list();
        return ids.size() < MANY ? Optional.of(ids) : Optional.empty();
    }

    /** @param spaces those that the reader may read: a topic elsewhere is not there */
    public Optional<Row> find(UUID id, Collection<UUID> spaces, UUID me) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " where t.id = :id and t.space_id = any(:spaces)").bind("id", id).bind("me", me)
            .bindArray("spaces", UUID.class, spaces.toArray()).map((row, context) -> row(row)).findOne());
    }

    /** Keeps others from writing under the topic until the transaction ends. */
    public void lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("select id from topic where id = :id for update").bind("id", id).mapTo(UUID.class).findOne());
    }

    /** @return false when there is a topic with this id already */
    public boolean add(UUID id, UUID spaceId, TopicKind kind, String title, List<String> tags, UUID author, boolean anonymous, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into topic (id, space_id, kind, title, tags, author_id, anonymous, created_at, last_post_at)
                values (:id, :space, :kind, :title, :tags, :author, :anonymous, :at, :at) on conflict (id) do nothing""")
            .bind("id", id).bind("space", spaceId).bind("kind", kind.name()).bind("title", title).bindArray("tags", String.class, tags.toArray())
            .bind("author", author).bind("anonymous", anonymous).bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    /** @return false when somebody changed it since */
    public boolean change(UUID id, int seenVersion, String title, List<String> tags) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                "update topic set title = :title, tags = :tags, version = version + 1 where id = :id and version = :seen")
            .bind("id", id).bind("seen", seenVersion).bind("title", title).bindArray("tags", String.class, tags.toArray()).execute() == 1);
    }

    /** What it is found by, after its title, question or accepted answer changed. */
    public void index(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into topic_words (topic_id, space_id, title, words) select id, space_id, title, topic_words_of(id) from topic where id = :id
                on conflict (topic_id) do update set title = excluded.title, words = excluded.words""").bind("id", id).execute());
    }

    /** A place for the next post; the topic must be locked. */
    public int nextPosition(UUID id, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                update topic set last_position = last_position + 1, post_count = post_count + 1, last_post_at = greatest(last_post_at, :at)
                 where id = :id returning last_position""").bind("id", id).bind("at", at.atOffset(ZoneOffset.UTC)).mapTo(Integer.class).one());
    }

    public void accept(UUID id, UUID postId) {
        jdbi.useHandle(handle -> handle.createUpdate("update topic set accepted_post_id = :post, version = version + 1 where id = :id")
            .bind("id", id).bind("post", postId).execute());
    }

    /** @return false when somebody changed it since */
    public boolean close(UUID id, int seenVersion, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update topic set closed_at = :at, closed_by = :by, version = version + 1 where id = :id and version = :seen and closed_at is null""")
            .bind("id", id).bind("seen", seenVersion).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    /** One post less; with its first post the topic goes. */
    public void postHidden(UUID id, UUID postId, boolean first, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update topic set post_count = post_count - 1, hidden_at = case when :first then :at else hidden_at end,
                       accepted_post_id = case when accepted_post_id = :post then null else accepted_post_id end,
                       doubtful_from = case when accepted_post_id = :post then null else doubtful_from end, version = version + 1
                 where id = :id""")
            .bind("id", id).bind("post", postId).bind("first", first).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    public void liked(UUID id, int more) {
        jdbi.useHandle(handle -> handle.createUpdate("update topic set likes = likes + :more where id = :id").bind("id", id).bind("more", more).execute());
    }

    /** She has seen all up to this position, and may be told of what comes next. */
    public void read(UUID id, UUID reader, int position) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into topic_reader as r (topic_id, person_id, last_read) values (:id, :reader, :position)
                on conflict (topic_id, person_id) do update set last_read = excluded.last_read, told_at = null where r.last_read < excluded.last_read""")
            .bind("id", id).bind("reader", reader).bind("position", position).execute());
    }

    /** @param state WATCHING or MUTED */
    public void follow(UUID id, UUID reader, String state) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into topic_reader (topic_id, person_id, state) values (:id, :reader, :state)
                on conflict (topic_id, person_id) do update set state = excluded.state""").bind("id", id).bind("reader", reader).bind("state", state).execute());
    }

    /** Who writes follows, unless she said that she would rather not. */
    public void followFirst(UUID id, UUID reader) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into topic_reader as r (topic_id, person_id, state) values (:id, :reader, 'WATCHING')
                on conflict (topic_id, person_id) do update set state = 'WATCHING' where r.state is null""").bind("id", id).bind("reader", reader).execute());
    }

    /** Who follows it and has not been told of something unread yet; from now on they have. */
    public Set<UUID> toTell(UUID id, UUID author, Instant at) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                update topic_reader set told_at = :at where topic_id = :id and state = 'WATCHING' and told_at is null and (quiet_until is null or quiet_until <= :at)
                   and person_id <> :author returning person_id""")
            .bind("id", id).bind("author", author).bind("at", at.atOffset(ZoneOffset.UTC)).mapTo(UUID.class).list()));
    }

    /** Tags that are used most in the newest topics of a space. */
    public List<String> tags(UUID spaceId, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select tag from (select tags from topic where space_id = :space and hidden_at is null order by last_post_at desc, id desc limit 300) newest,
                       unnest(newest.tags) as tag group by tag order by count(*) desc, tag limit :most""")
            .bind("space", spaceId).bind("most", most).mapTo(String.class).list());
    }

    /** Names of organisations that people work for now, by person. */
    public Map<UUID, String> organisations(Collection<UUID> people) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select distinct on (e.person_id) e.person_id, o.name from employment e join organisation o on o.id = e.organisation_id
                 where e.person_id = any(:people) order by e.person_id, e.ends_on desc nulls first, e.starts_on, o.id""")
            .bindArray("people", UUID.class, people.toArray())
            .reduceRows(new java.util.HashMap<UUID, String>(), (map, row) -> {
                map.put(row.getColumn("person_id", UUID.class), row.getColumn("name", String.class));
                return map;
            }));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("space_id", UUID.class), TopicKind.valueOf(row.getString("kind")),
            row.getString("title"), List.of((String[]) row.getArray("tags").getArray()), row.getObject("author_id", UUID.class), row.getString("author"),
            row.getBoolean("anonymous"), row.getTimestamp("created_at").toInstant(), row.getTimestamp("last_post_at").toInstant(), row.getInt("last_position"),
            row.getInt("post_count"), row.getInt("likes"), row.getObject("accepted_post_id", UUID.class), moment(row.getTimestamp("closed_at")),
            moment(row.getTimestamp("hidden_at")), row.getObject("last_read", Integer.class), row.getString("state"),
            row.getObject("doubtful_from", LocalDate.class), row.getInt("used_by"));
    }

    static Instant moment(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
