package nl.vliegwiel.person.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.vliegwiel.platform.persistence.VersionedEntity;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;

/**
 * Somebody who works, or worked, for an organisation of the network.
 *
 * Entered by a manager, invited, linked to an account at the first sign-on. Afterwards her name and language are hers;
 * a manager corrects the name only while nobody else employs her.
 */
@Entity
@Table(name = "person")
public class Person extends VersionedEntity {
    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_EMAIL = 254;
    private static final Set<String> LANGUAGES = Set.of("nl", "en");

    @Column(name = "email")
    private String email;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "language")
    private String language = "nl";

    @Column(name = "subject")
    private String subject;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "linked_at")
    private Instant linkedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Person() {
    }

    /**
     * She says how she is called and in which language she reads.
     *
     * @throws RuleViolation per field
     */
    public void introduce(String newGivenName, String newFamilyName, String newLanguage) {
        List<Violation> violations = new ArrayList<>();
        PersonName.check("givenName", newGivenName).ifPresent(violations::add);
        PersonName.check("familyName", newFamilyName).ifPresent(violations::add);
        if (!LANGUAGES.contains(newLanguage == null ? "" : newLanguage)) {
            violations.add(Violation.of("language", "person.language.unknown"));
        }
        RuleViolation.throwIfAny(violations);
        givenName = newGivenName.strip();
        familyName = newFamilyName.strip();
        language = newLanguage;
    }

    /** She is asked to sign on; again is allowed as long as she did not. */
    public void invite(Instant at) {
        if (linkedAt != null) {
            throw new RuleViolation("person.invite.linked");
        }
        invitedAt = at;
    }

    public String email() {
        return email;
    }

    public String givenName() {
        return givenName;
    }

    public String familyName() {
        return familyName;
    }

    public String language() {
        return language;
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public Instant linkedAt() {
        return linkedAt;
    }

}
