package nl.vliegwiel.platform.actor;

import java.util.Optional;
import java.util.UUID;

/** Knows the people; given by the feature that keeps them, so that the platform need not know it (rule A6). */
public interface ActorDirectory {
    /**
     * @param personId who
     * @param actingFor the organisation chosen at sign-on, or null
     * @return the actor with the rights of now; empty when there is no such person or she belongs to no organisation any more
     */
    Optional<Actor> actor(UUID personId, UUID actingFor);

    /** The person linked to this account of the identity provider. */
    Optional<UUID> personOf(String subject);

    /**
     * Links an account to the invited person with this address, at the first sign-on.
     *
     * @param subject the account
     * @param email verified by the provider, any case
     * @return the person; empty when nobody was invited under that address, or she is linked to another account
     */
    Optional<UUID> link(String subject, String email);

    /** Name of an organisation, for the frame of the page. */
    Optional<String> organisationName(UUID organisationId);
}
