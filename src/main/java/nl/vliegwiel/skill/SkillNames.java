package nl.vliegwiel.skill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.skill.persistence.CatalogueFiguresQueries;

/** What the skills of the catalogue are called. */
@ApplicationScoped
public class SkillNames {
    @Inject
    private CatalogueFiguresQueries queries;

    /** @return names by the alphabet; those that are not there are left out */
    public List<String> of(Collection<UUID> publicIds, Locale language) {
        return queries.names(publicIds, "en".equals(language.getLanguage()));
    }
}
