package nl.vliegwiel.forum.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.PeopleService;
import nl.vliegwiel.forum.boundary.PeopleService.Contribution;
import nl.vliegwiel.forum.boundary.PeopleService.Person;
import nl.vliegwiel.platform.rule.NotFound;

/** What somebody asked and answered under her name; without an id in the address one's own. */
@Named("forumPersonPage")
@RequestScoped
public class PersonPage {
    @Inject
    private PeopleService people;

    @Inject
    private HttpServletRequest request;

    private Person person;

    /** @throws NotFound for an address with the id of nobody who is shown */
    @PostConstruct
    void load() {
        UUID id = request.getParameter("id") == null ? null : Address.id(request, "id").orElseThrow(() -> new NotFound("person.unknown"));
        person = people.person(id);
    }

    public Person getPerson() {
        return person;
    }

    public List<Contribution> getAsked() {
        return person.written().stream().filter(Contribution::asked).toList();
    }

    public List<Contribution> getAnswered() {
        return person.written().stream().filter(one -> !one.asked()).toList();
    }
}
