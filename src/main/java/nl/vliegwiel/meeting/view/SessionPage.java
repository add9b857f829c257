package nl.vliegwiel.meeting.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.meeting.boundary.Session;
import nl.vliegwiel.meeting.boundary.SessionService;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One session: what it is about, who was there, what was said. */
@Named
@ViewScoped
public class SessionPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private SessionService sessions;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private int seenVersion;
    private transient Session session;
    private String code;
    private String minutes;
    private List<UUID> present = new ArrayList<>();

    /** @throws NotFound for an address without a session that the reader may see */
    public void load() {
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("session.notFound");
        }
        minutes = getSession().minutes();
        if (getSession().mayLead()) {
            present = new ArrayList<>(sessions.present(id).stream().filter(SessionService.Present::present).map(SessionService.Present::personId).toList());
        }
    }

    /** What is drawn now is what the next step is about. */
    public void draw() {
        session = null;
        seenVersion = getSession().version();
    }

    public Session getSession() {
        if (session == null) {
            session = sessions.get(id);
        }
        return session;
    }

    public String getGroup() {
        return sessions.group(id);
    }

    public boolean isMember() {
        return sessions.takesPart(id);
    }

    public List<SessionService.Present> getPeople() {
        return sessions.present(id);
    }

    public String attend() {
        sessions.attend(id, code);
        return done("session.done.attended");
    }

    public String list() {
        sessions.list(id, present);
        return done("session.done.listed");
    }

    public String write() {
        sessions.minutes(id, seenVersion, minutes);
        return done("session.done.minutes");
    }

    public String cancel() {
        sessions.cancel(id, seenVersion);
        return done("session.done.cancelled");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/learning/session?faces-redirect=true&id=" + id;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(String minutes) {
        this.minutes = minutes;
    }

    public List<UUID> getPresent() {
        return present;
    }

    public void setPresent(List<UUID> present) {
        this.present = present;
    }
}
