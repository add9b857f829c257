package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.flexpool.EvaluationChanged;
import nl.vliegwiel.flexpool.EvaluationChanged.Change;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationSide;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationTerm;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries.Opened;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries.Said;
import nl.vliegwiel.platform.time.Zones;

/** When the term of an evaluation is over, the one side that wrote is read by the other; each on one node, told once. */
@ApplicationScoped
@Transactional
public class EvaluationEnd {
    private static final int AT_ONCE = 200;

    @Inject
    private EvaluationQueries queries;

    @Inject
    private Clock clock;

    @Inject
    private Event<EvaluationChanged> changed;

    /** @return how many placements were opened; fewer than a portion when there are no more */
    public int byTime() {
        Instant now = clock.instant();
        List<Opened> opened = queries.openOver(now.atZone(Zones.AMSTERDAM).minusDays(EvaluationTerm.DAYS).toInstant(), now, AT_ONCE);
        for (Opened one : opened) {
            Map<EvaluationSide, Said> said = queries.said(one.placementId());
            Said borrower = said.get(EvaluationSide.BORROWER);
            changed.fire(new EvaluationChanged(one.placementId(), one.employeeId(), one.lenderId(), one.borrowerId(), Change.OPENED,
                said.containsKey(EvaluationSide.EMPLOYEE), borrower != null, borrower == null ? null : borrower.writtenBy(), null, now));
        }
        return opened.size();
    }
}
