package nl.vliegwiel.skill.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.skill.SkillDomain;
import nl.vliegwiel.skill.SkillKind;

/**
 * An entry of the catalogue, in Dutch and English. Administrators keep it. It is retired, never removed: people keep
 * what they said, and nobody can choose it any more.
 */
@Entity
@Table(name = "skill")
public class Skill {
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Integer id;

    @Column(name = "public_id")
    private UUID publicId;

    @Version
    @Column(name = "version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private SkillKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "domain")
    private SkillDomain domain;

    @Column(name = "name_nl")
    private String nameNl;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "description_nl")
    private String descriptionNl;

    @Column(name = "description_en")
    private String descriptionEn;

    @Column(name = "retired")
    private boolean retired;

    protected Skill() {
    }

    public Skill(UUID publicId, SkillKind kind) {
        this.publicId = publicId;
        this.kind = kind;
    }

    /**
     * @param newDomain part of the work
     * @param newNameNl Dutch name, 2 to 80 characters
     * @param newNameEn English name, 2 to 80 characters
     * @throws RuleViolation per field
     */
    public void describe(SkillDomain newDomain, String newNameNl, String newNameEn, String newDescriptionNl, String newDescriptionEn) {
        List<Violation> violations = new ArrayList<>();
        if (newDomain == null) {
            violations.add(Violation.of("domain", "skill.domain.missing"));
        }
        checkName("nameNl", newNameNl, violations);
        checkName("nameEn", newNameEn, violations);
        checkDescription("descriptionNl", newDescriptionNl, violations);
        checkDescription("descriptionEn", newDescriptionEn, violations);
        RuleViolation.throwIfAny(violations);
        domain = newDomain;
        nameNl = newNameNl.strip();
        nameEn = newNameEn.strip();
        descriptionNl = newDescriptionNl == null ? "" : newDescriptionNl.strip();
        descriptionEn = newDescriptionEn == null ? "" : newDescriptionEn.strip();
    }

    private static void checkName(String field, String name, List<Violation> violations) {
        int length = name == null ? 0 : name.strip().length();
        if (length < SHORTEST_NAME || length > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            violations.add(Violation.of(field, "skill.name.length"));
        }
    }

    private static void checkDescription(String field, String description, List<Violation> violations) {
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            violations.add(Violation.of(field, "skill.description.length"));
        }
    }

    public void retire() {
        retired = true;
    }

    public void bringBack() {
        retired = false;
    }

    public Integer id() {
        return id;
    }

    public UUID publicId() {
        return publicId;
    }

    public int version() {
        return version;
    }

    public SkillKind kind() {
        return kind;
    }

    public boolean isRetired() {
        return retired;
    }
}
