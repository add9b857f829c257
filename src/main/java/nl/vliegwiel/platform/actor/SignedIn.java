package nl.vliegwiel.platform.actor;

import java.util.UUID;

/** What sign-on knows of the caller of a request. */
public record SignedIn(UUID personId, UUID actingFor) {
}
