package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What is like a question that somebody types, fast enough to be asked at each pause. Each of its words brings a hundred topics at
 * most: all that have a rare word, and of one that is everywhere some.
 */
@ApplicationScoped
public class SimilarQueries {
    private static final int OF_EACH_WORD = 100;
    /** With as many, what stands in the text of a question need not be looked at. */
    private static final int ENOUGH = 50;

    private static final String SIMILAR = """
        with query as materialized (select websearch_to_tsquery('dutch', :anyOf) as any_word, plainto_tsquery('dutch', :typed) as all_words),
        whole as materialized (
          select w.topic_id from topic_words w where w.words @@ (select all_words from query) and w.space_id = any(:spaces) limit :each),
        titled as materialized (
          select hit.topic_id from unnest(:words) as word
           cross join lateral (select w.topic_id from topic_words w where w.title_words @@ plainto_tsquery('dutch', word) and w.space_id = any(:spaces) limit :each) hit),
        worded as materialized (
          select hit.topic_id from unnest(:words) as word
           cross join lateral (select w.topic_id from topic_words w where w.words @@ plainto_tsquery('dutch', word) and w.space_id = any(:spaces) limit :each) hit
           where (select count(*) from titled) < :enough),
        alike as materialized (
          select w.topic_id from topic_words w where :longest <% w.title and w.space_id = any(:spaces)
             and not exists (select from topic_words one where one.words @@ plainto_tsquery('dutch', :longest)) limit :each),
        found as materialized (
          select topic_id from whole union select topic_id from titled union select topic_id from worded union select topic_id from alike)
        select t.id, t.space_id, t.title, t.accepted_post_id is not null as solved, t.post_count
          from found join topic_words w using (topic_id) join topic t on t.id = w.topic_id, query
         where t.hidden_at is null
         order by ts_rank(w.words, query.any_word) + similarity(w.title, :typed) + 0.3 * word_similarity(:longest, w.title) + case when t.accepted_post_id is null then 0 when t.doubtful_from <= current_date then -0.05 else 0.05 end desc, t.last_post_at desc, t.id
         limit :most""";

    @Inject
    private Jdbi jdbi;

    /** A topic that is like what somebody is about to ask. */
    public record Row(UUID id, UUID spaceId, String title, boolean solved, int postCount) {
    }

    /**
     * By words in their Dutch stems, and by letters where a word is mistyped; the likest first.
     *
     * @param words to look for, the one that tells most first; at least one
     */
    public List<Row> find(String typed, List<String> words, Collection<UUID> spaces, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(SIMILAR).bind("typed", typed).bind("anyOf", String.join(" or ", words))
            .bindArray("words", String.class, words.toArray()).bind("longest", words.get(0)).bindArray("spaces", UUID.class, spaces.toArray())
            .bind("each", OF_EACH_WORD).bind("enough", ENOUGH).bind("most", most)
            .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getObject("space_id", UUID.class), row.getString("title"), row.getBoolean("solved"),
                row.getInt("post_count")))
            .list());
    }
}
