package nl.vliegwiel.flexpool.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import nl.vliegwiel.flexpool.domain.Hours;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.domain.worktime.Severity;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeRule;
import nl.vliegwiel.platform.rest.Json;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/** Findings as kept: figures and window only; what the message says is made from them again. */
final class StoredFindings {
    private StoredFindings() {
    }

    private record Kept(WorkingTimeRule rule, Severity severity, int figureMinutes, int limitMinutes, Instant from, Instant to, String key) {
    }

    static String write(List<Finding> findings) {
        try {
            return Json.MAPPER.writeValueAsString(findings.stream().map(f -> new Kept(f.rule(), f.severity(), f.figureMinutes(), f.limitMinutes(),
                f.window().start(), f.window().end(), f.key())).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings are plain data", e);
        }
    }

    static List<Finding> read(String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return Json.MAPPER.readValue(json, new TypeReference<List<Kept>>() { }).stream().map(StoredFindings::finding).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored findings cannot be read", e);
        }
    }

    private static Finding finding(Kept kept) {
        boolean inMinutes = kept.rule() == WorkingTimeRule.BREAK || kept.rule() == WorkingTimeRule.TRAVEL_BETWEEN_WORK;
        Object figure = inMinutes ? (Object) kept.figureMinutes() : Hours.of(kept.figureMinutes());
        Object limit = inMinutes ? (Object) kept.limitMinutes() : Hours.of(kept.limitMinutes());
        return new Finding(kept.rule(), kept.severity(), kept.figureMinutes(), kept.limitMinutes(), new Period(kept.from(), kept.to()), kept.key(),
            List.of(figure, limit, kept.from().atZone(Zones.AMSTERDAM).toLocalDate(), kept.to().minusNanos(1).atZone(Zones.AMSTERDAM).toLocalDate()));
    }
}
