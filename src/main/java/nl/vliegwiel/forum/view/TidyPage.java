package nl.vliegwiel.forum.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.vliegwiel.forum.boundary.Space;
import nl.vliegwiel.forum.boundary.TidyingService;
import nl.vliegwiel.forum.boundary.Topic;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.forum.boundary.TopicService.Similar;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** What a moderator does to a whole topic: move it, merge it, take a slip out of it. */
@Named
@ViewScoped
public class TidyPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    private TopicService topics;

    @Inject
    private TidyingService tidying;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private int version;
    private UUID spaceId;
    private String into;
    private String slip;
    private transient Topic topic;

    /** @throws NotFound for an address without the id of a topic; Forbidden for who does not moderate it */
    @PostConstruct
    void load() {
        id = Address.id(request, "id").orElseThrow(() -> new NotFound("topic.notFound"));
        version = getTopic().version();
        if (!getTopic().moderated()) {
            throw new Forbidden("space.notModerator");
        }
    }

    public Topic getTopic() {
        if (topic == null) {
            topic = topics.get(id);
        }
        return topic;
    }

    public List<Space> getSpaces() {
        return tidying.movable(id);
    }

    /** Topics that look like this one, which it may belong to. */
    public List<Similar> getLike() {
        return topics.similar(getTopic().title()).stream().filter(one -> !one.id().equals(id)).toList();
    }

    public String move() {
        tidying.move(id, version, spaceId);
        return done("tidy.done.moved", id);
    }

    public String merge() {
        Matcher found = ID.matcher(into == null ? "" : into);
        if (!found.find()) {
            notices.error("into", Texts.of(languages.getLocale(), "tidy.into.wrong"));
            return null;
        }
        UUID other = UUID.fromString(found.group());
        tidying.merge(id, version, other);
        return done("tidy.done.merged", other);
    }

    public String redact() {
        tidying.redact(id, slip);
        return done("tidy.done.redacted", id);
    }

    private String done(String said, UUID where) {
        notices.done(Texts.of(languages.getLocale(), said));
        return "/forum/topic?faces-redirect=true&id=" + where;
    }

    public UUID getSpaceId() {
        return spaceId;
    }

    public void setSpaceId(UUID spaceId) {
        this.spaceId = spaceId;
    }

    public String getInto() {
        return into;
    }

    public void setInto(String into) {
        this.into = into;
    }

    public String getText() {
        return slip;
    }

    public void setText(String text) {
        this.slip = text;
    }
}
