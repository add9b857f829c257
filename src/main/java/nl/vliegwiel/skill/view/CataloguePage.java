package nl.vliegwiel.skill.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.skill.SkillDomain;
import nl.vliegwiel.skill.SkillKind;
import nl.vliegwiel.skill.boundary.CatalogueService;
import nl.vliegwiel.skill.boundary.CatalogueService.Filter;
import nl.vliegwiel.skill.boundary.SkillView;
import org.omnifaces.cdi.Param;

/** The catalogue as a list; administrators go on from here to change it. */
@Named
@RequestScoped
public class CataloguePage {
    @Inject
    private CatalogueService catalogue;

    @Inject
    private Languages languages;

    @Inject
    @Param
    private String q;

    @Inject
    @Param
    private String kind;

    @Inject
    @Param
    private String domain;

    private List<SkillView> rows;

    public List<SkillView> getRows() {
        if (rows == null) {
            rows = catalogue.all(new Filter(named(getKinds(), kind), named(getDomains(), domain), q, isMayKeep()));
        }
        return rows;
    }

    private static <E extends Enum<E>> E named(List<E> values, String name) {
        return values.stream().filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }

    public String name(SkillView skill) {
        return skill.name(languages.getLocale());
    }

    public String description(SkillView skill) {
        return skill.description(languages.getLocale());
    }

    public boolean isMayKeep() {
        return catalogue.mayKeep();
    }

    public List<SkillKind> getKinds() {
        return Arrays.asList(SkillKind.values());
    }

    public List<SkillDomain> getDomains() {
        return Arrays.asList(SkillDomain.values());
    }

    public String getQ() {
        return q;
    }

    public String getKind() {
        return kind;
    }

    public String getDomain() {
        return domain;
    }
}
