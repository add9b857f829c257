package nl.vliegwiel.learning.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.ProgrammeService;
import nl.vliegwiel.learning.domain.Programme;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** A new learning programme, or a change of one. */
@Named
@ViewScoped
public class ProgrammeEditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ProgrammeService programmes;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private int seenVersion;
    private UUID organiserId;
    private String title;
    private String goals;
    private UUID skillId;
    private Integer skillLevel;
    private Integer minAttendance = 80;

    /** A skill to choose, by its name in the reader's language. */
    public record Choice(UUID id, String name) {
    }

    @PostConstruct
    void load() {
        organiserId = programmes.organisers().get(0).id();
        if (request.getParameter("id") == null) {
            return;
        }
        id = Address.id(request, "id", "programme.notFound");
        Programme programme = programmes.edit(id);
        seenVersion = programme.version();
        organiserId = programme.organiserId();
        title = programme.title();
        goals = programme.goals();
        skillId = programme.skillId();
        skillLevel = programme.skillLevel();
        minAttendance = programme.minAttendance();
    }

    public String save() {
        ProgrammeService.Text text = new ProgrammeService.Text(organiserId, title, goals, skillId, skillId == null ? null : skillLevel, minAttendance);
        if (id == null) {
            programmes.add(text);
        } else {
            programmes.change(id, seenVersion, text);
        }
        notices.done(Texts.of(languages.getLocale(), "programmeEdit.done"));
        return "/learning/index?faces-redirect=true";
    }

    public List<Programme.Organiser> getOrganisers() {
        return programmes.organisers();
    }

    public List<Choice> getSkills() {
        boolean english = "en".equals(languages.getLocale().getLanguage());
        return programmes.skills().stream().map(one -> new Choice(one.id(), english ? one.english() : one.dutch())).toList();
    }

    public UUID getId() {
        return id;
    }

    public UUID getOrganiserId() {
        return organiserId;
    }

    public void setOrganiserId(UUID organiserId) {
        this.organiserId = organiserId;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getGoals() {
        return goals;
    }

    public void setGoals(String goals) {
        this.goals = goals;
    }

    public UUID getSkillId() {
        return skillId;
    }

    public void setSkillId(UUID skillId) {
        this.skillId = skillId;
    }

    public Integer getSkillLevel() {
        return skillLevel;
    }

    public void setSkillLevel(Integer skillLevel) {
        this.skillLevel = skillLevel;
    }

    public Integer getMinAttendance() {
        return minAttendance;
    }

    public void setMinAttendance(Integer minAttendance) {
        this.minAttendance = minAttendance;
    }
}
