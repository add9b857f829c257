package nl.vliegwiel.flexpool.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex.Ranked;
import nl.vliegwiel.flexpool.domain.ranking.Weights;
import nl.vliegwiel.platform.rest.Json;
import org.jdbi.v3.core.Jdbi;

/** The rankings that were shown. */
@ApplicationScoped
public class RankingLogQueries {
    /** One round trip; its commit does not wait for the disk, since a crash may cost the last lines but nobody's time. */
    private static final String ADD = """
        with quick as materialized (select set_config('synchronous_commit', 'off', true))
        insert into ranking_log (at, request_id, shift_id, organisation_id, person_id, rules, weights, further, people, scores)
        select :at, :request, :shift, :organisation, :person, :rules, cast(:weights as jsonb), :further, :people, cast(:scores as smallint[]) from quick""";

    private static final String LINES = """
        select l.*, p.given_name || ' ' || p.family_name as looked, s.starts_at, s.ends_at
          from ranking_log l join person p on p.id = l.person_id left join shift s on s.id = l.shift_id
         where l.request_id = :request and (:after = 0 or l.id < :after)
         order by l.id desc limit :limit""";

    private Jdbi jdbi;

    protected RankingLogQueries() {
    }

    /** Also for what runs outside a container. */
    @Inject
    public RankingLogQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Who looked at which list, by which rules; further when the cards come after others that she saw before. */
    public record Look(Instant at, UUID requestId, UUID shiftId, UUID organisationId, UUID personId, String rules, Weights weights, boolean further) {
    }

    /** One card of a list. */
    public record Shown(UUID personId, int score) {
    }

    /** A list that was shown; start and end are null when the shift is no more. */
    public record Line(long number, Instant at, UUID byPersonId, String by, UUID shiftId, Instant start, Instant end, String rules, Map<String, Object> weights,
            boolean further, List<Shown> shown) {
    }

    public void add(Look look, List<Ranked> shown) {
        Weights weights = look.weights();
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("version", weights.version());
        kept.put("skillFit", weights.skillFit());
        kept.put("travel", weights.travel());
        kept.put("hoursBalance", weights.hoursBalance());
        kept.put("fairSpread", weights.fairSpread());
        kept.put("knowsPlace", weights.knowsPlace());
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
            .bind("at", look.at().atOffset(ZoneOffset.UTC)).bind("request", look.requestId()).bind("shift", look.shiftId())
            .bind("organisation", look.organisationId()).bind("person", look.personId()).bind("rules", look.rules()).bind("weights", json(kept))
            .bind("further", look.further())
            .bindArray("people", UUID.class, shown.stream().map(one -> one.member().personId()).toArray())
            .bindArray("scores", Integer.class, shown.stream().map(one -> one.score().total()).toArray())
            .execute());
    }

    /** Newest first. @param after number of the last line that was seen; 0 for the newest */
    public List<Line> lines(UUID requestId, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(LINES).bind("request", requestId).bind("after", after).bind("limit", limit)
            .map((row, context) -> new Line(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getObject("person_id", UUID.class), row.getString("looked"),
                row.getObject("shift_id", UUID.class), row.getTimestamp("starts_at") == null ? null : row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at") == null ? null : row.getTimestamp("ends_at").toInstant(), row.getString("rules"), weights(row.getString("weights")),
                row.getBoolean("further"), shown(row.getArray("people"), row.getArray("scores"))))
            .list());
    }

    private static List<Shown> shown(Array people, Array scores) throws SQLException {
        UUID[] ids = (UUID[]) people.getArray();
        Number[] points = (Number[]) scores.getArray();
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            shown.add(new Shown(ids[i], points[i].intValue()));
        }
        return shown;
    }

    private static String json(Map<String, Object> weights) {
        try {
            return Json.MAPPER.writeValueAsString(weights);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Weights are plain", e);
        }
    }

    private static Map<String, Object> weights(String json) {
        try {
            return Json.MAPPER.readValue(json, new TypeReference<Map<String, Object>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the ranking log cannot be read", e);
        }
    }
}
