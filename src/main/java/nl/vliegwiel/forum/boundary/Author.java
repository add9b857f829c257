package nl.vliegwiel.forum.boundary;

import java.util.UUID;

/** Who wrote something. @param organisation where she works; null for nowhere any more */
public record Author(UUID id, String name, String organisation) {
}
