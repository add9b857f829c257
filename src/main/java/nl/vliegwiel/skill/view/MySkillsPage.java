package nl.vliegwiel.skill.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import nl.vliegwiel.skill.boundary.MySkillsService;
import nl.vliegwiel.skill.boundary.SkillSet;
import nl.vliegwiel.skill.boundary.SkillSet.Item;
import org.omnifaces.cdi.ViewScoped;

/** What somebody says she can, as a list. */
@Named
@ViewScoped
public class MySkillsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    /** A certificate that ends within so many days is worth a word. */
    private static final int SOON = 60;

    @Inject
    private transient MySkillsService service;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    @Inject
    private transient Clock clock;

    private SkillSet set;

    /** View action. */
    public void load() {
        set = service.mine();
    }

    /** Asks the own library to confirm all that is neither confirmed nor asked yet. */
    public String ask() {
        Set<UUID> open = set.items().stream().filter(MySkillsPage::isOpen).map(Item::skillId).collect(Collectors.toSet());
        service.askConfirmation(set.version(), open);
        notices.done(Texts.of(languages.getLocale(), "skills.message.asked"));
        return "/person/skills?faces-redirect=true";
    }

    private static boolean isOpen(Item item) {
        return !item.isConfirmed() && !item.isAsked();
    }

    public List<Item> getItems() {
        return set.items();
    }

    public int getOpen() {
        return (int) set.items().stream().filter(MySkillsPage::isOpen).count();
    }

    /** Name in the language of the page. */
    public String name(Item item) {
        return item.name(languages.getLocale());
    }

    public boolean expired(Item item) {
        return item.certificateExpiresOn() != null && item.certificateExpiresOn().isBefore(LocalDate.now(clock));
    }

    public boolean endingSoon(Item item) {
        return item.certificateExpiresOn() != null && !expired(item) && item.certificateExpiresOn().isBefore(LocalDate.now(clock).plusDays(SOON));
    }
}
