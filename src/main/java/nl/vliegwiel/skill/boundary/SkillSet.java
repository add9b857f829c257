package nl.vliegwiel.skill.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.skill.SkillDomain;
import nl.vliegwiel.skill.SkillKind;

/**
 * All that one person says she can.
 *
 * @param version of the set as a whole
 */
public record SkillSet(UUID personId, String personName, int version, List<Item> items) {
    /**
     * @param certificateExpiresOn last day on which a certificate is valid; null for none
     * @param confirmedBy name of the manager; null while not confirmed
     * @param confirmationAskedAt when she asked her library to confirm it; null when she did not
     */
    public record Item(UUID skillId, SkillKind kind, SkillDomain domain, String nameNl, String nameEn, boolean retired, int level,
            LocalDate certificateExpiresOn, String evidence, String confirmedBy, Instant confirmedAt, Instant confirmationAskedAt) {
        public String name(Locale language) {
            return "en".equals(language.getLanguage()) ? nameEn : nameNl;
        }

        public boolean isConfirmed() {
            return confirmedAt != null;
        }

        public boolean isAsked() {
            return confirmationAskedAt != null;
        }

        public boolean isCertificate() {
            return kind == SkillKind.CERTIFICATE;
        }
    }
}
