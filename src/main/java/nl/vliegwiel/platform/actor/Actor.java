package nl.vliegwiel.platform.actor;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who asks, with the rights of this very moment.
 *
 * @param personId the person
 * @param name as colleagues know her
 * @param language of her pages and mails
 * @param grants roles per organisation, employments as EMPLOYEE among them
 * @param regionLibraries libraries of the POI regions in which she is POI_MODERATOR
 * @param actingFor the organisation she acts for on the pages; null when she belongs to none
 */
public record Actor(UUID personId, String name, Locale language, Set<Grant> grants, Set<UUID> regionLibraries, UUID actingFor) {
    public Actor {
        grants = Set.copyOf(grants);
        regionLibraries = Set.copyOf(regionLibraries);
    }

    public boolean is(UUID person) {
        return personId.equals(person);
    }

    public boolean has(Role role, UUID organisationId) {
        return grants.contains(new Grant(role, organisationId));
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** ADMIN of the network: the role at any national body. */
    public boolean isAdmin() {
        return has(Role.ADMIN);
    }

    /** True where she moderates the region that the library belongs to. */
    public boolean moderatesRegionOf(UUID libraryId) {
        return regionLibraries.contains(libraryId);
    }

    public Set<UUID> organisationsWhere(Role role) {
        return grants.stream().filter(grant -> grant.role() == role).map(Grant::organisationId).collect(Collectors.toUnmodifiableSet());
    }

    /** Every organisation she belongs to in whatever role. */
    public Set<UUID> organisations() {
        return grants.stream().map(Grant::organisationId).collect(Collectors.toUnmodifiableSet());
    }
}
