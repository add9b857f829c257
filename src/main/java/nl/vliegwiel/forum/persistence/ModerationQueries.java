package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/** What moderators do to whole topics, and what has to be gone from everywhere. */
@ApplicationScoped
public class ModerationQueries {
    @Inject
    private Jdbi jdbi;

    /** Where the posts of a topic went. @return empty when it was not merged */
    public Optional<UUID> mergedInto(UUID topic) {
        return jdbi.withHandle(handle -> handle.createQuery("select merged_into from topic where id = :id and merged_into is not null").bind("id", topic).mapTo(UUID.class).findOne());
    }

    /** @return false when somebody changed it since */
    public boolean move(UUID topic, int seenVersion, UUID space) {
        return jdbi.withHandle(handle -> {
            boolean moved = handle.createUpdate("update topic set space_id = :space, version = version + 1 where id = :id and version = :seen")
                .bind("id", topic).bind("seen", seenVersion).bind("space", space).execute() == 1;
            if (moved) {
                handle.createUpdate("update topic_words set space_id = :space where topic_id = :id").bind("id", topic).bind("space", space).execute();
            }
            return moved;
        });
    }

    /**
     * Puts the posts of one topic behind those of another, in their order, with who follows them; both must be locked.
     *
     * @return false when somebody changed the first since
     */
    public boolean merge(UUID from, int seenVersion, UUID into, Instant at) {
        return jdbi.withHandle(handle -> {
            boolean mine = handle.createUpdate("""
                    update topic set merged_into = :into, hidden_at = :at, accepted_post_id = null, doubtful_from = null, version = version + 1
                     where id = :from and version = :seen""")
                .bind("from", from).bind("into", into).bind("seen", seenVersion).bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1;
            if (!mine) {
                return false;
            }
            handle.createUpdate("""
                    update post p set topic_id = :into, position = t.last_position + m.place
                      from topic t, (select id, row_number() over (order by position) as place from post where topic_id = :from) m
                     where t.id = :into and m.id = p.id""").bind("from", from).bind("into", into).execute();
            handle.createUpdate("""
                    update topic t set last_position = s.last, post_count = s.shown, last_post_at = greatest(t.last_post_at, s.at), likes = s.likes, version = t.version + 1
                      from (select max(position) as last, count(*) filter (where hidden_at is null) as shown, max(created_at) as at, coalesce(sum(likes), 0) as likes
                              from post where topic_id = :into) s
                     where t.id = :into""").bind("into", into).execute();
            handle.createUpdate("update topic set post_count = 0, likes = 0 where id = :from").bind("from", from).execute();
            handle.createUpdate("""
                    insert into topic_reader as r (topic_id, person_id, last_read, state) select :into, person_id, 0, state from topic_reader where topic_id = :from and state is not null
                    on conflict (topic_id, person_id) do update set state = coalesce(r.state, excluded.state)""").bind("from", from).bind("into", into).execute();
            handle.createUpdate("delete from topic_route where topic_id in (:from, :into)").bind("from", from).bind("into", into).execute();
            return true;
        });
    }

    /** A text somewhere. @param version of a revision; 0 elsewhere */
    private record Text(UUID id, int version, String title, String body) {
    }

    /**
     * Changes every text that is kept of a topic: titles, posts, what they said before, drafts, short forms, reasons, names of
     * files.
     *
     * @param redacted a text without what has to be gone
     * @param html of a text
     * @return how many texts changed
     */
    public int redact(UUID topic, UnaryOperator<String> redacted, UnaryOperator<String> html) {
        return jdbi.withHandle(handle -> {
            int changed = 0;
            List<Text> posts = handle.createQuery("select id, version, body from post where topic_id = :topic for update").bind("topic", topic)
                .map((row, context) -> new Text(row.getObject("id", UUID.class), row.getInt("version"), null, row.getString("body"))).list();
            for (Text one : posts) {
                String body = redacted.apply(one.body());
                if (!body.equals(one.body())) {
                    changed += handle.createUpdate("update post set body = :body, html = :html, version = version + 1 where id = :id")
                        .bind("id", one.id()).bind("body", body).bind("html", html.apply(body)).execute();
                }
            }
            List<Text> before = handle.createQuery("select r.* from post_revision r join post p on p.id = r.post_id where p.topic_id = :topic").bind("topic", topic)
                .map((row, context) -> new Text(row.getObject("post_id", UUID.class), row.getInt("version"), row.getString("title"), row.getString("body"))).list();
            for (Text one : before) {
                String body = redacted.apply(one.body());
                String title = one.title() == null ? null : redacted.apply(one.title());
                if (!body.equals(one.body()) || title != null && !title.equals(one.title())) {
                    changed += handle.createUpdate("update post_revision set body = :body, title = :title where post_id = :id and version = :version")
                        .bind("id", one.id()).bind("version", one.version()).bind("body", body).bind("title", title).execute();
                }
            }
            changed += lines(handle, "select id, title from topic where id = :topic", "update topic set title = :text, version = version + 1 where id = :id", topic, redacted);
            changed += lines(handle, "select a.post_id as id, a.summary from answer a join post p on p.id = a.post_id where p.topic_id = :topic and a.summary is not null",
                "update answer set summary = :text where post_id = :id", topic, redacted);
            changed += lines(handle, "select a.id, a.name from attachment a join post p on p.id = a.post_id where p.topic_id = :topic", "update attachment set name = :text where id = :id", topic, redacted);
            changed += lines(handle, "select f.id, f.reason from post_flag f join post p on p.id = f.post_id where p.topic_id = :topic", "update post_flag set reason = :text where id = :id", topic, redacted);
            changed += lines(handle, "select a.post_id as id, a.outdated_reason from answer a join post p on p.id = a.post_id where p.topic_id = :topic and a.outdated_reason is not null",
                "update answer set outdated_reason = :text where post_id = :id", topic, redacted);
            List<UUID> ids = posts.stream().map(Text::id).toList();
            // What others are writing about it now
            List<String> places = new java.util.ArrayList<>(ids.stream().map(id -> "edit:" + id).toList());
            places.add("reply:" + topic);
            record Draft(UUID person, String place, String title, String body) {
            }
            for (Draft one : handle.createQuery("select * from forum_draft where place = any(:places)").bindArray("places", String.class, places.toArray())
                .map((row, context) -> new Draft(row.getObject("person_id", UUID.class), row.getString("place"), row.getString("title"), row.getString("body"))).list()) {
                changed += handle.createUpdate("update forum_draft set title = :title, body = :body where person_id = :person and place = :place and (title, body) <> (:title, :body)")
                    .bind("person", one.person()).bind("place", one.place()).bind("title", redacted.apply(one.title())).bind("body", redacted.apply(one.body())).execute();
            }
            return changed;
        });
    }

    private static int lines(org.jdbi.v3.core.Handle handle, String select, String update, UUID topic, UnaryOperator<String> redacted) {
        int changed = 0;
        List<Text> lines = handle.createQuery(select).bind("topic", topic).map((row, context) -> new Text(row.getObject("id", UUID.class), 0, null, row.getString(2))).list();
        for (Text one : lines) {
            String text = redacted.apply(one.body());
            if (!text.equals(one.body())) {
                changed += handle.createUpdate(update).bind("id", one.id()).bind("text", text).execute();
            }
        }
        return changed;
    }

    /** Also out of the answers of the last day that are kept in case a call is sent again. @param slip as JSON writes it */
    public void redactAnswers(String slip, String instead) {
        jdbi.useHandle(handle -> handle.createUpdate("update idempotent_answer set body = replace(body, :slip, :instead) where position(:slip in body) > 0")
            .bind("slip", slip).bind("instead", instead).execute());
    }
}
