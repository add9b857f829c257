package nl.vliegwiel.platform.actor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who asks in this request. Sign-on reads the rights from our tables at every request and leaves them here. */
@RequestScoped
public class CurrentActor {
    /** Request attribute with the {@link Actor} that sign-on found. */
    public static final String ATTRIBUTE = "nl.vliegwiel.actor";

    @Inject
    private HttpServletRequest request;

    private Actor stoodFor;

    /**
     * @return the actor of this request
     * @throws NotSignedIn when nobody is signed in
     */
    public Actor get() {
        return find().orElseThrow(NotSignedIn::new);
    }

    public Optional<Actor> find() {
        return stoodFor != null ? Optional.of(stoodFor) : Optional.ofNullable((Actor) request.getAttribute(ATTRIBUTE));
    }

    /** For what comes by no request of a browser or script ({@link ActingAs}). @param actor null for nobody any more */
    public void become(Actor actor) {
        stoodFor = actor;
    }
}
