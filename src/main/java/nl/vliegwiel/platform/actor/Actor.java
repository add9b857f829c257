package nl.vliegwiel.platform.actor;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who asks, with the rights of this very moment.
 *
 * @param personId the person
 * @param name as colleagues know her
 * @param language of her pages and mails
 * @param grants roles per organisation, employments as EMPLOYEE among them
 * @param regionLibraries libraries of the POI regions in which she is POI_MODERATOR
 * @param actingFor the organisation she acts for on the pages; null when she belongs to none
 * @param takenOver organisations that went up in one whose HR manager she is (R19): she reads what was theirs
 */
public record Actor(UUID personId, String name, Locale language, Set<Grant> grants, Set<UUID> regionLibraries, UUID actingFor, Set<UUID> takenOver) {
    public Actor {
        grants = Set.copyOf(grants);
        regionLibraries = Set.copyOf(regionLibraries);
        takenOver = Set.copyOf(takenOver);
    }

    public Actor(UUID personId, String name, Locale language, Set<Grant> grants, Set<UUID> regionLibraries, UUID actingFor) {
        this(personId, name, language, grants, regionLibraries, actingFor, Set.of());
    }

    /** HR manager of it, or of the organisation that it went up in. */
    public boolean readsAsManager(UUID organisationId) {
        return has(Role.HR_MANAGER, organisationId) || takenOver.contains(organisationId);
    }

    /** What {@link #readsAsManager} holds for. */
    public Set<UUID> readAsManager() {
        return Stream.concat(organisationsWhere(Role.HR_MANAGER).stream(), takenOver.stream()).collect(Collectors.toUnmodifiableSet());
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
