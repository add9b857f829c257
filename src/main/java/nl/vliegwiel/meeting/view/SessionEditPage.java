package nl.vliegwiel.meeting.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import nl.vliegwiel.meeting.boundary.Session;
import nl.vliegwiel.meeting.boundary.SessionService;
import nl.vliegwiel.meeting.domain.SessionText;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** A new session of a cohort, or a change of one. */
@Named
@ViewScoped
public class SessionEditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String COHORT = "COHORT";

    @Inject
    private SessionService sessions;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private UUID group;
    private String groupName;
    private int seenVersion;
    private UUID hostId;
    private String title;
    private LocalDate day;
    private LocalTime from;
    private LocalTime to;
    private String place;
    private String link;
    private String agenda;

    @PostConstruct
    void load() {
        if (request.getParameter("id") == null) {
            group = id("cohort");
            groupName = sessions.requireLead(COHORT, group);
            return;
        }
        id = id("id");
        Session session = sessions.get(id);
        group = session.groupId();
        groupName = sessions.requireLead(COHORT, group);
        seenVersion = session.version();
        hostId = session.hostId();
        title = session.title();
        day = session.start().atZone(Zones.AMSTERDAM).toLocalDate();
        from = session.start().atZone(Zones.AMSTERDAM).toLocalTime();
        to = session.end().atZone(Zones.AMSTERDAM).toLocalTime();
        place = session.place();
        link = session.link();
        agenda = session.agenda();
    }

    private UUID id(String name) {
        try {
            return UUID.fromString(String.valueOf(request.getParameter(name)));
        } catch (IllegalArgumentException e) {
            throw new NotFound("session.notFound");
        }
    }

    public String save() {
        SessionText text = new SessionText(title, day, from, to, hostId, place, link, agenda);
        Session kept = id == null ? sessions.add(COHORT, group, text) : sessions.change(id, seenVersion, text);
        notices.done(Texts.of(languages.getLocale(), "sessionEdit.done"));
        return "/learning/session?faces-redirect=true&id=" + kept.id();
    }

    public UUID getId() {
        return id;
    }

    public UUID getGroup() {
        return group;
    }

    public String getGroupName() {
        return groupName;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public LocalTime getFrom() {
        return from;
    }

    public void setFrom(LocalTime from) {
        this.from = from;
    }

    public LocalTime getTo() {
        return to;
    }

    public void setTo(LocalTime to) {
        this.to = to;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public String getAgenda() {
        return agenda;
    }

    public void setAgenda(String agenda) {
        this.agenda = agenda;
    }
}
