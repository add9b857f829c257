package nl.vliegwiel.forum.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.QuietService;
import nl.vliegwiel.forum.boundary.Topic;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;

/** To which the link in a mail leads: leave a topic for a week, a month, or for good. */
@Named
@RequestScoped
public class QuietPage {
    @Inject
    private TopicService topics;

    @Inject
    private QuietService quiet;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private Topic topic;

    /** @throws NotFound for an address without the id of a topic */
    @PostConstruct
    void load() {
        UUID id = Address.id(request, "id").orElseThrow(() -> new NotFound("topic.notFound"));
        topic = topics.get(id);
    }

    public Topic getTopic() {
        return topic;
    }

    public String leave(int days) {
        notices.done(Texts.of(languages.getLocale(), "quiet.done.until", quiet.quiet(topic.id(), days)));
        return done();
    }

    public String mute() {
        topics.mute(topic.id());
        notices.done(Texts.of(languages.getLocale(), "topic.done.muted"));
        return done();
    }

    private String done() {
        return "/forum/topic?faces-redirect=true&id=" + topic.id();
    }
}
