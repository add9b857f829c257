package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What somebody is writing, by person and place, and all that is kept about her. */
@ApplicationScoped
public class DraftQueries {
    private static final String ALL = """
        select cast(json_build_object(
          'topics', (select coalesce(json_agg(json_build_object('space', s.name, 'kind', t.kind, 'title', t.title, 'anonymous', t.anonymous, 'createdAt', t.created_at)
                      order by t.created_at), '[]') from topic t join space s on s.id = t.space_id where t.author_id = :person),
          'posts', (select coalesce(json_agg(json_build_object('topic', t.title, 'body', p.body, 'createdAt', p.created_at, 'hiddenAt', p.hidden_at)
                      order by p.created_at), '[]') from post p join topic t on t.id = p.topic_id where p.author_id = :person),
          'earlierVersions', (select coalesce(json_agg(json_build_object('topic', t.title, 'body', r.body, 'replacedAt', r.replaced_at) order by r.replaced_at), '[]')
                      from post_revision r join post p on p.id = r.post_id join topic t on t.id = p.topic_id where p.author_id = :person),
          'likes', (select coalesce(json_agg(json_build_object('topic', t.title, 'at', l.at) order by l.at), '[]')
                      from post_like l join post p on p.id = l.post_id join topic t on t.id = p.topic_id where l.person_id = :person),
          'flags', (select coalesce(json_agg(json_build_object('topic', t.title, 'reason', f.reason, 'at', f.flagged_at) order by f.flagged_at), '[]')
                      from post_flag f join post p on p.id = f.post_id join topic t on t.id = p.topic_id where f.person_id = :person),
          'following', (select coalesce(json_agg(json_build_object('topic', t.title, 'state', r.state, 'lastRead', r.last_read) order by t.title), '[]')
                      from topic_reader r join topic t on t.id = r.topic_id where r.person_id = :person),
          'feed', (select json_build_object('createdAt', f.created_at, 'lastReadAt', f.last_read_at) from forum_feed f where f.person_id = :person),
          'drafts', (select coalesce(json_agg(json_build_object('title', d.title, 'body', d.body, 'savedAt', d.saved_at) order by d.saved_at), '[]')
                      from forum_draft d where d.person_id = :person),
          'files', (select coalesce(json_agg(json_build_object('name', a.name, 'size', a.size, 'addedAt', a.added_at) order by a.added_at), '[]')
                      from attachment a where a.owner_id = :person),
          'knows', (select coalesce(json_agg(json_build_object('tag', x.tag, 'since', x.since) order by x.tag), '[]') from tag_expert x where x.person_id = :person),
          'mentioned', (select coalesce(json_agg(json_build_object('topic', t.title, 'at', m.told_at) order by m.told_at), '[]')
                      from post_mention m join post p on p.id = m.post_id join topic t on t.id = p.topic_id where m.person_id = :person)
        ) as text)""";

    @Inject
    private Jdbi jdbi;

    /** @param tags as typed, between commas */
    public record Row(String title, String body, String tags, Instant savedAt) {
    }

    public Optional<Row> find(UUID person, String place) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from forum_draft where person_id = :person and place = :place")
            .bind("person", person).bind("place", place)
            .map((row, context) -> new Row(row.getString("title"), row.getString("body"), row.getString("tags"), row.getTimestamp("saved_at").toInstant())).findOne());
    }

    public void save(UUID person, String place, String title, String body, String tags, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into forum_draft (person_id, place, title, body, tags, saved_at) values (:person, :place, :title, :body, :tags, :at)
                on conflict (person_id, place) do update set title = excluded.title, body = excluded.body, tags = excluded.tags, saved_at = excluded.saved_at""")
            .bind("person", person).bind("place", place).bind("title", title).bind("body", body).bind("tags", tags).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    public void forget(UUID person, String place) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from forum_draft where person_id = :person and place = :place")
            .bind("person", person).bind("place", place).execute());
    }

    /** As JSON. */
    public String all(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL).bind("person", person).mapTo(String.class).one());
    }
}
