package nl.vliegwiel.flexpool.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.induction.InductionText;
import nl.vliegwiel.flexpool.persistence.InductionQueries;
import nl.vliegwiel.flexpool.persistence.InductionQueries.Branch;
import nl.vliegwiel.flexpool.persistence.InductionQueries.Sheet;
import nl.vliegwiel.flexpool.persistence.InductionQueries.Stay;
import nl.vliegwiel.flexpool.persistence.PlacementQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;

/**
 * The induction sheet of a branch: its library writes it, who comes to work accepts the safety instruction before her
 * first shift (7:658 BW). A missing yes is seen and reminded of; it blocks nobody, for a human stands beside her.
 */
@UseCase
public class InductionService {
    private static final String ENTITY = "induction";

    @Inject
    private InductionQueries queries;

    @Inject
    private PlacementQueries placements;

    @Inject
    private InductionPolicy policy;

    @Inject
    private PlacementPolicy placementPolicy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** A branch with the version of its sheet; 0 for none. */
    public record OfBranch(UUID branchId, String branch, int version, long missing) {
    }

    /** @throws NotFound {@code induction.notFound} to who has nothing to do there */
    public Induction sheet(UUID branchId) {
        Branch branch = readable(branchId);
        Actor who = actor.get();
        List<Sheet> sheets = queries.sheets(branchId);
        Sheet now = sheets.isEmpty() ? null : sheets.get(0);
        int version = now == null ? 0 : now.version();
        boolean keeps = policy.mayKeep(who, branch.organisationId());
        List<Induction.Guest> guests = keeps ? guests(branchId, version) : List.of();
        return new Induction(branchId, branch.name(), branch.organisationId(), branch.organisation(), branch.place(), version, now == null ? null : now.text(),
            now == null ? null : now.publishedBy(), now == null ? null : now.publishedAt(), keeps, queries.worksAt(who.personId(), branchId),
            queries.accepted(who.personId(), branchId, version).orElse(null), guests,
            keeps ? sheets.stream().skip(1).map(one -> new Induction.Former(one.version(), one.publishedBy(), one.publishedAt())).toList() : List.of());
    }

    private List<Induction.Guest> guests(UUID branchId, int version) {
        return queries.guests(branchId, clock.instant()).stream()
            .map(one -> new Induction.Guest(one.personId(), one.name(), one.lender(), one.firstStart(), one.accepted() != null && one.accepted() == version && version > 0,
                one.acceptedAt())).toList();
    }

    private Branch readable(UUID branchId) {
        Actor who = actor.get();
        Branch branch = queries.branch(branchId).orElseThrow(() -> new NotFound("induction.notFound"));
        policy.requireRead(who, branch.organisationId(), queries.worksAt(who.personId(), branchId), queries.lendsTo(who.readAsManager(), branchId));
        return branch;
    }

    /** The branches of a library, for who keeps their sheets. */
    public List<OfBranch> ofLibrary(UUID organisationId) {
        policy.requireKeep(actor.get(), organisationId);
        return queries.branches(organisationId).stream().map(branch -> {
            List<Sheet> sheets = queries.sheets(branch.id());
            int version = sheets.isEmpty() ? 0 : sheets.get(0).version();
            return new OfBranch(branch.id(), branch.name(), version, version == 0 ? 0 : guests(branch.id(), version).stream().filter(one -> !one.accepted()).count());
        }).toList();
    }

    /**
     * Writes a new version, which everybody is asked to accept anew. The same text again changes nothing.
     *
     * @param seenVersion 0 when there was none
     * @throws RuleViolation a fault per field, also where a text holds what may not be kept (R7, R8)
     */
    public Induction publish(UUID branchId, int seenVersion, InductionText text) {
        Branch branch = readable(branchId);
        policy.requireKeep(actor.get(), branch.organisationId());
        List<Violation> faults = new ArrayList<>(text.check());
        guard(faults, "reportTo", text.reportTo());
        guard(faults, "contact", text.contact());
        guard(faults, "keysIct", text.keysIct());
        guard(faults, "houseRules", text.houseRules());
        guard(faults, "safety", text.safety());
        RuleViolation.throwIfAny(faults);
        Induction before = sheet(branchId);
        if (before.version() != seenVersion) {
            throw new StaleData("stale");
        }
        if (text.equals(before.text())) {
            return before;
        }
        if (!queries.publish(branchId, seenVersion + 1, text, actor.get().personId(), clock.instant())) {
            throw new StaleData("stale");
        }
        audit.record(actor.get(), "published", ENTITY, branchId, branch.organisationId(), Map.of("version", seenVersion + 1));
        return sheet(branchId);
    }

    /** First aid and emergency exits are what a safety instruction is about; only what names a person is held back. */
    private static void guard(List<Violation> faults, String field, String text) {
        if (text != null) {
            BsnGuard.check(field, text).ifPresent(faults::add);
            if (!field.equals("safety") && !field.equals("houseRules")) {
                HealthWords.check(field, text).ifPresent(faults::add);
            }
        }
    }

    /**
     * She accepts the version that she read. Again changes nothing.
     *
     * @throws StaleData {@code induction.accept.older} when another version holds by now
     */
    public Induction accept(UUID branchId, int version) {
        Branch branch = readable(branchId);
        Actor who = actor.get();
        policy.requireAccept(queries.worksAt(who.personId(), branchId));
        Induction now = sheet(branchId);
        if (now.version() == 0) {
            throw new NotFound("induction.notFound");
        }
        if (now.version() != version) {
            throw new StaleData("induction.accept.older");
        }
        if (now.acceptedAt() == null) {
            queries.accept(who.personId(), branchId, version, clock.instant());
            audit.record(who, "accepted", ENTITY, branchId, branch.organisationId(), Map.of("version", version));
        }
        return sheet(branchId);
    }

    /**
     * What a placement says of the induction, to its three parties; empty as long as it is not definite.
     *
     * @throws NotFound {@code placement.notFound} to anybody but the three parties
     */
    public Optional<Induction.OfPlacement> ofPlacement(UUID placementId) {
        PlacementQueries.Head head = placements.head(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
        placementPolicy.requireRead(actor.get(), new PlacementPolicy.Parties(head.id(), head.employeeId(), head.lenderId(), head.borrowerId()));
        Stay stay = queries.stay(placementId).orElseThrow(() -> new NotFound("placement.notFound"));
        if (!stay.booked()) {
            return Optional.empty();
        }
        List<Sheet> sheets = queries.sheets(stay.branchId());
        if (sheets.isEmpty()) {
            return Optional.of(new Induction.OfPlacement(stay.branchId(), 0, null, false));
        }
        int version = sheets.get(0).version();
        Instant first = queries.firstAccepted(stay.employeeId(), stay.branchId()).orElse(null);
        boolean sheetWasThere = sheets.get(sheets.size() - 1).publishedAt().isBefore(stay.start());
        return Optional.of(new Induction.OfPlacement(stay.branchId(), version, queries.accepted(stay.employeeId(), stay.branchId(), version).orElse(null),
            sheetWasThere && (first == null || first.isAfter(stay.start()))));
    }
}
