package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.MalformedURLException;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.CancelWindow;
import nl.vliegwiel.flexpool.boundary.CancelWindowService;
import nl.vliegwiel.flexpool.boundary.RequestDetail;
import nl.vliegwiel.flexpool.boundary.RequestService;
import nl.vliegwiel.flexpool.domain.Reach;
import nl.vliegwiel.flexpool.domain.RequestStatus;
import nl.vliegwiel.flexpool.domain.RequestView;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One request: how far it is, and what the reader can do now. Also the check before it is published. */
@Named("requestPage")
@ViewScoped
public class RequestPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private RequestService requests;

    @Inject
    private CancelWindowService windows;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ServletContext servlet;

    private UUID id;
    private int seenVersion;
    private transient RequestDetail detail;
    private transient CancelWindow window;
    private transient String opened;
    private String windowHours;
    private boolean usual;

    /** @throws NotFound for an address without an id of a request that this person may see */
    public void load() {
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
        detail = requests.detail(id);
        seenVersion = detail.view().version();
        windowHours = String.valueOf(getWindow().hours());
    }

    /** The check before publishing is only for a draft of one's own; whoever comes later sees the request itself. */
    public String loadToPublish() {
        load();
        return detail.mayPublish() ? null : "/flexpool/request?faces-redirect=true&id=" + id;
    }

    public String publish() {
        requests.publish(id, seenVersion);
        notices.done(Texts.of(languages.getLocale(), "request.done.published"));
        return "/flexpool/request?faces-redirect=true&id=" + id;
    }

    public String withdraw() {
        requests.withdraw(id, seenVersion);
        notices.done(Texts.of(languages.getLocale(), "request.done.withdrawn"));
        // The same page again: its query goes along by itself
        return "/flexpool/request?faces-redirect=true";
    }

    public RequestDetail getDetail() {
        if (detail == null) {
            detail = requests.detail(id);
        }
        return detail;
    }

    public RequestView getView() {
        return getDetail().view();
    }

    /** Until when a cancellation is in time. */
    public CancelWindow getWindow() {
        if (window == null) {
            window = windows.window(id);
        }
        return window;
    }

    public String saveWindow() {
        opened = "window";
        windows.set(id, seenVersion, hours(), usual);
        notices.done(Texts.of(languages.getLocale(), "request.done.window"));
        return "/flexpool/request?faces-redirect=true";
    }

    /** Nothing typed is what the library usually wants. */
    private Integer hours() {
        if (windowHours == null || windowHours.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(windowHours.strip());
        } catch (NumberFormatException e) {
            throw new RuleViolation(List.of(Violation.of("hours", "request.cancelWindow.range", CancelWindowService.MOST_HOURS)));
        }
    }

    /** The part that stays open because what was sent from it could not be done; null for none. */
    public String getOpened() {
        return opened;
    }

    public String getWindowHours() {
        return windowHours;
    }

    public void setWindowHours(String windowHours) {
        this.windowHours = windowHours;
    }

    public boolean isUsual() {
        return usual;
    }

    public void setUsual(boolean usual) {
        this.usual = usual;
    }

    public UUID getId() {
        return id;
    }

    public Reach getReach() {
        return requests.reach(id);
    }

    /** What to take care of before publishing, each sentence once. */
    public List<String> getWarnings() {
        return requests.warnings(id).stream().map(one -> Texts.of(languages.getLocale(), one.key(), one.arguments().toArray())).distinct().toList();
    }

    /** How far: position on the line draft, published, filled, running, done. */
    public String step(int position) {
        RequestStatus status = getView().status();
        int now = switch (status) {
            case DRAFT -> 0;
            case PUBLISHED, PARTLY_FILLED, EXPIRED -> 2;
            case FILLED -> 3;
            case RUNNING -> 3;
            case DONE -> 5;
            case WITHDRAWN -> getView().publishedAt() == null ? 1 : 2;
        };
        if (position == now && (status == RequestStatus.WITHDRAWN || status == RequestStatus.EXPIRED)) {
            return "stopped";
        }
        return position < now ? "done" : position == now ? "now" : "todo";
    }

    public boolean isOver() {
        return getView().status() == RequestStatus.WITHDRAWN || getView().status() == RequestStatus.EXPIRED;
    }

    /**
     * A part that only some may see, left out of the page for the others: after a form with faults Faces asks repeats for
     * their rows also where they are not drawn.
     */
    public String part(String name, boolean shown) {
        return shown ? part(name) : "/WEB-INF/includes/no-tabs.xhtml";
    }

    /** A part of this page that another part of the product gives. */
    public String part(String name) {
        String file = "/WEB-INF/includes/flexpool/" + name + ".xhtml";
        try {
            return servlet.getResource(file) == null ? "/WEB-INF/includes/no-tabs.xhtml" : file;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file, e);
        }
    }
}
