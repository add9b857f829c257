package nl.vliegwiel.organisation.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.VersionedEntity;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** A place of work of an organisation. It is closed, never removed, and moves along when its organisation merges (R19). */
@Entity
@Table(name = "branch")
public class Branch extends VersionedEntity {
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 200;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "name")
    private String name;

    @Column(name = "place_id")
    private int placeId;

    @Column(name = "address")
    private String address;

    @Column(name = "closed_on")
    private LocalDate closedOn;

    protected Branch() {
    }

    public Branch(UUID id, UUID organisationId) {
        super(id);
        this.organisationId = organisationId;
    }

    /** @throws RuleViolation per field */
    public void describe(String newName, int newPlaceId, String newAddress) {
        String trimmed = newName == null ? "" : newName.strip();
        if (trimmed.length() < SHORTEST_NAME || trimmed.length() > LONGEST_NAME || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw violation("name", "branch.name.length");
        }
        if (newAddress != null && newAddress.length() > LONGEST_ADDRESS) {
            throw violation("address", "branch.address.length");
        }
        name = trimmed;
        placeId = newPlaceId;
        address = newAddress == null || newAddress.isBlank() ? null : newAddress.strip();
    }

    /** @param lastDay first day on which nobody works there any more; null opens it again */
    public void closeOn(LocalDate lastDay) {
        closedOn = lastDay;
    }

    /** R19: after a merger the branch is one of the organisation that took over; its name tells where it came from when both have one of that name. */
    public void moveTo(UUID newOrganisationId, String nameThere) {
        organisationId = newOrganisationId;
        name = nameThere;
    }

    private static RuleViolation violation(String field, String key) {
        return new RuleViolation(List.of(Violation.of(field, key)));
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String name() {
        return name;
    }

    public int placeId() {
        return placeId;
    }

    public String address() {
        return address;
    }

    public LocalDate closedOn() {
        return closedOn;
    }
}
