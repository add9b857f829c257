package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementPolicy.Parties;
import nl.vliegwiel.flexpool.domain.Purpose;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationText;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries;
import nl.vliegwiel.flexpool.persistence.EvaluationQueries.Head;
import nl.vliegwiel.flexpool.persistence.LearningQueries;
import nl.vliegwiel.flexpool.persistence.LearningQueries.Talk;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/**
 * After a place to learn she talks with her own library about what she brings home. The two agree on a day; what she
 * brings home she writes herself, so that no file about her comes of it (R9).
 */
@UseCase
public class ReturnTalkService {
    /** A talk is planned within a year. */
    private static final int MOST_DAYS = 366;

    @Inject
    private EvaluationQueries placements;

    @Inject
    private LearningQueries queries;

    @Inject
    private EvaluationPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @return empty where there is none, or it is not the reader's to see: the borrower has no part in it */
    public Optional<ReturnTalk> talk(UUID placementId) {
        Head head = head(placementId);
        policy.requireRead(actor.get(), parties(head));
        return head.purpose() == Purpose.LEARNING && head.booked() && policy.mayTalk(actor.get(), parties(head)) ? Optional.of(view(head, actor.get())) : Optional.empty();
    }

    /**
     * @param plannedOn day of the talk
     * @param heldOn day on which it was held; null for not yet
     * @param brought what she brings home; hers alone, others send it as they read it or leave it out
     * @throws NotFound {@code placement.notFound}; Forbidden {@code talk.notYours}
     * @throws Conflict {@code talk.none} when it was no place to learn, {@code talk.tooEarly} while she is not back
     * @throws StaleData {@code stale}
     * @throws RuleViolation a fault per field
     */
    public ReturnTalk save(UUID placementId, int seenVersion, LocalDate plannedOn, LocalDate heldOn, String brought) {
        Actor who = actor.get();
        Head head = head(placementId);
        policy.requireTalk(who, parties(head));
        if (head.purpose() != Purpose.LEARNING || !head.booked()) {
            throw new Conflict("talk.none");
        }
        Instant now = clock.instant();
        if (now.isBefore(head.end())) {
            throw new Conflict("talk.tooEarly");
        }
        check(head, plannedOn, heldOn, now.atZone(Zones.AMSTERDAM).toLocalDate());
        Talk before = queries.talk(head.requestId(), head.employeeId()).orElse(null);
        String words = brought == null || brought.isBlank() ? null : FreeText.required("brought", brought, EvaluationText.LONGEST);
        String known = before == null ? null : before.brought();
        if (!who.is(head.employeeId())) {
            if (words != null && !Objects.equals(words, known)) {
                throw new Forbidden("talk.brought.hers");
            }
            words = known;
        }
        if ((before == null ? 0 : before.version()) != seenVersion
            || !queries.saveTalk(head.requestId(), head.employeeId(), seenVersion, plannedOn, heldOn, words, now)) {
            throw new StaleData("stale");
        }
        audit.record(who, "return_talk", EvaluationService.ENTITY, placementId, head.lenderId(), Map.of("plannedOn", plannedOn.toString(), "held", heldOn != null));
        return view(head, who);
    }

    private static void check(Head head, LocalDate plannedOn, LocalDate heldOn, LocalDate today) {
        List<Violation> faults = new ArrayList<>();
        LocalDate back = head.end().atZone(Zones.AMSTERDAM).toLocalDate();
        if (plannedOn == null) {
            faults.add(Violation.of("plannedOn", "talk.day.missing"));
        } else if (plannedOn.isBefore(back) || plannedOn.isAfter(back.plusDays(MOST_DAYS))) {
            faults.add(Violation.of("plannedOn", "talk.day.range"));
        }
        if (heldOn != null && (heldOn.isBefore(back) || heldOn.isAfter(today))) {
            faults.add(Violation.of("heldOn", "talk.held.range"));
        }
        RuleViolation.throwIfAny(faults);
    }

    private ReturnTalk view(Head head, Actor who) {
        Talk talk = queries.talk(head.requestId(), head.employeeId()).orElse(null);
        boolean due = !clock.instant().isBefore(head.end());
        return new ReturnTalk(head.id(), talk == null ? 0 : talk.version(), due, talk == null ? null : talk.plannedOn(), talk == null ? null : talk.heldOn(),
            talk == null ? null : talk.brought(), due, due && who.is(head.employeeId()));
    }

    private Head head(UUID placementId) {
        return placements.head(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
    }

    private static Parties parties(Head head) {
        return new Parties(head.id(), head.employeeId(), head.lenderId(), head.borrowerId());
    }
}
