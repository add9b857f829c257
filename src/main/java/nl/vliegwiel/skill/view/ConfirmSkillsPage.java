package nl.vliegwiel.skill.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Me;
import nl.vliegwiel.platform.web.Notices;
import nl.vliegwiel.skill.boundary.ConfirmSkillsService;
import nl.vliegwiel.skill.boundary.ConfirmSkillsService.Asked;
import nl.vliegwiel.skill.boundary.SkillSet;
import nl.vliegwiel.skill.boundary.SkillSet.Item;
import org.omnifaces.cdi.ViewScoped;

/** Who asks a manager to confirm what she can; and of one person, each skill with a yes and a no. */
@Named
@ViewScoped
public class ConfirmSkillsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ConfirmSkillsService service;

    @Inject
    private transient Me me;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    private UUID person;
    private List<Asked> asked;
    private SkillSet set;

    /** View action. */
    public void load() {
        if (person != null) {
            set = service.of(person);
        } else if (me.getActingFor() != null && !me.has("HR_MANAGER")) {
            throw new Forbidden("employee.forbidden");
        } else {
            asked = service.asked();
        }
    }

    public String decide(Item item, boolean yes) {
        service.decide(person, item.skillId(), set.version(), yes);
        notices.done(Texts.of(languages.getLocale(), yes ? "confirm.message.yes" : "confirm.message.no", name(item)));
        return "/organisation/confirm-skills?faces-redirect=true";
    }

    public List<Asked> getAsked() {
        return asked;
    }

    public boolean isOne() {
        return set != null;
    }

    public String getPersonName() {
        return set.personName();
    }

    /** What she asked about first, then the rest. */
    public List<Item> getItems() {
        return set.items().stream().sorted(Comparator.comparing(item -> !item.isAsked())).toList();
    }

    public String name(Item item) {
        return item.name(languages.getLocale());
    }

    public UUID getPerson() {
        return person;
    }

    public void setPerson(UUID person) {
        this.person = person;
    }
}
