package nl.vliegwiel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.inbox.InboxCounts;

/** Who looks at the page, for the frame around it. */
@Named
@RequestScoped
public class Me {
    @Inject
    private CurrentActor current;

    @Inject
    private ActorDirectory directory;

    @Inject
    private InboxCounts counts;

    private Optional<Actor> actor;
    private Integer inboxCount;
    private String organisationName;

    private Optional<Actor> actor() {
        if (actor == null) {
            actor = current.find();
        }
        return actor;
    }

    public boolean isSignedIn() {
        return actor().isPresent();
    }

    public String getName() {
        return actor().map(Actor::name).orElse("");
    }

    public Locale getLanguage() {
        return actor().map(Actor::language).orElse(null);
    }

    /** Opaque, for what the browser keeps of a half-filled form: another person at the same desk must not get it. */
    public String getPersonKey() {
        return actor().map(who -> Integer.toHexString(who.personId().hashCode())).orElse("");
    }

    public UUID getActingFor() {
        return actor().map(Actor::actingFor).orElse(null);
    }

    /** The organisation acted for; empty while a person of several has not chosen. */
    public String getOrganisationName() {
        if (organisationName == null) {
            organisationName = getActingFor() == null ? "" : directory.organisationName(getActingFor()).orElse("");
        }
        return organisationName;
    }

    /** True where she has the role at the organisation she acts for. */
    public boolean has(String role) {
        return actor().filter(who -> who.actingFor() != null && who.has(Role.valueOf(role), who.actingFor())).isPresent();
    }

    public boolean isAdmin() {
        return actor().filter(Actor::isAdmin).isPresent();
    }

    public boolean isModerator() {
        return actor().filter(who -> who.has(Role.POI_MODERATOR)).isPresent();
    }

    public boolean isInSeveralOrganisations() {
        return actor().filter(who -> who.organisations().size() > 1).isPresent();
    }

    public int getInboxCount() {
        if (inboxCount == null) {
            inboxCount = actor().map(counts::of).orElse(0);
        }
        return inboxCount;
    }
}
