package nl.vliegwiel.person.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.vliegwiel.person.persistence.ActorQueries;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.text.LanguageChosen;

/** Who chooses the language of the pages gets her mails in it too. */
@ApplicationScoped
public class ChosenLanguage {
    @Inject
    private ActorQueries queries;

    @Inject
    private CurrentActor actor;

    void chosen(@Observes LanguageChosen event) {
        actor.find().ifPresent(who -> queries.speak(who.personId(), event.language().getLanguage()));
    }
}
