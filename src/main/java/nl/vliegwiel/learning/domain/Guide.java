package nl.vliegwiel.learning.domain;

import java.util.UUID;

/** Who guides a cohort. */
public record Guide(UUID id, String name) {
}
