package nl.vliegwiel.platform.actor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/** Who asks in this request; read from our tables once per request, never kept longer. */
@RequestScoped
public class CurrentActor implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Request attribute with the {@link SignedIn} that sign-on found. */
    public static final String ATTRIBUTE = "nl.vliegwiel.signedIn";

    @Inject
    private transient HttpServletRequest request;

    @Inject
    private transient ActorDirectory directory;

    private transient Optional<Actor> actor;

    /**
     * @return the actor of this request
     * @throws NotSignedIn when nobody is signed in
     */
    public Actor get() {
        return find().orElseThrow(NotSignedIn::new);
    }

    public Optional<Actor> find() {
        if (actor == null) {
            actor = request.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn
                ? directory.actor(signedIn.personId(), signedIn.actingFor())
                : Optional.empty();
        }
        return actor;
    }
}
