package nl.vliegwiel.flexpool.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.LearningGoalService;
import nl.vliegwiel.flexpool.boundary.LearningGoals;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Learning goals on the page of a request that is a place to learn: one to a line. */
@Named
@ViewScoped
public class LearningGoalsPart implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private LearningGoalService service;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID requestId;
    private int seenVersion;
    private String typed;
    private transient LearningGoals goals;
    private transient boolean open;

    /** @throws NotFound for an address without the id of a request */
    @PostConstruct
    void read() {
        try {
            requestId = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
        typed = String.join("\n", getGoals().goals());
        seenVersion = getGoals().version();
    }

    public LearningGoals getGoals() {
        if (goals == null) {
            goals = service.goals(requestId);
        }
        return goals;
    }

    public String save() {
        open = true;
        List<String> lines = typed == null ? List.of() : typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        service.set(requestId, seenVersion, lines);
        notices.done(Texts.of(languages.getLocale(), "learning.goals.done"));
        return "/flexpool/request?faces-redirect=true";
    }

    /** The form stays open because what was sent could not be done. */
    public boolean isOpen() {
        return open;
    }

    public int getMost() {
        return LearningGoalService.MOST;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
