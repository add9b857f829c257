package nl.vliegwiel.skill.boundary;

import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.skill.SkillDomain;
import nl.vliegwiel.skill.SkillKind;

/** An entry of the catalogue; retired ones can no longer be chosen. */
public record SkillView(UUID id, int version, SkillKind kind, SkillDomain domain, String nameNl, String nameEn,
        String descriptionNl, String descriptionEn, boolean retired) {
    public String name(Locale language) {
        return "en".equals(language.getLanguage()) ? nameEn : nameNl;
    }

    public String description(Locale language) {
        return "en".equals(language.getLanguage()) ? descriptionEn : descriptionNl;
    }
}
