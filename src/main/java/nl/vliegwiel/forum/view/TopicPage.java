package nl.vliegwiel.forum.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.ArticleService;
import nl.vliegwiel.forum.boundary.DraftService;
import nl.vliegwiel.forum.boundary.Post;
import nl.vliegwiel.forum.boundary.PostService;
import nl.vliegwiel.forum.boundary.PostService.Reading;
import nl.vliegwiel.forum.boundary.ReactionService;
import nl.vliegwiel.forum.boundary.RouteService;
import nl.vliegwiel.forum.boundary.Space;
import nl.vliegwiel.forum.boundary.TidyingService;
import nl.vliegwiel.forum.boundary.Topic;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Me;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** A topic: what was asked, what helped, the conversation, and room for a reply. */
@Named
@ViewScoped
public class TopicPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 20;
    /** For paper. */
    private static final int ALL = 500;

    @Inject
    private TopicService topics;

    @Inject
    private PostService posts;

    @Inject
    private ReactionService reactions;

    @Inject
    private RouteService routes;

    @Inject
    private TidyingService tidying;

    @Inject
    private ArticleService articles;

    @Inject
    private DraftService drafts;

    @Inject
    private transient Me me;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private final UUID key = Ids.next();
    private final TextFields text = new TextFields();
    private UUID id;
    private UUID wanted;
    /** Where the posts went of the topic that the address names; null when they stand there. */
    private UUID into;
    private int after;
    private boolean all;
    private transient Topic topic;
    private transient Space space;
    private transient Reading reading;
    private transient RouteService.Route route;
    private transient ArticleService.Beside beside;

    /** @throws NotFound for an address without the id of a topic */
    @PostConstruct
    void load() {
        id = Address.id(request, "id").orElseThrow(() -> new NotFound("topic.notFound"));
        into = tidying.mergedInto(id).orElse(null);
        id = into == null ? id : into;
        wanted = Address.id(request, "post").orElse(null);
        all = request.getParameter("all") != null;
        String from = String.valueOf(request.getParameter("after"));
        after = from.matches("\\d{1,9}") ? Integer.parseInt(from) : 0;
        text.setBody(drafts.find(DraftService.reply(id)).map(DraftService.Draft::body).orElse(null));
        getTopic();
        Address.id(request, "quote").ifPresent(this::quote);
    }

    /** What is answered to stands above what she types; what she typed before stays. */
    private void quote(UUID postId) {
        Post quoted = posts.get(postId);
        if (quoted.topicId().equals(id) && quoted.body() != null && !quoted.hidden()) {
            String said = quoted.body().strip().replace("\n", "\n> ");
            String above = "> " + (quoted.author() == null || quoted.nameless() ? "" : "**" + quoted.author().name() + "**: ") + said + "\n\n";
            String typed = text.getBody();
            text.setBody(typed == null || typed.isBlank() ? above : typed.contains(above.strip()) ? typed : typed.stripTrailing() + "\n\n" + above);
        }
    }

    public Topic getTopic() {
        if (topic == null) {
            topic = topics.get(id);
        }
        return topic;
    }

    public Space getSpace() {
        if (space == null) {
            space = topics.space(getTopic().spaceId());
        }
        return space;
    }

    public Reading getReading() {
        if (reading == null) {
            reading = posts.read(id, after, wanted, all ? ALL : SIZE);
        }
        return reading;
    }

    /** Where the question went; asked for questions only. */
    public RouteService.Route getRoute() {
        if (route == null) {
            route = routes.of(id);
        }
        return route;
    }

    public ArticleService.Beside getBeside() {
        if (beside == null) {
            beside = articles.beside(id);
        }
        return beside;
    }

    /** The organisation for which she acts may say that it uses the letter. */
    public boolean isMayUse() {
        return getTopic().kind() == TopicKind.LETTER && getBeside().usable().contains(me.getActingFor());
    }

    /** Version of the letter that her organisation uses; 0 for none. */
    public int getUsed() {
        return getBeside().uses().stream().filter(one -> one.organisationId().equals(me.getActingFor())).mapToInt(ArticleService.Use::edition).findFirst().orElse(0);
    }

    public String use() {
        articles.use(id, me.getActingFor());
        return done("letter.done.used", null);
    }

    public String useNoMore() {
        articles.useNoMore(id, me.getActingFor());
        return done("letter.done.dropped", null);
    }

    /** Makes the article and goes on to its words. */
    public String article() {
        Topic made = articles.make(id);
        notices.done(text("article.done"));
        return "/forum/post?faces-redirect=true&id=" + posts.page(made.id(), 0, 1).items().get(0).id();
    }

    public TextFields getText() {
        return text;
    }

    public boolean isMerged() {
        return into != null;
    }

    /** Behind which position the replies before these begin; null at the first ones. */
    public Integer getEarlier() {
        return getReading().after() > 1 ? Math.max(1, getReading().after() - SIZE) : null;
    }

    public boolean wanted(Post post) {
        return post.id().equals(wanted);
    }

    /** A closed topic takes replies of moderators only. */
    public boolean isMayReply() {
        return !getTopic().closed() || getTopic().moderated();
    }

    public boolean isMayClose() {
        return !getTopic().closed() && (getTopic().moderated() || getTopic().mine());
    }

    /** Who wrote it, as the reader may know it. */
    public String author(Post post) {
        if (post.nameless()) {
            return post.mine() ? text("topic.by.nameless.mine") : post.author() == null ? text("topic.by.nameless") : text("topic.by.nameless.moderator", post.author().name());
        }
        return post.author() == null ? "" : post.author().name();
    }

    public String getPlace() {
        return DraftService.reply(id);
    }

    public String reply() {
        Post post = posts.reply(id, key, text.getBody(), text.isAboutNobody());
        return done("topic.done.replied", post.id());
    }

    public String like(Post post) {
        reactions.like(post.id());
        return done(null, post.id());
    }

    public String unlike(Post post) {
        reactions.unlike(post.id());
        return done(null, post.id());
    }

    public String accept(Post post) {
        reactions.accept(post.id(), post.version());
        return done("topic.done.accepted", null);
    }

    public String watch() {
        topics.watch(id);
        return done("topic.done.watched", null);
    }

    public String mute() {
        topics.mute(id);
        return done("topic.done.muted", null);
    }

    public String close() {
        topics.close(id, getTopic().version());
        return done("topic.done.closed", null);
    }

    private String done(String said, UUID post) {
        if (said != null) {
            notices.done(text(said));
        }
        return "/forum/topic?faces-redirect=true&id=" + id + (post == null ? "" : "&post=" + post);
    }

    private String text(String said, Object... arguments) {
        return Texts.of(languages.getLocale(), said, arguments);
    }
}
