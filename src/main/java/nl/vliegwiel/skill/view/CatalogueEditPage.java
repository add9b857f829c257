package nl.vliegwiel.skill.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import nl.vliegwiel.skill.SkillDomain;
import nl.vliegwiel.skill.SkillKind;
import nl.vliegwiel.skill.boundary.CatalogueService;
import nl.vliegwiel.skill.boundary.CatalogueService.Description;
import nl.vliegwiel.skill.boundary.SkillView;
import org.omnifaces.cdi.ViewScoped;

/** One entry of the catalogue, for administrators. */
@Named
@ViewScoped
public class CatalogueEditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CatalogueService catalogue;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    private UUID id;
    private int version;
    private boolean retired;
    private SkillKind kind = SkillKind.SKILL;
    private SkillDomain domain;
    private String nameNl;
    private String nameEn;
    private String descriptionNl;
    private String descriptionEn;

    /** View action. */
    public void load() {
        if (!catalogue.mayKeep()) {
            throw new Forbidden("skill.keep.forbidden");
        }
        if (id != null) {
            SkillView skill = catalogue.skill(id);
            version = skill.version();
            retired = skill.retired();
            kind = skill.kind();
            domain = skill.domain();
            nameNl = skill.nameNl();
            nameEn = skill.nameEn();
            descriptionNl = skill.descriptionNl();
            descriptionEn = skill.descriptionEn();
        }
    }

    public String save() {
        Description description = new Description(kind, domain, nameNl, nameEn, descriptionNl, descriptionEn);
        if (id == null) {
            catalogue.enter(description);
        } else {
            catalogue.change(id, version, description);
        }
        return done("catalogueEdit.message.saved");
    }

    public String retire() {
        catalogue.retire(id, version, !retired);
        return done(retired ? "catalogueEdit.message.back" : "catalogueEdit.message.retired");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key, nameNl));
        return "/skill/catalogue?faces-redirect=true";
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isRetired() {
        return retired;
    }

    public List<SkillKind> getKinds() {
        return Arrays.asList(SkillKind.values());
    }

    public List<SkillDomain> getDomains() {
        return Arrays.asList(SkillDomain.values());
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public SkillKind getKind() {
        return kind;
    }

    public void setKind(SkillKind kind) {
        this.kind = kind;
    }

    public SkillDomain getDomain() {
        return domain;
    }

    public void setDomain(SkillDomain domain) {
        this.domain = domain;
    }

    public String getNameNl() {
        return nameNl;
    }

    public void setNameNl(String nameNl) {
        this.nameNl = nameNl;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getDescriptionNl() {
        return descriptionNl;
    }

    public void setDescriptionNl(String descriptionNl) {
        this.descriptionNl = descriptionNl;
    }

    public String getDescriptionEn() {
        return descriptionEn;
    }

    public void setDescriptionEn(String descriptionEn) {
        this.descriptionEn = descriptionEn;
    }
}
