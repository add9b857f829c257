package nl.vliegwiel.forum.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.forum.boundary.Answer;
import nl.vliegwiel.forum.boundary.AnswerService;
import nl.vliegwiel.forum.boundary.DraftService;
import nl.vliegwiel.forum.boundary.ModerationService;
import nl.vliegwiel.forum.boundary.ModerationService.Flag;
import nl.vliegwiel.forum.boundary.Post;
import nl.vliegwiel.forum.boundary.PostService;
import nl.vliegwiel.forum.boundary.PostService.Revision;
import nl.vliegwiel.forum.boundary.ReactionService;
import nl.vliegwiel.forum.boundary.Source;
import nl.vliegwiel.forum.boundary.SourceService;
import nl.vliegwiel.forum.boundary.Topic;
import nl.vliegwiel.forum.boundary.TopicService;
import nl.vliegwiel.forum.domain.Diff;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** All that is seldom done to one post: change it, take it back, flag or hide it, read what it said before. */
@Named
@ViewScoped
public class PostPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private PostService posts;

    @Inject
    private ReactionService reactions;

    @Inject
    private ModerationService moderation;

    @Inject
    private AnswerService answers;

    @Inject
    private SourceService sources;

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

    private final TextFields text = new TextFields();
    private UUID id;
    private int version;
    private boolean stale;
    private String reason;
    private String complaint;
    private String outdated;
    private String summary;
    private List<UUID> basis = List.of();
    private boolean summaryAboutNobody;
    private transient Post post;
    private transient Topic topic;
    private transient List<Change> changes;

    /** One change of the post, as lines that stayed, went and came. */
    public record Change(Instant at, List<Diff.Line> lines) {
    }

    /** @throws NotFound for an address without the id of a post */
    @PostConstruct
    void load() {
        id = Address.id(request, "id").orElseThrow(() -> new NotFound("post.notFound"));
        version = getPost().version();
        text.setTitle(getTopic().title());
        text.setTags(String.join(", ", getTopic().tags()));
        text.setBody(getPost().body());
        if (getPost().answer() != null) {
            summary = getPost().answer().summary();
            basis = getPost().answer().sources().stream().map(Answer.Basis::id).toList();
        }
        drafts.find(getPlace()).ifPresent(draft -> text.setBody(draft.body()));
    }

    public Post getPost() {
        if (post == null) {
            post = posts.get(id);
            if (post.hidden() && post.body() == null) {
                throw new NotFound("post.notFound");
            }
        }
        return post;
    }

    public Topic getTopic() {
        if (topic == null) {
            topic = topics.get(getPost().topicId());
        }
        return topic;
    }

    public String getPlace() {
        return DraftService.edit(id);
    }

    /** When somebody else was first, what she typed stays and what stands there now is shown beside it. */
    public String save() {
        try {
            boolean first = getPost().first();
            posts.change(id, version, text.getBody(), first ? text.getTitle() : null, first ? text.tagList() : null, text.isAboutNobody());
        } catch (StaleData somebodyElse) {
            stale = true;
            post = null;
            version = getPost().version();
            notices.error(Texts.of(languages.getLocale(), "edit.stale"));
            return null;
        }
        return done("edit.done");
    }

    public String delete() {
        boolean all = getPost().first();
        posts.delete(id, version);
        notices.done(Texts.of(languages.getLocale(), "topic.done.deleted"));
        return all ? "/forum/index?faces-redirect=true&space=" + getTopic().spaceId() : "/forum/topic?faces-redirect=true&id=" + getTopic().id();
    }

    public String flag() {
        reactions.flag(id, complaint);
        return done("topic.done.flagged");
    }

    public String hide() {
        moderation.hide(id, version, reason);
        return done("topic.done.hidden");
    }

    public String keep() {
        moderation.keep(id);
        return done("topic.done.kept");
    }

    public String rest() {
        answers.rest(id, version, basis, summary, summaryAboutNobody);
        return done("answer.done.based");
    }

    public String verify() {
        answers.verify(id, version);
        return done("answer.done.verified");
    }

    public String outdate() {
        answers.outdate(id, version, outdated);
        return done("answer.done.outdated");
    }

    public List<Source> getSources() {
        return sources.all();
    }

    private String done(String said) {
        UUID topicId = getTopic().id();
        notices.done(Texts.of(languages.getLocale(), said));
        return "/forum/topic?faces-redirect=true&id=" + topicId + "&post=" + id;
    }

    public List<Flag> getFlags() {
        return getPost().flagged() ? moderation.flags(id) : List.of();
    }

    /** Each change beside what it changed, newest first. */
    public List<Change> getChanges() {
        if (changes == null) {
            changes = new ArrayList<>();
            String after = getPost().body();
            for (Revision one : getPost().hidden() ? List.<Revision>of() : posts.revisions(id)) {
                changes.add(new Change(one.replacedAt(), Diff.of(one.body(), after)));
                after = one.body();
            }
        }
        return changes;
    }

    public TextFields getText() {
        return text;
    }

    public boolean isStale() {
        return stale;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getComplaint() {
        return complaint;
    }

    public void setComplaint(String complaint) {
        this.complaint = complaint;
    }

    public String getOutdated() {
        return outdated;
    }

    public void setOutdated(String outdated) {
        this.outdated = outdated;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public List<UUID> getBasis() {
        return basis;
    }

    public void setBasis(List<UUID> basis) {
        this.basis = List.copyOf(basis);
    }

    public boolean isSummaryAboutNobody() {
        return summaryAboutNobody;
    }

    public void setSummaryAboutNobody(boolean summaryAboutNobody) {
        this.summaryAboutNobody = summaryAboutNobody;
    }
}
