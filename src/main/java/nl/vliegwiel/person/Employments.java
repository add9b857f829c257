package nl.vliegwiel.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.person.persistence.EmployeeQueries;

/** What a library agreed with somebody. It asks nobody's rights: who calls tells it to the person herself. */
@ApplicationScoped
public class Employments {
    @Inject
    private EmployeeQueries queries;

    /** @param endsOn last day; null for an open end */
    public record InBrief(String function, int minutesPerWeek, LocalDate startsOn, LocalDate endsOn) {
    }

    /** Her employments at an organisation, the latest first. */
    public List<InBrief> of(UUID personId, UUID organisationId) {
        return queries.employmentsOf(personId).stream().filter(one -> one.organisationId().equals(organisationId))
            .map(one -> new InBrief(one.function(), one.minutesPerWeek(), one.startsOn(), one.endsOn())).toList();
    }
}
