package nl.vliegwiel.person;

import java.util.UUID;

/** An employment of a person began, changed or ended. */
public record EmploymentChanged(UUID personId) {
}
