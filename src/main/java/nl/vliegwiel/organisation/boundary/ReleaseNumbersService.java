package nl.vliegwiel.organisation.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.ReleasedNumbers;
import nl.vliegwiel.platform.text.ReleasedNumbers.Ground;
import nl.vliegwiel.platform.text.ReleasedNumbers.Release;

/**
 * Lets a number pass that was stopped because it looks like a BSN (R7). Somebody who may states that it is none and
 * what it is; the statement is kept with her name, the number is not.
 */
@UseCase
public class ReleaseNumbersService {
    private static final String ENTITY = "releasedNumber";
    private static final int LONGEST = 40;

    @Inject
    private ReleasedNumbers numbers;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Those that hold and that the reader may see, newest first. */
    public List<Release> releases() {
        Actor who = actor.get();
        ModerationPolicy.requireRelease(who);
        return numbers.all().stream().filter(one -> ModerationPolicy.maySee(who, one.organisationId())).toList();
    }

    /**
     * @param typed the number as it stood in the text
     * @param noBsn her statement that it is no BSN
     * @return the id of the release
     * @throws RuleViolation a fault per field; {@code released.notStopped} when the number is not stopped at all
     */
    public UUID release(String typed, Ground ground, boolean noBsn) {
        Actor who = actor.get();
        ModerationPolicy.requireRelease(who);
        String text = typed == null ? "" : typed.strip();
        List<BsnGuard.Hit> hits = text.length() > LONGEST ? List.of() : BsnGuard.findAll(text);
        List<Violation> faults = new ArrayList<>();
        if (text.isEmpty()) {
            faults.add(Violation.of("number", "released.missing"));
        } else if (hits.size() != 1) {
            faults.add(Violation.of("number", "released.notStopped"));
        }
        if (ground == null) {
            faults.add(Violation.of("ground", "released.groundMissing"));
        }
        if (!noBsn) {
            faults.add(Violation.of("noBsn", "released.statementMissing"));
        }
        RuleViolation.throwIfAny(faults);
        UUID id = Ids.next();
        UUID organisation = who.actingFor() != null ? who.actingFor() : who.organisations().stream().sorted().findFirst().orElse(null);
        numbers.add(id, text.substring(hits.get(0).start(), hits.get(0).end()).replaceAll("\\D", ""), ground, organisation, who.personId(), clock.instant());
        audit.record(who, "released", ENTITY, id, organisation, Map.of("ground", ground.name()));
        return id;
    }

    /** From now on the number is stopped again. @throws NotFound {@code released.notFound} */
    public void revoke(UUID id) {
        Actor who = actor.get();
        ModerationPolicy.requireRelease(who);
        Release release = numbers.all().stream().filter(one -> one.id().equals(id) && ModerationPolicy.maySee(who, one.organisationId())).findFirst()
            .orElseThrow(() -> new NotFound("released.notFound"));
        if (!numbers.revoke(id, who.personId(), clock.instant())) {
            throw new NotFound("released.notFound");
        }
        audit.record(who, "revoked", ENTITY, id, release.organisationId(), Map.of());
    }
}
