package nl.vliegwiel.person.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.organisation.OrganisationKind;
import nl.vliegwiel.person.RoleChanged;
import nl.vliegwiel.person.domain.RoleGrant;
import nl.vliegwiel.person.persistence.EmployeeQueries;
import nl.vliegwiel.person.persistence.EmployeeQueries.OrganisationRow;
import nl.vliegwiel.person.persistence.EmployeeQueries.PersonRow;
import nl.vliegwiel.person.persistence.PersonRepository;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** Who may what at an organisation. */
@UseCase
public class RoleService {
    @Inject
    private PersonRepository people;

    @Inject
    private EmployeeQueries queries;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<RoleChanged> changed;

    /**
     * A role that holds now or later.
     *
     * @param deputyFor name of the one she stands in for; null for a role of her own
     * @param mayEnd whether the one who asks may end it
     */
    public record RoleView(UUID id, int version, UUID personId, String name, String email, Role role, String deputyFor, LocalDate startsOn,
            LocalDate endsOn, String grantedBy, boolean mayEnd) {
    }

    /** The roles at one organisation, and those that the one who asks may grant there. */
    public record Roles(UUID organisationId, String organisationName, List<RoleView> items, List<Role> grantable, boolean mayDeputise) {
    }

    /**
     * A role to grant.
     *
     * @param email of somebody who is known
     * @param startsOn null for today
     * @param endsOn last day; null for an open end, which who stands in cannot have
     * @param deputy true when she stands in for the one who grants
     */
    public record Grant(String email, Role role, LocalDate startsOn, LocalDate endsOn, boolean deputy) {
    }

    public Roles roles(UUID organisationId) {
        Actor who = actor.get();
        PersonPolicy.requireSeeRoles(who, organisationId);
        OrganisationRow organisation = organisation(organisationId);
        List<RoleView> items = queries.roles(organisationId, today()).stream().map(row -> new RoleView(row.id(), row.version(), row.personId(), row.name(),
            row.email(), Role.valueOf(row.role()), row.deputyFor(), row.startsOn(), row.endsOn(), row.grantedBy(),
            PersonPolicy.mayGrant(who, Role.valueOf(row.role()), organisationId))).toList();
        List<Role> grantable = Arrays.stream(Role.values())
            .filter(role -> PersonPolicy.fits(role, kind(organisation), organisation.alsoPoi()) && PersonPolicy.mayGrant(who, role, organisationId)).toList();
        return new Roles(organisationId, organisation.name(), items, grantable, PersonPolicy.mayManage(who, organisationId));
    }

    /** @return the id of the new grant */
    public UUID grant(UUID organisationId, Grant grant) {
        Actor who = actor.get();
        if (grant.role() == null) {
            throw violation("role", "role.missing");
        }
        PersonPolicy.requireGrant(who, grant.role(), organisationId);
        OrganisationRow organisation = organisation(organisationId);
        if (!PersonPolicy.fits(grant.role(), kind(organisation), organisation.alsoPoi())) {
            throw violation("role", "role.notHere");
        }
        if (grant.deputy() && !who.has(grant.role(), organisationId)) {
            throw violation("role", "role.deputy.notOwn");
        }
        LocalDate from = grant.startsOn() == null ? today() : grant.startsOn();
        if (from.isBefore(today())) {
            throw violation("startsOn", "role.start.inPast");
        }
        PersonRow person = queries.personWithEmail(grant.email() == null ? "" : grant.email().strip())
            .filter(known -> !PersonPolicy.mustBeEmployed(grant.role()) || queries.isEmployed(known.id(), organisationId, today()))
            .orElseThrow(() -> violation("email", PersonPolicy.mustBeEmployed(grant.role()) ? "role.person.notEmployed" : "role.person.unknown"));
        RoleGrant added = new RoleGrant(Ids.next(), person.id(), grant.role().name(), organisationId, grant.deputy() ? who.personId() : null,
            from, grant.endsOn(), who.personId(), clock.instant());
        people.add(added);
        audit.record(who, "roleGranted", "person", person.id(), organisationId,
            Map.of("role", grant.role().name(), "grant", added.id().toString(), "deputy", grant.deputy()));
        changed.fire(new RoleChanged(person.id(), organisationId, grant.role(), true, who.personId(), clock.instant()));
        return added.id();
    }

    /** Takes the role away at once. An organisation keeps one manager, unless an administrator ends it. */
    public void end(UUID organisationId, UUID grantId, int seenVersion) {
        Actor who = actor.get();
        PersonPolicy.requireSeeRoles(who, organisationId);
        RoleGrant grant = people.grant(organisationId, grantId, seenVersion);
        Role role = Role.valueOf(grant.role());
        PersonPolicy.requireGrant(who, role, organisationId);
        if (grant.isOver(today())) {
            throw new Conflict("role.over");
        }
        boolean counts = role == Role.HR_MANAGER && grant.deputyFor() == null && !grant.startsOn().isAfter(today());
        if (counts && !who.isAdmin() && queries.managers(organisationId, today()) <= 1) {
            throw new RuleViolation("role.lastManager");
        }
        if (role == Role.ADMIN && who.is(grant.personId())) {
            throw new RuleViolation("role.ownAdmin");
        }
        if (grant.endBefore(today())) {
            people.remove(grant);
        }
        people.flush();
        audit.record(who, "roleEnded", "person", grant.personId(), organisationId, Map.of("role", role.name(), "grant", grantId.toString()));
        changed.fire(new RoleChanged(grant.personId(), organisationId, role, false, who.personId(), clock.instant()));
    }

    private OrganisationRow organisation(UUID id) {
        return queries.organisation(id).orElseThrow(() -> new NotFound("organisation.notFound"));
    }

    private static OrganisationKind kind(OrganisationRow organisation) {
        return OrganisationKind.valueOf(organisation.kind());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static RuleViolation violation(String field, String key) {
        return new RuleViolation(List.of(Violation.of(field, key)));
    }
}
