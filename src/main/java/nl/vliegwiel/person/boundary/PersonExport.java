package nl.vliegwiel.person.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.vliegwiel.person.domain.Person;
import nl.vliegwiel.person.persistence.EmployeeQueries;
import nl.vliegwiel.person.persistence.PersonRepository;
import nl.vliegwiel.platform.privacy.PersonalData;

/** Name, address, employments, roles, what was done by or about the person, her mails and sign-ins. */
@ApplicationScoped
public class PersonExport implements PersonalData {
    @Inject
    private PersonRepository people;

    @Inject
    private EmployeeQueries queries;

    @Override
    public String section() {
        return "person";
    }

    @Override
    public Object of(UUID personId) {
        Person person = people.get(personId);
        return new MeService.Exported(person.email(), person.givenName(), person.familyName(), person.language(), person.invitedAt(), person.linkedAt(),
            queries.employmentsOf(personId).stream().map(MeService::view).toList(), queries.rolesOf(personId), queries.auditOf(personId),
            queries.mailsTo(personId), queries.signIns(personId));
    }
}
