package nl.vliegwiel.person.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import nl.vliegwiel.organisation.OrganisationsMerged;
import nl.vliegwiel.person.EmploymentChanged;
import nl.vliegwiel.person.persistence.PersonRepository;
import nl.vliegwiel.platform.time.Zones;

/** R19: people go along when their organisation goes up in another; their former employment stays where it was. */
@ApplicationScoped
public class MergedOrganisations {
    @Inject
    private PersonRepository people;

    @Inject
    private Event<EmploymentChanged> changed;

    void merged(@Observes OrganisationsMerged event) {
        people.move(event.from(), event.into(), LocalDate.ofInstant(event.at(), Zones.AMSTERDAM))
            .forEach(person -> changed.fire(new EmploymentChanged(person, event.into(), event.byPersonId())));
    }
}
