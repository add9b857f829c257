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

/** Articles that were made of answers, whose words went into them, and which libraries use which letters. */
@ApplicationScoped
public class ArticleQueries {
    @Inject
    private Jdbi jdbi;

    /** An answer that may go into an article. @param authorId null where nobody may know it */
    public record AnswerRow(UUID authorId, String body, boolean accepted) {
    }

    /** Another topic that belongs to one. */
    public record LinkRow(UUID id, String title) {
    }

    /** Somebody whose words went in. */
    public record CreditRow(UUID id, String name) {
    }

    /** A library that uses a letter. @param edition which version of it */
    public record UseRow(UUID organisationId, String name, int edition, Instant at) {
    }

    /** The accepted answer first, then what readers liked, in the order in which it was written. */
    public List<AnswerRow> answers(UUID topic, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.author_id, p.body, p.id = t.accepted_post_id as accepted from post p join topic t on t.id = p.topic_id
                 where p.topic_id = :topic and p.position > 1 and p.hidden_at is null and (p.likes > 0 or p.id = t.accepted_post_id)
                   and not (t.anonymous and p.author_id = t.author_id)
                 order by p.id = t.accepted_post_id desc nulls last, p.position limit :most""").bind("topic", topic).bind("most", most)
            .map((row, context) -> new AnswerRow(row.getObject("author_id", UUID.class), row.getString("body"), row.getBoolean("accepted"))).list());
    }

    /** @param of the question it is made of */
    public void made(UUID article, UUID of, Collection<UUID> credits) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update topic set made_of = :of where id = :id").bind("id", article).bind("of", of).execute();
            handle.createUpdate("insert into topic_credit (topic_id, person_id) select :id, unnest(:people) on conflict do nothing")
                .bind("id", article).bindArray("people", UUID.class, credits.toArray()).execute();
        });
    }

    /** The article that was made of a question. */
    public Optional<LinkRow> of(UUID question) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, title from topic where made_of = :id and hidden_at is null").bind("id", question)
            .map((row, context) -> new LinkRow(row.getObject("id", UUID.class), row.getString("title"))).findOne());
    }

    /** The question that an article was made of. */
    public Optional<LinkRow> source(UUID article) {
        return jdbi.withHandle(handle -> handle.createQuery("select q.id, q.title from topic a join topic q on q.id = a.made_of where a.id = :id and q.hidden_at is null").bind("id", article)
            .map((row, context) -> new LinkRow(row.getObject("id", UUID.class), row.getString("title"))).findOne());
    }

    public List<CreditRow> credits(UUID article) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select p.id, p.given_name || ' ' || p.family_name as name from topic_credit c join person p on p.id = c.person_id where c.topic_id = :id order by p.family_name, p.id""")
            .bind("id", article).map((row, context) -> new CreditRow(row.getObject("id", UUID.class), row.getString("name"))).list());
    }

    /** The version of a letter that is there now: 1, and one more for each change of its text. */
    public int edition(UUID letter) {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 + count(*) from post_revision r join post p on p.id = r.post_id where p.topic_id = :id and p.position = 1")
            .bind("id", letter).mapTo(Integer.class).one());
    }

    public List<UseRow> uses(UUID letter) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select u.*, o.name from letter_use u join organisation o on o.id = u.organisation_id where u.topic_id = :id order by lower(o.name), o.id""").bind("id", letter)
            .map((row, context) -> new UseRow(row.getObject("organisation_id", UUID.class), row.getString("name"), row.getInt("edition"), row.getTimestamp("used_at").toInstant())).list());
    }

    public boolean isOrganisation(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from organisation where id = :id)").bind("id", id).mapTo(Boolean.class).one());
    }

    /** The library uses this version from now on. */
    public void use(UUID letter, UUID organisation, int edition, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into letter_use (topic_id, organisation_id, edition, used_at, by_id) values (:id, :organisation, :edition, :at, :by)
                on conflict (topic_id, organisation_id) do update set edition = excluded.edition, used_at = excluded.used_at, by_id = excluded.by_id""")
            .bind("id", letter).bind("organisation", organisation).bind("edition", edition).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute());
        count(letter);
    }

    public void useNoMore(UUID letter, UUID organisation) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from letter_use where topic_id = :id and organisation_id = :organisation")
            .bind("id", letter).bind("organisation", organisation).execute());
        count(letter);
    }

    private void count(UUID letter) {
        jdbi.useHandle(handle -> handle.createUpdate("update topic set used_by = (select count(*) from letter_use u where u.topic_id = :id) where id = :id").bind("id", letter).execute());
    }
}
