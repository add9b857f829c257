package nl.vliegwiel.person.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Finds people by name and function, among those whom somebody manages, and herself. */
@ApplicationScoped
public class PersonSearchQueries {
    private static final String FIND = """
        with seen as materialized (
          select distinct on (p.id) p.id, e.id as employment, p.given_name || ' ' || p.family_name as name, e.function_title, o.name as library, e.organisation_id = any(:managed) as managed
            from employment e join person p on p.id = e.person_id join organisation o on o.id = e.organisation_id
           where (e.organisation_id = any(:managed) or e.person_id = :me) and (e.ends_on is null or e.ends_on >= :today)
           order by p.id, e.organisation_id = any(:managed) desc, e.starts_on desc),
        ranked as (
          select *, count(*) over () as total, greatest(word_similarity(:plain, name), case when function_title ilike all(:parts) then 0.5 else 0 end) as score
            from seen
           where name || ' ' || function_title ilike all(:parts) or word_similarity(:plain, name) >= 0.5)
        select * from ranked order by score desc, name, id limit :most""";

    @Inject
    private Jdbi jdbi;

    /** @param managed she manages that person there; else it is herself */
    public record Row(UUID id, UUID employment, String name, String function, String library, boolean managed, double score, int total) {
    }

    /** @param managed organisations whose people she manages; @param words each of which must be in name or function, or all together look like the name */
    public List<Row> find(UUID me, Collection<UUID> managed, List<String> words, LocalDate today, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND).bind("me", me).bindArray("managed", UUID.class, managed.toArray())
            .bind("plain", String.join(" ", words)).bindArray("parts", String.class, words.stream().map(word -> "%" + word + "%").toArray())
            .bind("today", today).bind("most", most)
            .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getObject("employment", UUID.class), row.getString("name"), row.getString("function_title"),
                row.getString("library"), row.getBoolean("managed"), row.getDouble("score"), row.getInt("total"))).list());
    }
}
