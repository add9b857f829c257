package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import nl.vliegwiel.flexpool.boundary.BusyConnection;
import nl.vliegwiel.flexpool.boundary.BusyService;
import nl.vliegwiel.flexpool.boundary.BusyService.Busy;
import nl.vliegwiel.flexpool.boundary.FeedService;
import nl.vliegwiel.flexpool.boundary.FeedService.Feed;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;

/** The own calendar beside the flexpool: loans that go out to it, and busy time that comes in. */
@Named("calendarPage")
@RequestScoped
public class CalendarPage {
    @Inject
    private FeedService feeds;

    @Inject
    private BusyService busyService;

    @Inject
    private BusyConnection connection;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private Feed feed;
    private boolean asked;
    private URI address;
    private Busy busy;
    private boolean busyAsked;
    private String typed;

    public boolean isEmployee() {
        return actor.get().has(Role.EMPLOYEE);
    }

    /** Null when she has none. */
    public Feed getFeed() {
        if (!asked) {
            asked = true;
            feed = feeds.feed().orElse(null);
        }
        return feed;
    }

    /** The address that was made in this request; on the next one it is gone, so this page is shown without a redirect. */
    public void make() {
        address = feeds.make().address();
        asked = false;
    }

    public String revoke() {
        feeds.revoke();
        return done("calendar.out.done.revoked");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/flexpool/calendar?faces-redirect=true";
    }

    /** Null when no calendar is connected. */
    public Busy getBusy() {
        if (!busyAsked) {
            busyAsked = true;
            busy = busyService.busy().orElse(null);
        }
        return busy;
    }

    /** Why it was not read the last time; what the text may name is not kept. */
    public String getProblem() {
        return Texts.of(languages.getLocale(), getBusy().problem(), "–");
    }

    /** A fault stays on the page, at the field. */
    public String connect() {
        connection.connect(typed);
        return done("calendar.in.done.connected");
    }

    public String remove() {
        busyService.remove();
        return done("calendar.in.done.removed");
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public URI getAddress() {
        return address;
    }
}
