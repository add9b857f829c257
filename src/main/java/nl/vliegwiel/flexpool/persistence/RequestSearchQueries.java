package nl.vliegwiel.flexpool.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.platform.search.SearchQuery;
import org.jdbi.v3.core.Jdbi;

/** Finds requests by words of their title and description, scoped by who looks. */
@ApplicationScoped
public class RequestSearchQueries {
    private static final int COMPARED = 200;
    /** With less than this, titles that only look like it help too. */
    private static final int HARDLY_ANY = 5;

    private static final String FIND = """
        with query as materialized (select search_query(:groups) as words),
        matched as materialized (
          select r.id from staff_request r where search_words(r.title || ' ' || r.description) @@ (select words from query)),
        alike as materialized (
          select r.id from staff_request r where :longest <%% r.title and (select count(*) from matched) < :hardlyAny
             and (select avg(word_similarity(word, r.title)) from unnest(:comparable) as word) >= 0.5),
        seen as materialized (
          select r.id, r.title, r.description, r.status, coalesce(r.published_at, r.created_at) as at, asker.name as library, wp.name as place
            from (select * from matched union select * from alike) m join staff_request r on r.id = m.id join organisation asker on asker.id = r.organisation_id
            join branch b on b.id = r.branch_id join place wp on wp.id = b.place_id
           where %s and (cast(:since as timestamptz) is null or coalesce(r.published_at, r.created_at) >= :since)
           order by r.id desc limit :compared),
        ranked as (
          select s.*, count(*) over () as total,
                 (ts_rank('{0.05, 0.15, 0.3, 1.0}', setweight(search_words(s.title), 'A') || setweight(search_words(s.description), 'B'), q.words, 1) * 0.6
                   + 0.1 + similarity(s.title, :plain) * 0.25) * case when s.status in ('DONE', 'WITHDRAWN', 'EXPIRED') then 0.5 else 1 end as score
            from seen s, query q)
        select r.*, ts_headline('dutch', translate(r.description, chr(1) || chr(2), ''), (select words from query),
                 'StartSel=' || chr(1) || ', StopSel=' || chr(2) || ', MaxWords=32, MinWords=16, ShortWord=2') as snippet
          from (select * from ranked order by score desc, id desc limit :most) r order by r.score desc, r.id desc""".formatted(RequestScope.VISIBLE);

    @Inject
    private Jdbi jdbi;

    /** @param total of all that were found, the same in each row; @param at since when it is there to be read */
    public record Row(UUID id, double score, String title, RequestStatus status, String library, String place, String snippet, Instant at, int total, boolean more) {
    }

    public List<Row> find(RequestScope scope, SearchQuery wanted, int most) {
        return jdbi.withHandle(handle -> scope.bind(handle.createQuery(FIND)).bindArray("groups", String.class, wanted.groups().toArray()).bind("plain", wanted.plain())
            .bind("since", wanted.narrowed().since() == null ? null : wanted.narrowed().since().atOffset(ZoneOffset.UTC)).bind("compared", COMPARED)
            .bind("hardlyAny", HARDLY_ANY).bind("longest", wanted.longest()).bindArray("comparable", String.class, wanted.comparable().toArray()).bind("most", most)
            .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getDouble("score"), row.getString("title"), RequestStatus.valueOf(row.getString("status")),
                row.getString("library"), row.getString("place"), row.getString("snippet").replaceAll("\\s+", " ").strip(), row.getTimestamp("at").toInstant(),
                row.getInt("total"), row.getInt("total") >= COMPARED)).list());
    }
}
