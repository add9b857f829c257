package nl.vliegwiel.forum.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.forum.boundary.ExpertService;
import nl.vliegwiel.forum.boundary.ExpertService.Expert;
import nl.vliegwiel.forum.boundary.ExpertService.Theme;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Who knows which theme, which themes wait for somebody, and room to offer oneself. */
@Named
@ViewScoped
public class ExpertsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST_WANTED = 6;

    @Inject
    private ExpertService experts;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private String tag;
    private String email;
    private transient List<Expert> all;
    private transient List<Theme> themes;

    /** People of one theme. */
    public record Known(String tag, List<Expert> experts) {
    }

    private List<Expert> all() {
        if (all == null) {
            all = experts.all();
        }
        return all;
    }

    public List<Known> getKnown() {
        Map<String, List<Expert>> byTag = all().stream().collect(Collectors.groupingBy(Expert::tag, TreeMap::new, Collectors.toList()));
        return byTag.entrySet().stream().map(one -> new Known(one.getKey(), one.getValue())).toList();
    }

    /** Themes that are asked about and that nobody knows yet. */
    public List<Theme> getWanted() {
        if (themes == null) {
            themes = experts.themes();
        }
        return themes.stream().filter(one -> one.experts() == 0).limit(MOST_WANTED).toList();
    }

    public boolean isMayAppoint() {
        return experts.mayAppoint();
    }

    public String offer(String theme) {
        experts.add(theme, null);
        return done("experts.done.offered");
    }

    public String add() {
        experts.add(tag, isMayAppoint() ? email : null);
        return done(email == null ? "experts.done.offered" : "experts.done.appointed");
    }

    public String remove(UUID id) {
        experts.remove(id);
        return done("experts.done.removed");
    }

    private String done(String said) {
        notices.done(Texts.of(languages.getLocale(), said));
        return "/forum/experts?faces-redirect=true";
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
