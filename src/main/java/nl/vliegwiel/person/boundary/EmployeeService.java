package nl.vliegwiel.person.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.organisation.Place;
import nl.vliegwiel.organisation.Places;
import nl.vliegwiel.person.EmployeeInvited;
import nl.vliegwiel.person.EmploymentChanged;
import nl.vliegwiel.person.RoleChanged;
import nl.vliegwiel.person.domain.Employment;
import nl.vliegwiel.person.domain.Person;
import nl.vliegwiel.person.domain.RoleGrant;
import nl.vliegwiel.person.persistence.EmployeeQueries;
import nl.vliegwiel.person.persistence.EmployeeQueries.EmployeeRow;
import nl.vliegwiel.person.persistence.ImportQueries;
import nl.vliegwiel.person.persistence.ImportQueries.EmploymentRow;
import nl.vliegwiel.person.persistence.PersonRepository;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** The employees of an organisation, for its managers. */
@UseCase
public class EmployeeService {
    private static final int MOST_INVITED = 1000;
    private static final int MOST_PLACES = 10;

    @Inject
    private PersonRepository people;

    @Inject
    private EmployeeQueries queries;

    @Inject
    private ImportQueries imports;

    @Inject
    private Places places;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<EmployeeInvited> invited;

    @Inject
    private Event<EmploymentChanged> employmentChanged;

    @Inject
    private Event<RoleChanged> roleChanged;

    /** Which employments to show. */
    public enum State {
        /** Those that go on or are to begin. */
        CURRENT,
        /** To begin. */
        FUTURE,
        /** Going on, of people who never signed on. */
        NOT_SIGNED_ON,
        /** Over. */
        FORMER
    }

    /** One page in the order of family names, with the number of all. */
    public record Page(List<EmployeeView> rows, int total) {
    }

    /** @return up to {@code limit} employments in the order of their ids, after the one given */
    public List<EmployeeView> after(UUID organisationId, String q, State state, UUID after, int limit) {
        PersonPolicy.requireManage(actor.get(), organisationId);
        return queries.after(organisationId, q, state.name(), today(), after, limit).stream().map(EmployeeService::view).toList();
    }

    public Page page(UUID organisationId, String q, State state, int offset, int limit) {
        PersonPolicy.requireManage(actor.get(), organisationId);
        return new Page(queries.page(organisationId, q, state.name(), today(), offset, limit).stream().map(EmployeeService::view).toList(),
            queries.count(organisationId, q, state.name(), today()));
    }

    /** @throws NotFound when the organisation has no such employment */
    public EmployeeView employee(UUID organisationId, UUID employmentId) {
        PersonPolicy.requireManage(actor.get(), organisationId);
        return queries.employee(organisationId, employmentId).map(EmployeeService::view).orElseThrow(() -> new NotFound("employment.notFound"));
    }

    /**
     * Asks people by mail to sign on; who signed on already is passed over.
     *
     * @param personIds employed there; the first thousand count
     * @return how many were invited
     */
    public int invite(UUID organisationId, Set<UUID> personIds) {
        PersonPolicy.requireManage(actor.get(), organisationId);
        int count = 0;
        for (UUID personId : personIds.stream().sorted().limit(MOST_INVITED).toList()) {
            if (!queries.isEmployed(personId, organisationId, today())) {
                throw new NotFound("person.notFound");
            }
            Person person = people.get(personId);
            if (person.linkedAt() == null) {
                person.invite(clock.instant());
                count++;
                audit.record(actor.get(), "invited", "person", personId, organisationId, Map.of());
                invited.fire(new EmployeeInvited(personId, organisationId, actor.get().personId(), clock.instant()));
            }
        }
        return count;
    }

    /**
     * Somebody begins at the organisation, by the rules of the import.
     *
     * @return the id of her employment
     * @throws RuleViolation a fault per field; {@code employee.add.there} when she works there already in that time
     */
    public UUID add(UUID organisationId, EmployeeForm form, boolean inviteNow) {
        PersonPolicy.requireManage(actor.get(), organisationId);
        EmployeeForm.Read read = form.read(placesOf(organisationId));
        RuleViolation.throwIfAny(read.faults());
        ImportRow row = read.row();
        List<EmploymentRow> here = imports.employments(organisationId, List.of(row.email()));
        if (here.stream().anyMatch(one -> one.overlaps(row.startsOn(), row.endsOn()))) {
            throw new RuleViolation(List.of(Violation.of("email", "employee.add.there")));
        }
        ImportPlan plan = new ImportPlan(Ids::next, imports.people(organisationId, List.of(row.email())), here);
        plan.add(List.of(row), false);
        imports.addPeople(plan.newPeople(), clock.instant());
        imports.rename(plan.renamed());
        Employment added = Employment.begin(Ids.next(), plan.newEmployments().get(0).personId(), organisationId, read.terms());
        people.add(added);
        audit.record(actor.get(), "added", "employment", added.id(), organisationId, Map.of("newPerson", !plan.newPeople().isEmpty()));
        employmentChanged.fire(new EmploymentChanged(added.personId(), organisationId, actor.get().personId()));
        if (inviteNow) {
            invite(organisationId, Set.of(added.personId()));
        }
        return added.id();
    }

    /**
     * What was agreed changes; address and name are not touched. Roles at the organisation end with an employment that
     * gets a last day.
     *
     * @throws RuleViolation a fault per field; {@code import.period.overlap} when another employment there has the same days
     */
    public void change(UUID organisationId, UUID employmentId, int seenVersion, EmployeeForm form) {
        PersonPolicy.requireManage(actor.get(), organisationId);
        Employment employment = people.employment(organisationId, employmentId, seenVersion);
        EmployeeForm.Read read = form.readTerms(placesOf(organisationId));
        RuleViolation.throwIfAny(read.faults());
        String email = people.get(employment.personId()).email();
        Employment.Terms terms = read.terms();
        if (imports.employments(organisationId, List.of(email)).stream()
            .anyMatch(one -> !one.id().equals(employmentId) && one.overlaps(terms.firstDay(), terms.lastDay()))) {
            throw new RuleViolation(List.of(Violation.of("startDate", "import.period.overlap")));
        }
        boolean ends = terms.lastDay() != null && !terms.lastDay().equals(employment.endsOn());
        List<String> changed = employment.change(terms);
        if (changed.isEmpty()) {
            return;
        }
        if (ends) {
            endRoles(organisationId, employment.personId(), terms.lastDay());
        }
        people.flush();
        audit.record(actor.get(), "changed", "employment", employmentId, organisationId, Map.of("fields", changed));
        employmentChanged.fire(new EmploymentChanged(employment.personId(), organisationId, actor.get().personId()));
    }

    /** A name of a place may be one of several; the province of the organisation decides where it can. */
    private ImportRow.PlaceFinder placesOf(UUID organisationId) {
        String province = queries.province(organisationId).orElse(null);
        return text -> places.named(text, province);
    }

    /** For a page that begins empty. */
    public void requireManage(UUID organisationId) {
        PersonPolicy.requireManage(actor.get(), organisationId);
    }

    /** Suggestions while a place is typed. */
    @OpenToAllStaff
    public List<Place> placesBeginningWith(String typed) {
        return places.beginningWith(typed, MOST_PLACES);
    }

    /**
     * The employment has a last day. Roles at the organisation end with it, also those of who stands in for her.
     *
     * @param lastDay may lie in the past, never before the first day
     */
    public void end(UUID organisationId, UUID employmentId, int seenVersion, LocalDate lastDay) {
        PersonPolicy.requireManage(actor.get(), organisationId);
        Employment employment = people.employment(organisationId, employmentId, seenVersion);
        employment.endOn(lastDay);
        endRoles(organisationId, employment.personId(), lastDay);
        people.flush();
        audit.record(actor.get(), "ended", "employment", employmentId, organisationId, Map.of("lastDay", lastDay.toString()));
        employmentChanged.fire(new EmploymentChanged(employment.personId(), organisationId, actor.get().personId()));
    }

    private void endRoles(UUID organisationId, UUID personId, LocalDate lastDay) {
        people.grants(personId, organisationId).forEach(grant -> endWith(grant, lastDay));
        people.deputies(personId, organisationId).forEach(grant -> endWith(grant, lastDay));
    }

    private void endWith(RoleGrant grant, LocalDate lastDay) {
        if (grant.endsOn() != null && !grant.endsOn().isAfter(lastDay)) {
            return;
        }
        if (grant.endBefore(lastDay.plusDays(1))) {
            people.remove(grant);
        }
        audit.record(actor.get(), "roleEnded", "person", grant.personId(), grant.organisationId(), Map.of("role", grant.role(), "lastDay", lastDay.toString()));
        roleChanged.fire(new RoleChanged(grant.personId(), grant.organisationId(), Role.valueOf(grant.role()), false, actor.get().personId(), clock.instant()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static EmployeeView view(EmployeeRow row) {
        return new EmployeeView(row.id(), row.version(), row.personId(), row.email(), row.givenName(), row.familyName(), row.function(),
            row.minutesPerWeek(), row.place(), row.province(), row.employeeNumber(), row.startsOn(), row.endsOn(), row.invitedAt(), row.linkedAt());
    }
}
