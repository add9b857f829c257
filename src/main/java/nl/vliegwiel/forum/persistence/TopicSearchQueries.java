package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.search.Hit;
import nl.vliegwiel.platform.search.SearchQuery;
import nl.vliegwiel.platform.search.SearchQuery.Narrowed;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Finds topics by words. From near to far, and no further than needed: titles; questions, tags and accepted answers; replies;
 * and, where there is hardly anything, titles that look like it. Of each the newest few hundred are ranked, so that a word
 * that is everywhere costs no more than one that is rare.
 */
@ApplicationScoped
public class TopicSearchQueries {
    /** As many are ranked, and counted, of each part. */
    private static final int COMPARED = 300;
    /** Some of the newest are hidden, or in the same topic; a filter may leave few of many. */
    private static final int FIRST = 600;
    private static final int FIRST_NARROWED = 20_000;
    /** With less than this, what only looks like it helps too. */
    private static final int HARDLY_ANY = 5;

    /** Materialised, and topics looked up one by one, or the order would lead the planner through all topics from the newest on. */
    private static final String FOUND = """
        with query as materialized (select search_query(:groups) as words, phraseto_tsquery('simple', :plain) as phrase),
        in_title as materialized (select w.topic_id from topic_words w where w.title_words @@ (select words from query) and w.space_id = any(:spaces)),
        titled as materialized (
          select t.id from (select topic_id from in_title order by topic_id desc limit :first) m
           cross join lateral (select t.id from topic t where t.id = m.topic_id and %1$s offset 0) t limit :compared),
        in_text as materialized (
          select w.topic_id from topic_words w where w.words @@ (select words from query) and w.space_id = any(:spaces)
             and (select count(*) from titled) < :compared),
        worded as materialized (
          select t.id from (select topic_id from in_text order by topic_id desc limit :first) m
           cross join lateral (select t.id from topic t where t.id = m.topic_id and %1$s offset 0) t limit :compared),
        in_reply as materialized (
          select p.id, p.topic_id from post p
           where to_tsvector('dutch', left(p.body, 20000)) @@ (select words from query) and p.position > 1 and p.hidden_at is null
             and (select count(*) from worded) < :compared and (select count(*) from titled) < :compared),
        replied as materialized (
          select t.id, m.id as post from (
              select distinct on (topic_id) topic_id, id from (select * from in_reply order by id desc limit :first) newest order by topic_id desc, id desc) m
           cross join lateral (select t.id from topic t where t.id = m.topic_id and %1$s offset 0) t limit :compared),
        alike as materialized (
          select t.id from topic_words w join topic t on t.id = w.topic_id where :longest <%% w.title and %1$s
             and (select avg(word_similarity(word, w.title)) from unnest(:comparable) as word) >= 0.5
             and (select count(*) from titled) + (select count(*) from worded) + (select count(*) from replied) < :hardlyAny limit :compared),
        found as materialized (
          select id, (array_agg(post) filter (where post is not null))[1] as post, bool_or(by_words) as by_words from (
            select id, null::uuid as post, true as by_words from titled union all select id, null, true from worded
            union all select id, post, true from replied union all select id, null, false from alike) part group by id),
        scored as (
          select f.id, t.kind in ('ARTICLE','LETTER') as article, f.post, f.by_words,
                 (ts_rank('{0.05, 0.15, 0.3, 1.0}', w.words, q.words, 1) * 0.6 + case when q.phrase <> ''::tsquery and w.title_words @@ q.phrase then 0.15 else 0 end
                   + case when f.by_words then 0.1 + similarity(w.title, :plain) * 0.25 else (select avg(word_similarity(word, w.title)) from unnest(:comparable) as word) * 0.25 end
                   + case when t.accepted_post_id is null then 0 else 0.05 end)
                 * case when t.doubtful_from <= current_date then 0.4 else 1 end * (0.85 + 0.15 / (1 + extract(epoch from :now - t.last_post_at) / 31557600)) as score,
                 exists (select from titled offset :compared - 1) or exists (select from worded offset :compared - 1)
                   or exists (select from replied offset :compared - 1) as more
            from found f join topic_words w on w.topic_id = f.id join topic t on t.id = f.id, query q),
        ranked as (
          select s.*, count(*) over (partition by article) as total, row_number() over (partition by article order by score desc, id desc) as place from scored s)
        \s""";

    private static final String BEST = """
        select r.score, r.article, r.total, r.more, r.post, t.id, t.title, t.tags, t.accepted_post_id is not null as solved, t.closed_at is not null as closed, t.kind, t.last_post_at,
               coalesce(t.doubtful_from <= current_date, false) as aged, s.name as space,
               ts_headline('dutch', regexp_replace(translate(left(shown.body, 20000), chr(1) || chr(2) || '*_`~', ''), '(^|\n) *[>#]+|[|\\[\\]]+', ' ', 'g'), (select words from query),
                 'StartSel=' || chr(1) || ', StopSel=' || chr(2) || ', MaxWords=32, MinWords=16, ShortWord=2, MaxFragments=1, FragmentDelimiter=" … "') as snippet
          from (select * from ranked where place <= :most) r join topic t on t.id = r.id join space s on s.id = t.space_id
          join lateral (
            select p.body from post p where p.id = coalesce(r.post,
              case when t.accepted_post_id is not null and to_tsvector('dutch', left((select a.body from post a where a.id = t.accepted_post_id), 20000)) @@ (select words from query)
                        and not to_tsvector('dutch', left((select q.body from post q where q.topic_id = t.id and q.position = 1), 20000)) @@ (select words from query) then t.accepted_post_id
                   else (select q.id from post q where q.topic_id = t.id and q.position = 1) end)) shown on true
         order by r.score desc, r.id desc""";

    @Inject
    private Jdbi jdbi;

    /** @param article no conversation but an article or a model letter; @param total of all of that sort that were found, the same in each row; @param more there are more than that; @param reply the reply that has the words; null for another place */
    public record Row(UUID id, double score, String title, List<String> tags, boolean solved, boolean closed, boolean question, boolean article, boolean aged, Instant lastPostAt, String space,
            String snippet, UUID reply, int total, boolean more) {
    }

    /**
     * The best first.
     *
     * @param most of conversations, and of articles
     * @param spaces those that the reader may read
     */
    public List<Row> find(SearchQuery wanted, Collection<UUID> spaces, Instant now, int most) {
        Narrowed narrowed = wanted.narrowed();
        StringBuilder scope = new StringBuilder("t.space_id = any(:spaces) and t.hidden_at is null");
        if (narrowed.tag() != null) {
            scope.append(" and t.tags @> array[:tag]");
        }
        if (narrowed.space() != null) {
            scope.append(" and t.space_id = :space");
        }
        if (narrowed.solved() != null) {
            scope.append(narrowed.solved() ? " and t.accepted_post_id is not null" : " and t.accepted_post_id is null and t.kind = 'QUESTION'");
        }
        if (narrowed.since() != null) {
            scope.append(" and t.last_post_at >= :since");
        }
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(FOUND.formatted(scope) + BEST).configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                .bindArray("groups", String.class, wanted.groups().toArray()).bind("plain", wanted.plain())
                .bind("longest", wanted.longest()).bindArray("comparable", String.class, wanted.comparable().toArray()).bindArray("spaces", UUID.class, spaces.toArray())
                .bind("tag", narrowed.tag()).bind("space", narrowed.space()).bind("since", narrowed.since() == null ? null : narrowed.since().atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC)).bind("compared", COMPARED).bind("first", narrowed.any() ? FIRST_NARROWED : FIRST).bind("hardlyAny", HARDLY_ANY).bind("most", most);
            return query.map((row, context) -> new Row(row.getObject("id", UUID.class), row.getDouble("score"), row.getString("title"),
                List.of((String[]) row.getArray("tags").getArray()), row.getBoolean("solved"), row.getBoolean("closed"), row.getString("kind").equals("QUESTION"),
                row.getBoolean("article"), row.getBoolean("aged"), row.getTimestamp("last_post_at").toInstant(), row.getString("space"), clean(row.getString("snippet")),
                row.getObject("post", UUID.class), row.getInt("total"), row.getBoolean("more"))).list();
        });
    }

    private static String clean(String snippet) {
        return snippet.replaceAll("\\s+", " ").replace(Hit.END + " " + Hit.BEGIN, " ").strip();
    }
}
