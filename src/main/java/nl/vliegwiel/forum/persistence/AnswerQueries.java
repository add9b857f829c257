package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What answers rest on, and whether they still hold. */
@ApplicationScoped
public class AnswerQueries {
    @Inject
    private Jdbi jdbi;

    /** @param checkFrom first day on which somebody has to look; null for never */
    public record Row(UUID postId, String summary, Instant verifiedAt, Instant outdatedAt, String outdatedReason, LocalDate checkFrom) {
    }

    /** A source of one answer. */
    public record BasisRow(UUID postId, UUID id, String name, String link, LocalDate validUntil) {
    }

    /** An answer that somebody has to look at. */
    public record DueRow(UUID postId, int version, UUID topicId, String title, LocalDate since) {
    }

    /** By post; without those of which nothing is known. */
    public Map<UUID, Row> of(Collection<UUID> posts) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from answer where post_id = any(:posts)").bindArray("posts", UUID.class, posts.toArray())
            .map((row, context) -> new Row(row.getObject("post_id", UUID.class), row.getString("summary"), TopicQueries.moment(row.getTimestamp("verified_at")),
                TopicQueries.moment(row.getTimestamp("outdated_at")), row.getString("outdated_reason"), row.getObject("check_from", LocalDate.class)))
            .stream().collect(Collectors.toMap(Row::postId, row -> row)));
    }

    public List<BasisRow> sources(Collection<UUID> posts) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select r.post_id, s.id, s.name, s.link, s.valid_until from answer_source r join dated_source s on s.id = r.source_id
                 where r.post_id = any(:posts) order by s.name, s.id""").bindArray("posts", UUID.class, posts.toArray())
            .map((row, context) -> new BasisRow(row.getObject("post_id", UUID.class), row.getObject("id", UUID.class), row.getString("name"), row.getString("link"),
                row.getObject("valid_until", LocalDate.class))).list());
    }

    /** What it rests on from now on, and how it is said in plain words. @param summary null for none */
    public void rest(UUID post, UUID author, Collection<UUID> sources, String summary, UUID by) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    insert into answer (post_id, author_id, summary, summary_by) values (:post, :author, cast(:summary as text), case when cast(:summary as text) is null then null else :by end)
                    on conflict (post_id) do update set summary = excluded.summary,
                       summary_by = case when answer.summary is not distinct from excluded.summary then answer.summary_by else excluded.summary_by end""")
                .bind("post", post).bind("author", author).bind("summary", summary).bind("by", by).execute();
            handle.createUpdate("delete from answer_source where post_id = :post and source_id <> all(:sources)")
                .bind("post", post).bindArray("sources", UUID.class, sources.toArray()).execute();
            handle.createUpdate("insert into answer_source (post_id, source_id) select :post, id from dated_source where id = any(:sources) on conflict do nothing")
                .bind("post", post).bindArray("sources", UUID.class, sources.toArray()).execute();
        });
        age(List.of(post));
    }

    /** It holds, says somebody; whatever was said before is taken back with it. */
    public void verify(UUID post, UUID author, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into answer (post_id, author_id, verified_at, verified_by) values (:post, :author, :at, :by)
                on conflict (post_id) do update set verified_at = excluded.verified_at, verified_by = excluded.verified_by, outdated_at = null, outdated_by = null,
                   outdated_reason = null""")
            .bind("post", post).bind("author", author).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
        age(List.of(post));
    }

    /** It holds no more. */
    public void outdate(UUID post, UUID author, String reason, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into answer (post_id, author_id, outdated_at, outdated_by, outdated_reason) values (:post, :author, :at, :by, :reason)
                on conflict (post_id) do update set outdated_at = excluded.outdated_at, outdated_by = excluded.outdated_by, outdated_reason = excluded.outdated_reason""")
            .bind("post", post).bind("author", author).bind("by", by).bind("reason", reason).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
        age(List.of(post));
    }

    /** Computes anew from which day on answers have to be looked at, and tells it to their topics. */
    public void age(Collection<UUID> posts) {
        jdbi.useHandle(handle -> handle.createQuery("select cast(answer_age(:posts) as text)").bindArray("posts", UUID.class, posts.toArray()).mapTo(String.class).list());
    }

    /** Another answer was accepted, or none: what the topic is taken for from now on. */
    public void accepted(UUID topic) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update topic t set doubtful_from = (select least(cast(a.outdated_at at time zone 'Europe/Amsterdam' as date), a.check_from) from answer a where a.post_id = t.accepted_post_id)
                 where t.id = :topic""").bind("topic", topic).execute());
    }

    /** Whether she wrote any that is due, or knows any theme; asked on every page. */
    public boolean anyDue(UUID person, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select exists (select from answer where author_id = :person and check_from <= :today and outdated_at is null)
                    or exists (select from tag_expert where person_id = :person)""")
            .bind("person", person).bind("today", today).mapTo(Boolean.class).one());
    }

    /** Answers that have to be looked at: her own, and those under a tag of hers, in spaces that she reads. */
    public List<DueRow> due(UUID person, Collection<UUID> spaces, LocalDate today, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id, p.version, t.id as topic, t.title, due.check_from from (
                  select post_id, check_from from answer where author_id = :person and check_from <= :today and outdated_at is null
                  union
                  select a.post_id, a.check_from from answer a join post p on p.id = a.post_id join topic t on t.id = p.topic_id
                   where a.check_from <= :today and a.outdated_at is null and t.tags && array(select tag from tag_expert where person_id = :person)) due
                  join post p on p.id = due.post_id join topic t on t.id = p.topic_id
                 where p.hidden_at is null and t.hidden_at is null and t.space_id = any(:spaces) order by due.check_from, p.id limit :most""")
            .bind("person", person).bind("today", today).bindArray("spaces", UUID.class, spaces.toArray()).bind("most", most)
            .map((row, context) -> new DueRow(row.getObject("id", UUID.class), row.getInt("version"), row.getObject("topic", UUID.class), row.getString("title"),
                row.getObject("check_from", LocalDate.class))).list());
    }
}
