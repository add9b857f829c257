package nl.vliegwiel.skill.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.VersionedEntity;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/**
 * What a person says she can, on a level from 1 to 4, with what shows it. A manager of her library may confirm it; who
 * then says something else needs a new confirmation. Certificates by validity date only: never a number, copy or result.
 */
@Entity
@Table(name = "person_skill")
public class PersonSkill extends VersionedEntity {
    public static final int LOWEST = 1;
    public static final int HIGHEST = 4;
    private static final int LONGEST_EVIDENCE = 500;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "skill_id")
    private int skillId;

    @Column(name = "level")
    private int level;

    @Column(name = "certificate_expires_on")
    private LocalDate certificateExpiresOn;

    @Column(name = "evidence")
    private String evidence = "";

    @Column(name = "confirmed_by")
    private UUID confirmedBy;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "confirmation_asked_at")
    private Instant confirmationAskedAt;

    protected PersonSkill() {
    }

    public PersonSkill(UUID id, UUID personId, int skillId) {
        super(id);
        this.personId = personId;
        this.skillId = skillId;
    }

    /**
     * @param field how the sender names the entry, as start of the fields in violations
     * @return what is wrong with these values, nothing when all is right
     */
    public static List<Violation> check(String field, Integer level, LocalDate expiresOn, String evidence) {
        List<Violation> violations = new ArrayList<>();
        if (level == null || level < LOWEST || level > HIGHEST) {
            violations.add(Violation.of(field + "level", "skill.level.range"));
        }
        if (expiresOn != null && (expiresOn.getYear() < FIRST_YEAR || expiresOn.getYear() > LAST_YEAR)) {
            violations.add(Violation.of(field + "certificateExpiresOn", "skill.expiry.range"));
        }
        if (evidence != null && evidence.length() > LONGEST_EVIDENCE) {
            violations.add(Violation.of(field + "evidence", "skill.evidence.length"));
        }
        return violations;
    }

    /**
     * She says what she can. A confirmation of something else lapses.
     *
     * @return whether anything changed
     * @throws RuleViolation when a value is out of range
     */
    public boolean say(int newLevel, LocalDate newExpiry, String newEvidence) {
        RuleViolation.throwIfAny(check("", newLevel, newExpiry, newEvidence));
        String text = newEvidence == null ? "" : newEvidence.strip();
        boolean same = level == newLevel && Objects.equals(certificateExpiresOn, newExpiry);
        boolean sameText = evidence.equals(text);
        level = newLevel;
        certificateExpiresOn = newExpiry;
        evidence = text;
        if (!same) {
            confirmedBy = null;
            confirmedAt = null;
            confirmationAskedAt = null;
        }
        return !same || !sameText;
    }

    /** She asks her library to confirm it; asking again changes nothing. */
    public void askConfirmation(Instant at) {
        if (confirmedAt == null && confirmationAskedAt == null) {
            confirmationAskedAt = at;
        }
    }

    public void confirm(UUID by, Instant at) {
        confirmedBy = by;
        confirmedAt = at;
        confirmationAskedAt = null;
    }

    /** The manager does not confirm it; what she said stays hers. */
    public void leaveUnconfirmed() {
        confirmedBy = null;
        confirmedAt = null;
        confirmationAskedAt = null;
    }

    public UUID personId() {
        return personId;
    }

    public int skillId() {
        return skillId;
    }

    public int level() {
        return level;
    }

    public LocalDate certificateExpiresOn() {
        return certificateExpiresOn;
    }

    public String evidence() {
        return evidence;
    }

    public UUID confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public Instant confirmationAskedAt() {
        return confirmationAskedAt;
    }
}
