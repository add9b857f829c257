package nl.vliegwiel.forum.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.Ask;
import nl.vliegwiel.forum.boundary.DraftService;
import nl.vliegwiel.forum.boundary.Space;
import nl.vliegwiel.forum.boundary.Topic;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Asking, in under a minute: a sentence, what is like it, some more words. What was being typed is still there. */
@Named
@ViewScoped
public class AskPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private TopicService topics;

    @Inject
    private DraftService drafts;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private final UUID key = Ids.next();
    private final TextFields text = new TextFields();
    private UUID spaceId;
    private String place;
    private TopicKind kind = TopicKind.QUESTION;
    private boolean anonymous;

    @PostConstruct
    void load() {
        spaceId = request.getParameter("space") == null ? topics.spaces().get(0).id()
            : topics.space(Address.id(request, "space").orElse(key)).id();
        place = DraftService.ask(spaceId);
        text.setTitle(Address.text(request, "title"));
        drafts.find(place).ifPresent(draft -> {
            text.setTitle(text.getTitle() == null ? draft.title() : text.getTitle());
            text.setBody(draft.body());
            text.setTags(draft.tags());
        });
    }

    public String send() {
        Topic topic = topics.ask(spaceId, new Ask(key, kind, text.getTitle(), text.getBody(), text.tagList(), anonymous, text.isAboutNobody()));
        drafts.forget(place);
        notices.done(Texts.of(languages.getLocale(), "ask.done"));
        return "/forum/topic?faces-redirect=true&id=" + topic.id();
    }

    public TextFields getText() {
        return text;
    }

    public List<Space> getSpaces() {
        return topics.spaces();
    }

    public TopicKind[] getKinds() {
        return TopicKind.values();
    }

    public String getPlace() {
        return place;
    }

    public UUID getSpaceId() {
        return spaceId;
    }

    public void setSpaceId(UUID spaceId) {
        this.spaceId = spaceId;
    }

    public TopicKind getKind() {
        return kind;
    }

    public void setKind(TopicKind kind) {
        this.kind = kind;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    public void setAnonymous(boolean anonymous) {
        this.anonymous = anonymous;
    }
}
