package nl.vliegwiel.forum.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.MailAddressService;
import nl.vliegwiel.forum.boundary.Space;
import nl.vliegwiel.forum.boundary.Topic;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.forum.domain.TopicFilter;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.domain.TopicSort;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;

/** Topics of a space; space, order, tag and words stand in the address, so that a list can be kept and sent to others. */
@Named("forumPage")
@RequestScoped
public class ForumPage {
    private static final int SIZE = 30;
    /** What was written longer ago is not called new to somebody who never opened it. */
    private static final Duration FRESH = Duration.ofDays(7);

    @Inject
    private TopicService topics;

    @Inject
    private MailAddressService mail;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    private List<Space> spaces;
    private Space space;
    private TopicSort sort;
    private TopicKind kind;
    private String tag;
    private String words;
    private TopicFilter.Cursor after;
    private TopicService.Topics found;
    private Instant fresh;

    @PostConstruct
    void load() {
        spaces = topics.spaces();
        UUID wanted = Address.id(request, "space").orElse(spaces.get(0).id());
        space = request.getParameter("space") == null ? spaces.get(0) : topics.space(wanted);
        sort = TopicSort.of(request.getParameter("sort")).orElse(TopicSort.LATEST);
        kind = Arrays.stream(TopicKind.values()).filter(one -> one.name().equals(request.getParameter("kind"))).findFirst().orElse(null);
        tag = Address.text(request, "tag");
        words = Address.text(request, "q");
        after = TopicFilter.Cursor.of(String.valueOf(request.getParameter("after"))).orElse(null);
        found = topics.list(space.id(), new TopicFilter(sort, kind, tag, words, after), SIZE);
        fresh = clock.instant().minus(FRESH);
    }

    public List<Space> getSpaces() {
        return spaces;
    }

    public Space getSpace() {
        return space;
    }

    /** What the space is for; the words of a feature, or of a person. */
    public String getDescription() {
        return Texts.of(languages.getLocale(), space.description());
    }

    public String getClosedReason() {
        return space.open() ? null : Texts.of(languages.getLocale(), space.closedReason());
    }

    /** Mail address to which the reader alone asks here; null where mail is not read. */
    public String getMailAddress() {
        return mail.questionAddress(space.id()).orElse(null);
    }

    public TopicSort[] getSorts() {
        return TopicSort.values();
    }

    public TopicSort getSort() {
        return sort;
    }

    public TopicKind[] getKinds() {
        return TopicKind.values();
    }

    public TopicKind getKind() {
        return kind;
    }

    public String getTag() {
        return tag;
    }

    public String getWords() {
        return words;
    }

    public List<String> getTags() {
        return topics.tags(space.id());
    }

    public List<Topic> getRows() {
        return found.items();
    }

    public boolean isFiltered() {
        return tag != null || words != null || kind != null;
    }

    public boolean isFurther() {
        return after != null;
    }

    /** Where the next stretch begins; null at the end. */
    public String getNext() {
        return found.next() == null ? null : found.next().text();
    }

    /** Never opened by the reader, and not long there. */
    public boolean fresh(Topic topic) {
        return topic.unread() == null && topic.lastPostAt().isAfter(fresh);
    }
}
