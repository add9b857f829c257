package nl.vliegwiel.person.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody an organisation employs, for its managers.
 *
 * @param id of the employment
 * @param version of the employment
 * @param place where the work is usually done; null when not said
 * @param province of the place
 * @param employeeNumber what the payroll calls the employment; null for none
 * @param endsOn last day; null for an open end
 * @param invitedAt when she was last invited to sign on; null for never
 * @param signedOnAt when she first signed on; null for not yet
 */
public record EmployeeView(UUID id, int version, UUID personId, String email, String givenName, String familyName, String function,
        int minutesPerWeek, String place, String province, String employeeNumber, LocalDate startsOn, LocalDate endsOn, Instant invitedAt, Instant signedOnAt) {
    public String name() {
        return givenName + " " + familyName;
    }
}
