package nl.vliegwiel.person.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.VersionedEntity;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/** A power of a person at an organisation, from a day on, perhaps until a day, perhaps as deputy of another. It ends, and is never removed (R15). */
@Entity
@Table(name = "role_grant")
public class RoleGrant extends VersionedEntity {
    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "role")
    private String role;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "deputy_for")
    private UUID deputyFor;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "granted_by")
    private UUID grantedBy;

    @Column(name = "granted_at")
    private Instant grantedAt;

    protected RoleGrant() {
    }

    /**
     * @param deputyFor the one she stands in for; null for a role of her own. Standing in always has an end
     * @throws RuleViolation per field
     */
    public RoleGrant(UUID id, UUID personId, String role, UUID organisationId, UUID deputyFor, LocalDate startsOn, LocalDate endsOn,
            UUID grantedBy, Instant grantedAt) {
        super(id);
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            throw violation("endsOn", "role.end.beforeStart");
        }
        if (deputyFor != null && endsOn == null) {
            throw violation("endsOn", "role.deputy.endMissing");
        }
        if (personId.equals(deputyFor)) {
            throw violation("personId", "role.deputy.self");
        }
        this.personId = personId;
        this.role = role;
        this.organisationId = organisationId;
        this.deputyFor = deputyFor;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.grantedBy = grantedBy;
        this.grantedAt = grantedAt;
    }

    /**
     * Takes the role away at once: yesterday was the last day, or it never began.
     *
     * @param today the first day without it
     * @return true when nothing of it is left, because it began today or later
     */
    public boolean endBefore(LocalDate today) {
        if (!startsOn.isBefore(today)) {
            return true;
        }
        endsOn = today.minusDays(1);
        return false;
    }

    public boolean isOver(LocalDate today) {
        return endsOn != null && endsOn.isBefore(today);
    }

    private static RuleViolation violation(String field, String key) {
        return new RuleViolation(List.of(Violation.of(field, key)));
    }

    public UUID personId() {
        return personId;
    }

    public String role() {
        return role;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID deputyFor() {
        return deputyFor;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public UUID grantedBy() {
        return grantedBy;
    }

    public Instant grantedAt() {
        return grantedAt;
    }
}
