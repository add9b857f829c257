package nl.vliegwiel.forum.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.vliegwiel.forum.boundary.ForumFeedService;
import nl.vliegwiel.forum.boundary.ForumFeedService.Feed;
import nl.vliegwiel.forum.boundary.Space;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;

/** The secret address under which a reader of feeds fetches what she may read. */
@Named("forumFeedPage")
@RequestScoped
public class ForumFeedPage {
    @Inject
    private ForumFeedService feeds;

    @Inject
    private TopicService topics;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private Feed feed;
    private boolean asked;
    private String address;

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
        notices.done(Texts.of(languages.getLocale(), "feed.done.revoked"));
        return "/forum/feed?faces-redirect=true";
    }

    public String getAddress() {
        return address;
    }

    public List<Space> getSpaces() {
        return topics.spaces();
    }
}
