package nl.vliegwiel.organisation.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.organisation.OrganisationsMerged;
import nl.vliegwiel.organisation.Places;
import nl.vliegwiel.organisation.domain.Branch;
import nl.vliegwiel.organisation.domain.Isil;
import nl.vliegwiel.organisation.domain.IsilCode;
import nl.vliegwiel.organisation.domain.Organisation;
import nl.vliegwiel.organisation.persistence.OrganisationRepository;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Keeping the register, for administrators. */
@UseCase
public class KeepRegisterService {
    private static final String ORGANISATION = "organisation";
    private static final String BRANCH = "branch";

    @Inject
    private OrganisationRepository organisations;

    @Inject
    private Places places;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<OrganisationsMerged> merged;

    /**
     * What an organisation is like.
     *
     * @param kind given once, when it is entered
     * @param poiProvinces provinces of a POI; null for none
     */
    public record Description(String name, OrganisationKind kind, boolean alsoPoi, String province, List<String> poiProvinces, UUID poiId) {
        List<String> poiProvincesOrNone() {
            return poiProvinces == null ? List.of() : poiProvinces;
        }
    }

    /** What a branch is like. */
    public record BranchDescription(String name, int placeId, String address) {
    }

    /**
     * @param isil the first code, or null
     * @return the id of the new organisation
     */
    public UUID enter(Description description, String isil) {
        OrganisationPolicy.requireKeep(actor.get());
        if (description.kind() == null) {
            throw violation("kind", "organisation.kind.missing");
        }
        Organisation organisation = new Organisation(Ids.next(), description.kind(), clock.instant());
        describe(organisation, description);
        organisations.add(organisation);
        tell("entered", ORGANISATION, organisation.id(), organisation.id(), Map.of("kind", description.kind().name()));
        if (isil != null && !isil.isBlank()) {
            give(organisation, isil);
        }
        return organisation.id();
    }

    /** @return the new version */
    public int change(UUID id, int seenVersion, Description description) {
        OrganisationPolicy.requireKeep(actor.get());
        Organisation organisation = organisations.get(id, seenVersion);
        if (description.kind() != null && description.kind() != organisation.kind()) {
            throw violation("kind", "organisation.kind.fixed");
        }
        describe(organisation, description);
        organisations.flush();
        tell("changed", ORGANISATION, id, id, Map.of());
        return organisation.version();
    }

    /** Gives a new current code; the former one becomes history and is never given to another (R19). */
    public void giveIsil(UUID id, int seenVersion, String isil) {
        OrganisationPolicy.requireKeep(actor.get());
        Organisation organisation = organisations.get(id, seenVersion);
        organisation.requireNotMerged();
        give(organisation, isil);
    }

    /** @return the id of the new branch */
    public UUID addBranch(UUID organisationId, BranchDescription description) {
        OrganisationPolicy.requireKeep(actor.get());
        organisations.get(organisationId).requireNotMerged();
        Branch branch = new Branch(Ids.next(), organisationId);
        describe(branch, description);
        organisations.add(branch);
        tell("added", BRANCH, branch.id(), organisationId, Map.of());
        return branch.id();
    }

    public void changeBranch(UUID organisationId, UUID branchId, int seenVersion, BranchDescription description) {
        OrganisationPolicy.requireKeep(actor.get());
        Branch branch = organisations.branch(organisationId, branchId, seenVersion);
        describe(branch, description);
        organisations.flush();
        tell("changed", BRANCH, branchId, organisationId, Map.of());
    }

    /** Nobody works there any more from this day; null opens it again. */
    public void closeBranch(UUID organisationId, UUID branchId, int seenVersion, LocalDate from) {
        OrganisationPolicy.requireKeep(actor.get());
        Branch branch = organisations.branch(organisationId, branchId, seenVersion);
        branch.closeOn(from);
        organisations.flush();
        tell(from == null ? "opened" : "closed", BRANCH, branchId, organisationId, from == null ? Map.of() : Map.of("from", from.toString()));
    }

    /**
     * R19: the first goes up in the second. Branches move, codes stay as former codes with the second, libraries of a
     * POI move to the other POI; employments keep the organisation in which they began, those of now go on in the second.
     */
    public void merge(UUID fromId, int seenVersion, UUID intoId) {
        OrganisationPolicy.requireKeep(actor.get());
        Organisation from = organisations.get(fromId, seenVersion);
        Organisation into = organisations.get(intoId);
        from.mergeInto(into);
        LocalDate today = LocalDate.now(clock);
        organisations.codes(fromId).forEach(code -> code.moveTo(intoId, today));
        Set<String> taken = new HashSet<>();
        organisations.branches(intoId).forEach(branch -> taken.add(branch.name().toLowerCase(Locale.ROOT)));
        for (Branch branch : organisations.branches(fromId)) {
            branch.moveTo(intoId, freeName(branch.name(), from.name(), taken));
        }
        organisations.librariesOfPoi(fromId).forEach(library -> library.movePoi(intoId));
        organisations.flush();
        tell("merged", ORGANISATION, fromId, fromId, Map.of("into", intoId.toString()));
        tell("tookOver", ORGANISATION, intoId, intoId, Map.of("from", fromId.toString()));
        merged.fire(new OrganisationsMerged(fromId, intoId, actor.get().personId(), clock.instant()));
    }

    static String freeName(String name, String organisation, Set<String> taken) {
        String free = name;
        for (int i = 1; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            String addition = i == 1 ? " (" + organisation + ")" : " (" + organisation + " " + i + ")";
            free = name.substring(0, Math.min(name.length(), Math.max(2, 120 - addition.length()))) + addition;
            free = free.substring(0, Math.min(free.length(), 120));
        }
        return free;
    }

    private void give(Organisation organisation, String text) {
        Isil isil = isil(text);
        if (organisations.isGiven(isil.code())) {
            throw violation("isil", "organisation.isil.given");
        }
        LocalDate today = LocalDate.now(clock);
        organisations.codes(organisation.id()).stream().filter(code -> code.isCurrent() && code.branchId() == null).forEach(code -> code.endOn(today));
        organisations.flush();
        organisations.add(new IsilCode(isil, organisation.id(), today));
        tell("isilGiven", ORGANISATION, organisation.id(), organisation.id(), Map.of("isil", isil.code()));
    }

    private static Isil isil(String text) {
        try {
            return Isil.of(text);
        } catch (RuleViolation refused) {
            throw violation("isil", refused.key());
        }
    }

    private void describe(Organisation organisation, Description description) {
        if (description.poiId() != null && !organisations.find(description.poiId()).map(Organisation::isPoi).orElse(false)) {
            throw violation("poiId", "organisation.poi.unknown");
        }
        if (organisation.id().equals(description.poiId()) && !description.alsoPoi()) {
            throw violation("poiId", "organisation.poi.unknown");
        }
        organisation.describe(description.name(), description.alsoPoi(), description.province(), description.poiProvincesOrNone(), description.poiId());
    }

    private void describe(Branch branch, BranchDescription description) {
        if (places.find(description.placeId()).isEmpty()) {
            throw violation("placeId", "place.unknown");
        }
        branch.describe(description.name(), description.placeId(), description.address());
    }

    private void tell(String action, String entity, UUID id, UUID organisationId, Map<String, ?> detail) {
        audit.record(actor.get(), action, entity, id, organisationId, detail);
    }

    private static RuleViolation violation(String field, String key) {
        return new RuleViolation(List.of(Violation.of(field, key)));
    }
}
