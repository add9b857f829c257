package nl.vliegwiel.platform.actor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.UUID;

/** Lets somebody act who did not come by a page or the API, such as by mail, with the rights that she has now. */
@ApplicationScoped
public class ActingAs {
    @Inject
    private ActorDirectory directory;

    @Inject
    private CurrentActor current;

    /** @throws NotSignedIn when she belongs to no organisation any more */
    @ActivateRequestContext
    public void as(UUID personId, Runnable deed) {
        current.become(directory.actor(personId, null).orElseThrow(NotSignedIn::new));
        try {
            deed.run();
        } finally {
            current.become(null);
        }
    }
}
