package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.persistence.AuditQueries;
import nl.vliegwiel.flexpool.persistence.AuditQueries.Line;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.flexpool.persistence.PlacementQueries.Row;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;

/** Reads who did what when, for those who may (R15). */
@UseCase
public class AuditService {
    @Inject
    private AuditQueries queries;

    @Inject
    private PlacementQueries placements;

    @Inject
    private PlacementPolicy policy;

    @Inject
    private CurrentActor actor;

    /**
     * @param entityId which thing; a person reads all that was done about herself
     * @param after number of the last line that was seen; 0 for the first
     * @param limit at most this many
     * @return in the order of time
     * @throws NotFound {@code audit.notFound} when there is nothing that this person may read
     */
    public List<AuditLine> lines(UUID entityId, long after, int limit) {
        Actor who = actor.get();
        Optional<Row> placement = placements.row(entityId);
        boolean whole = who.isAdmin() || who.is(entityId) || placement.filter(row -> policy.mayRead(who, PlacementReader.parties(row))).isPresent();
        List<Line> found = queries.lines(entityId, policy.scope(who), whole, after, limit);
        if (found.isEmpty() && after == 0) {
            throw new NotFound("audit.notFound");
        }
        UUID nameless = placement.filter(row -> !who.isAdmin() && !policy.maySeeName(who, PlacementReader.parties(row), row.sheCameForward()))
            .map(Row::employeeId).orElse(null);
        return found.stream().map(line -> told(line, line.actorId() != null && line.actorId().equals(nameless))).toList();
    }

    private static AuditLine told(Line line, boolean nameless) {
        return new AuditLine(line.number(), line.at(), nameless ? null : line.actorId(), nameless ? null : line.actorName(), line.action(), line.entity(),
            line.entityId(), line.detail());
    }
}
