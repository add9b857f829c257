package nl.vliegwiel.skill.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import nl.vliegwiel.skill.SkillKind;
import nl.vliegwiel.skill.boundary.CatalogueService;
import nl.vliegwiel.skill.boundary.CatalogueService.Filter;
import nl.vliegwiel.skill.boundary.MySkillsService;
import nl.vliegwiel.skill.boundary.MySkillsService.Said;
import nl.vliegwiel.skill.boundary.SkillSet;
import nl.vliegwiel.skill.boundary.SkillSet.Item;
import nl.vliegwiel.skill.boundary.SkillView;
import org.omnifaces.cdi.ViewScoped;

/** One of the own skills: added, said otherwise, or taken back. The rest of the set goes along unchanged. */
@Named
@ViewScoped
public class SkillEditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MySkillsService service;

    @Inject
    private transient CatalogueService catalogue;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    private UUID id;
    private SkillSet set;
    private SkillView skill;
    private boolean known;
    private Integer level;
    private LocalDate expiresOn;
    private String evidence;

    /** A group of skills to choose from. */
    public record Group(SkillKind kind, List<SkillView> skills) {
    }

    /** View action. */
    public void load() {
        set = service.mine();
        if (id == null) {
            return;
        }
        skill = catalogue.skill(id);
        set.items().stream().filter(item -> item.skillId().equals(id)).findFirst().ifPresent(item -> {
            known = true;
            level = item.level();
            expiresOn = item.certificateExpiresOn();
            evidence = item.evidence();
        });
        if (!known && skill.retired()) {
            throw new NotFound("skill.notFound");
        }
    }

    public String save() {
        return say(new Said(id, isCertificate() ? null : level, expiresOn, evidence), "skillEdit.message.saved");
    }

    public String remove() {
        return say(null, "skillEdit.message.removed");
    }

    private String say(Said said, String message) {
        List<Said> all = new ArrayList<>();
        for (Item item : set.items()) {
            if (!item.skillId().equals(id)) {
                all.add(new Said(item.skillId(), item.level(), item.certificateExpiresOn(), item.evidence()));
            }
        }
        if (said != null) {
            all.add(said);
        }
        try {
            service.say(set.version(), all);
        } catch (RuleViolation refused) {
            // The fields of the set are [n].level and so on; here each has an input of its own
            for (Violation violation : refused.violations()) {
                notices.error(violation.field().replaceFirst("^\\[\\d+]\\.", ""), Texts.of(languages.getLocale(), violation.key(), violation.arguments().toArray()));
            }
            return null;
        }
        notices.done(Texts.of(languages.getLocale(), message, getName()));
        return "/person/skills?faces-redirect=true";
    }

    /** What can still be added, by kind. */
    public List<Group> getGroups() {
        Set<UUID> had = set.items().stream().map(Item::skillId).collect(Collectors.toSet());
        List<SkillView> open = catalogue.all(new Filter(null, null, null, false)).stream().filter(one -> !had.contains(one.id())).toList();
        List<Group> groups = new ArrayList<>();
        for (SkillKind kind : SkillKind.values()) {
            groups.add(new Group(kind, open.stream().filter(one -> one.kind() == kind).toList()));
        }
        return groups;
    }

    public String name(SkillView one) {
        return one.name(languages.getLocale());
    }

    public String description(SkillView one) {
        return one.description(languages.getLocale());
    }

    public String getName() {
        return skill.name(languages.getLocale());
    }

    public String getDescription() {
        return skill.description(languages.getLocale());
    }

    public boolean isChosen() {
        return skill != null;
    }

    public boolean isCertificate() {
        return skill.kind() == SkillKind.CERTIFICATE;
    }

    public boolean isKnown() {
        return known;
    }

    public List<Integer> getLevels() {
        return List.of(1, 2, 3, 4);
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public Integer getLevel() {
        return level;
    }

    public void setLevel(Integer level) {
        this.level = level;
    }

    public LocalDate getExpiresOn() {
        return expiresOn;
    }

    public void setExpiresOn(LocalDate expiresOn) {
        this.expiresOn = expiresOn;
    }

    public String getEvidence() {
        return evidence;
    }

    public void setEvidence(String evidence) {
        this.evidence = evidence;
    }
}
