package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.evaluation.CouncilBody;
import nl.vliegwiel.flexpool.persistence.EvaluationConsentQueries;
import nl.vliegwiel.flexpool.persistence.EvaluationConsentQueries.Row;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;
import nl.vliegwiel.platform.time.Zones;

/** Evaluations are off until a library records that those who represent its staff consented, and off again once that is revoked (R9). */
@UseCase
public class EvaluationConsentService {
    public static final int LONGEST_DOCUMENT = 200;
    private static final int SHORTEST_DOCUMENT = 3;

    @Inject
    private EvaluationConsentQueries queries;

    @Inject
    private EvaluationPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @throws NotFound {@code organisation.notFound}; Forbidden {@code evaluation.consent.notYours} to who does not belong to it */
    public EvaluationConsent consent(UUID organisationId) {
        String name = name(organisationId);
        policy.requireReadConsent(actor.get(), organisationId);
        return view(organisationId, name);
    }

    /** Whether the reader records and revokes for a library. */
    public boolean mayKeep(UUID organisationId) {
        return policy.mayKeepConsent(actor.get(), organisationId);
    }

    /**
     * @param on day of the consent, not in the future
     * @param document where it can be found
     * @throws Forbidden {@code evaluation.consent.notYours}
     * @throws Conflict {@code evaluation.consent.there} when one holds already
     * @throws RuleViolation a fault per field
     */
    public EvaluationConsent record(UUID organisationId, CouncilBody body, LocalDate on, String document) {
        Actor who = actor.get();
        String name = name(organisationId);
        policy.requireKeepConsent(who, organisationId);
        String where = document == null ? "" : document.strip();
        check(body, on, where);
        if (!queries.record(Ids.next(), organisationId, body, on, where, who.personId(), clock.instant())) {
            throw new Conflict("evaluation.consent.there");
        }
        audit.record(who, "evaluation_consent_recorded", "organisation", organisationId, organisationId,
            Map.of("body", body.name(), "consentedOn", on.toString(), "document", where));
        return view(organisationId, name);
    }

    /**
     * From now on nobody writes, and managers do not read what was written; the employee still does.
     *
     * @throws Forbidden {@code evaluation.consent.notYours}
     * @throws Conflict {@code evaluation.consent.none}
     * @throws StaleData {@code stale}
     */
    public EvaluationConsent revoke(UUID organisationId, int seenVersion) {
        Actor who = actor.get();
        String name = name(organisationId);
        policy.requireKeepConsent(who, organisationId);
        Row row = holding(organisationId).orElseThrow(() -> new Conflict("evaluation.consent.none"));
        if (row.version() + 1 != seenVersion || !queries.revoke(row.id(), row.version(), who.personId(), clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(who, "evaluation_consent_revoked", "organisation", organisationId, organisationId, Map.of("document", row.document()));
        return view(organisationId, name);
    }

    private void check(CouncilBody body, LocalDate on, String document) {
        List<Violation> faults = new ArrayList<>();
        if (body == null) {
            faults.add(Violation.of("body", "evaluation.consent.body.missing"));
        }
        if (on == null) {
            faults.add(Violation.of("consentedOn", "evaluation.consent.day.missing"));
        } else if (on.isAfter(LocalDate.now(clock.withZone(Zones.AMSTERDAM)))) {
            faults.add(Violation.of("consentedOn", "evaluation.consent.day.future"));
        }
        if (document.length() < SHORTEST_DOCUMENT || document.length() > LONGEST_DOCUMENT) {
            faults.add(Violation.of("document", "evaluation.consent.document.length", SHORTEST_DOCUMENT, LONGEST_DOCUMENT));
        }
        BsnGuard.check("document", document).ifPresent(faults::add);
        HealthWords.check("document", document).ifPresent(faults::add);
        RuleViolation.throwIfAny(faults);
    }

    private Optional<Row> holding(UUID organisationId) {
        return queries.of(organisationId).stream().filter(row -> row.revokedAt() == null).findFirst();
    }

    private String name(UUID organisationId) {
        return Optional.ofNullable(queries.organisation(organisationId)).orElseThrow(() -> new NotFound("organisation.notFound"));
    }

    private EvaluationConsent view(UUID organisationId, String name) {
        List<Row> rows = queries.of(organisationId);
        Optional<Row> holding = rows.stream().filter(row -> row.revokedAt() == null).findFirst();
        return new EvaluationConsent(organisationId, name, holding.map(row -> row.version() + 1).orElse(0), holding.isPresent(),
            rows.stream().map(row -> new EvaluationConsent.Line(row.body(), row.consentedOn(), row.document(), row.recordedBy(), row.recordedAt(), row.revokedBy(),
                row.revokedAt())).toList(), policy.mayKeepConsent(actor.get(), organisationId));
    }
}
