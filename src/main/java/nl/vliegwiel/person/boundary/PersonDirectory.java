package nl.vliegwiel.person.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.person.persistence.ActorQueries;
import nl.vliegwiel.person.persistence.ActorQueries.Right;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.actor.Grant;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.text.Texts;

/** Answers sign-on's questions about people; outside any use case, since it runs before there is an actor. */
@ApplicationScoped
public class PersonDirectory implements ActorDirectory {
    @Inject
    private ActorQueries queries;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Override
    public Optional<Actor> actor(UUID personId, UUID actingFor) {
        List<Right> rights = queries.rights(personId, LocalDate.now(clock));
        Set<Grant> grants = new HashSet<>();
        Set<UUID> region = new HashSet<>();
        Set<UUID> takenOver = new HashSet<>();
        String name = null;
        String language = null;
        for (Right right : rights) {
            if (right.regionLibrary() != null) {
                region.add(right.regionLibrary());
            } else if (right.takenOver() != null) {
                takenOver.add(right.takenOver());
            } else {
                grants.add(new Grant(Role.valueOf(right.role()), right.organisationId()));
                name = right.name();
                language = right.language();
            }
        }
        if (grants.isEmpty()) {
            return Optional.empty();
        }
        UUID chosen = grants.stream().map(Grant::organisationId).anyMatch(id -> id.equals(actingFor)) ? actingFor : only(grants);
        return Optional.of(new Actor(personId, name, "en".equals(language) ? Texts.ENGLISH : Texts.DUTCH, grants, region, chosen, takenOver));
    }

    /** With one organisation there is nothing to choose; with several the person chooses herself. */
    private static UUID only(Set<Grant> grants) {
        List<UUID> organisations = grants.stream().map(Grant::organisationId).distinct().sorted(Comparator.naturalOrder()).toList();
        return organisations.size() == 1 ? organisations.get(0) : null;
    }

    @Override
    public Optional<UUID> personOf(String subject) {
        return queries.bySubject(subject);
    }

    @Override
    public Optional<UUID> link(String subject, String email) {
        Optional<UUID> linked = queries.link(subject, email);
        linked.ifPresent(person -> audit.record(null, "accountLinked", "person", person, null, Map.of()));
        // Two first calls at the same moment: who comes second finds the account linked by the first
        return linked.or(() -> queries.bySubject(subject));
    }

    @Override
    public Optional<String> organisationName(UUID organisationId) {
        return queries.organisationName(organisationId);
    }
}
