package nl.vliegwiel.search.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Words that mean the same. */
@ApplicationScoped
public class SynonymQueries {
    @Inject
    private Jdbi jdbi;

    public record Row(UUID id, int version, List<String> words) {
    }

    public List<Row> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select id, version, words from search_synonym order by lower(words[1]), id").map((row, context) -> row(row)).list());
    }

    public Optional<Row> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, version, words from search_synonym where id = :id").bind("id", id)
            .map((row, context) -> row(row)).findOne());
    }

    /** @return what means the same, for those of the terms that are known, whatever their ending */
    public Map<String, List<String>> others(Collection<String> terms) {
        Map<String, List<String>> others = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                select term, s.words from unnest(:terms) as term join search_synonym s on s.stems && search_stems(array[term]) order by term, s.id""")
            .bindArray("terms", String.class, terms.toArray())
            .map((row, context) -> others.computeIfAbsent(row.getString("term"), term -> new ArrayList<>()).addAll(List.of((String[]) row.getArray("words").getArray()))).list());
        return others;
    }

    public void add(UUID id, List<String> words) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into search_synonym (id, words, stems) values (:id, :words, search_stems(:words))")
            .bind("id", id).bindArray("words", String.class, words.toArray()).execute());
    }

    /** @return false when somebody changed it since */
    public boolean change(UUID id, int seenVersion, List<String> words) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                "update search_synonym set words = :words, stems = search_stems(:words), version = version + 1 where id = :id and version = :seen")
            .bind("id", id).bind("seen", seenVersion).bindArray("words", String.class, words.toArray()).execute() == 1);
    }

    /** @return false when somebody changed it since */
    public boolean remove(UUID id, int seenVersion) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from search_synonym where id = :id and version = :seen")
            .bind("id", id).bind("seen", seenVersion).execute() == 1);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), List.of((String[]) row.getArray("words").getArray()));
    }
}
