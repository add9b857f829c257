package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.ReleaseWaits;
import nl.vliegwiel.flexpool.ReleaseWaits.Step;
import nl.vliegwiel.flexpool.domain.release.WorkingHours;
import nl.vliegwiel.flexpool.persistence.ReleaseWaitQueries;
import nl.vliegwiel.flexpool.persistence.ReleaseWaitQueries.Due;
import nl.vliegwiel.flexpool.persistence.ReleaseWaitQueries.Question;
import nl.vliegwiel.platform.audit.Audit;

/**
 * Looks whether lenders answer within the time that they promised themselves: first their deputies are told, after as
 * many working hours again the moderator of the region. It never decides (R13). The hours count from when it is noticed,
 * so that a promise made today does not make yesterday late.
 */
@ApplicationScoped
@Transactional
public class ReleaseLookout {
    private static final int AT_ONCE = 500;

    @Inject
    private ReleaseWaitQueries queries;

    @Inject
    private Audit audit;

    @Inject
    private Event<ReleaseWaits> waits;

    @Inject
    private Clock clock;

    /** @return how many questions are counted from now on */
    public int note() {
        Instant now = clock.instant();
        List<Question> questions = queries.unnoted(now, AT_ONCE);
        for (Question question : questions) {
            Instant first = WorkingHours.after(now, question.reactionHours());
            queries.note(question.placementId(), question.askedAt(), Step.DEPUTY, first);
            queries.note(question.placementId(), question.askedAt(), Step.REGION, WorkingHours.after(first, question.reactionHours()));
        }
        return questions.size();
    }

    /** Tells of each step once; what was answered meanwhile is passed over. @return how many were told */
    public int tell() {
        Instant now = clock.instant();
        int told = 0;
        for (Due due : queries.claim(now, AT_ONCE)) {
            UUID lender = queries.stillAsked(due.placementId(), due.askedAt(), now);
            if (lender != null) {
                audit.record(null, "release_waits_" + due.step().name().toLowerCase(Locale.ROOT), PlacementService.ENTITY, due.placementId(), lender, Map.of());
                waits.fire(new ReleaseWaits(due.placementId(), lender, due.step(), now));
                told++;
            }
        }
        return told;
    }
}
