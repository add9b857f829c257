package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import nl.vliegwiel.flexpool.boundary.FeedService;
import nl.vliegwiel.flexpool.boundary.FeedService.Feed;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;

/** The own calendar beside the flexpool: loans that go out to it. */
@Named("calendarPage")
@RequestScoped
public class CalendarPage {
    @Inject
    private FeedService feeds;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private Feed feed;
    private boolean asked;
    private URI address;

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
        notices.done(Texts.of(languages.getLocale(), "calendar.out.done.revoked"));
        return "/flexpool/calendar?faces-redirect=true";
    }

    public URI getAddress() {
        return address;
    }
}
