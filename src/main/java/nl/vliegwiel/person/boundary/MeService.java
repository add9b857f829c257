package nl.vliegwiel.person.boundary;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.person.domain.Person;
import nl.vliegwiel.person.persistence.EmployeeQueries;
import nl.vliegwiel.person.persistence.EmployeeQueries.EmploymentOf;
import nl.vliegwiel.person.persistence.PersonRepository;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Grant;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.privacy.PersonalData;

/** What everybody sees and keeps of herself. */
@UseCase
public class MeService {
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
    @Any
    private Instance<PersonalData> keepers;

    /**
     * The person who asks.
     *
     * @param employments of today and later
     * @param roles of this moment, EMPLOYEE among them
     */
    public record Myself(UUID personId, int version, String email, String givenName, String familyName, String language,
            List<MyEmployment> employments, List<Grant> roles) {
        public String name() {
            return givenName + " " + familyName;
        }
    }

    /** An employment with the name of the organisation; endsOn is null for an open end. */
    public record MyEmployment(UUID id, UUID organisationId, String organisation, String function, int minutesPerWeek, String place,
            String employeeNumber, LocalDate startsOn, LocalDate endsOn) {
    }

    @OpenToAllStaff
    public Myself me() {
        Actor who = actor.get();
        Person person = people.get(who.personId());
        LocalDate today = LocalDate.now(clock);
        List<MyEmployment> employments = queries.employmentsOf(who.personId()).stream()
            .filter(row -> row.endsOn() == null || !row.endsOn().isBefore(today)).map(MeService::view).toList();
        List<Grant> roles = who.grants().stream().sorted(Comparator.comparing(Grant::role).thenComparing(Grant::organisationId)).toList();
        return new Myself(person.id(), person.version(), person.email(), person.givenName(), person.familyName(), person.language(), employments, roles);
    }

    /**
     * @param seenVersion of the person
     * @param language nl or en
     */
    @OpenToAllStaff
    public Myself introduce(int seenVersion, String givenName, String familyName, String language) {
        Person person = people.get(actor.get().personId(), seenVersion);
        person.introduce(givenName, familyName, language);
        people.flush();
        audit.record(actor.get(), "changed", "person", person.id(), null, Map.of());
        return me();
    }

    /**
     * R18: everything that is kept about the one who asks, by part.
     *
     * @return plain data, the parts in the order of their names after the moment of asking
     */
    @OpenToAllStaff
    public Map<String, Object> export() {
        UUID personId = actor.get().personId();
        Map<String, Object> export = new LinkedHashMap<>();
        export.put("exportedAt", clock.instant());
        keepers.stream().sorted(Comparator.comparing(PersonalData::section)).forEach(keeper -> export.put(keeper.section(), keeper.of(personId)));
        audit.record(actor.get(), "exported", "person", personId, null, Map.of());
        return export;
    }

    static MyEmployment view(EmploymentOf row) {
        return new MyEmployment(row.id(), row.organisationId(), row.organisation(), row.function(), row.minutesPerWeek(), row.place(),
            row.employeeNumber(), row.startsOn(), row.endsOn());
    }

    /** What this feature keeps about a person. */
    record Exported(String email, String givenName, String familyName, String language, Instant invitedAt, Instant signedOnAt,
            List<MyEmployment> employments, List<EmployeeQueries.RoleOf> roles, List<EmployeeQueries.AuditRow> audit,
            List<EmployeeQueries.MailRow> mails, List<EmployeeQueries.SignInRow> signIns) {
    }
}
