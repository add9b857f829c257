package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Evaluate;
import nl.vliegwiel.flexpool.boundary.Evaluation;
import nl.vliegwiel.flexpool.boundary.EvaluationService;
import nl.vliegwiel.flexpool.boundary.ReturnTalk;
import nl.vliegwiel.flexpool.boundary.ReturnTalkService;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationTerm;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationText;
import nl.vliegwiel.flexpool.domain.evaluation.Extent;
import nl.vliegwiel.flexpool.domain.evaluation.GoalReach;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** How a placement went: to write, to read once it is open, to reply and to share; and the talk after a place to learn. */
@Named
@ViewScoped
public class EvaluationPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SELF = "/flexpool/evaluation?faces-redirect=true";

    @Inject
    private EvaluationService service;

    @Inject
    private ReturnTalkService talks;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private int seenVersion;
    private int seenTalk;
    private transient Evaluation evaluation;
    private transient ReturnTalk talk;
    private transient boolean talkRead;
    private transient String opened;

    private Extent asAgreed;
    private Extent prepared;
    private String wentWell;
    private String better;
    /** Names of constants by goal, empty for nothing said. */
    private final Map<UUID, String> reached = new HashMap<>();
    private String reply;
    private LocalDate plannedOn;
    private LocalDate heldOn;
    private String brought;

    /** @throws NotFound for an address of no placement that the reader has part in */
    public void load() {
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("placement.notFound");
        }
        Evaluation.Said mine = getEvaluation().mine();
        if (mine != null) {
            asAgreed = mine.asAgreed();
            prepared = mine.prepared();
            wentWell = mine.wentWell();
            better = mine.better();
            mine.goals().forEach(goal -> reached.put(goal.goalId(), goal.reached().name()));
        }
        if (getTalk() != null) {
            plannedOn = getTalk().plannedOn();
            heldOn = getTalk().heldOn();
            brought = getTalk().brought();
        }
    }

    /** What is drawn now is what the next step is about. */
    public void draw() {
        evaluation = null;
        talkRead = false;
        seenVersion = getEvaluation().version();
        seenTalk = getTalk() == null ? 0 : getTalk().version();
    }

    public Evaluation getEvaluation() {
        if (evaluation == null) {
            evaluation = service.evaluation(id);
        }
        return evaluation;
    }

    /** The talk after a place to learn; null where there is none for the reader. */
    public ReturnTalk getTalk() {
        if (!talkRead) {
            talk = talks.talk(id).filter(ReturnTalk::due).orElse(null);
            talkRead = true;
        }
        return talk;
    }

    /** For the page of the placement. @return null where nothing is to be said of it to the reader */
    public Evaluation of(UUID placementId) {
        if (evaluation == null || !evaluation.placementId().equals(placementId)) {
            evaluation = service.evaluation(placementId);
        }
        return evaluation.shown() || talks.talk(placementId).filter(ReturnTalk::due).isPresent() ? evaluation : null;
    }

    public String write() {
        opened = "write";
        Map<UUID, GoalReach> goals = new HashMap<>();
        reached.forEach((goal, value) -> {
            if (value != null && !value.isEmpty()) {
                goals.put(goal, GoalReach.valueOf(value));
            }
        });
        Evaluation now = service.write(new Evaluate(id, seenVersion, new EvaluationText(asAgreed, prepared, wentWell, better), goals));
        return done(now.opened() ? "evaluation.done.opened" : "evaluation.done.written");
    }

    public String sendReply() {
        opened = "reply";
        service.reply(id, reply);
        return done("evaluation.done.replied");
    }

    /** @param shared with her own library */
    public String share(boolean shared) {
        service.share(id, shared);
        return done(shared ? "evaluation.done.shared" : "evaluation.done.unshared");
    }

    public String saveTalk() {
        opened = "talk";
        talks.save(id, seenTalk, plannedOn, heldOn, brought);
        return done("talk.done");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return SELF;
    }

    /** The form that stays open because what was sent from it could not be done; null for none. */
    public String getOpened() {
        return opened;
    }

    public int getDays() {
        return EvaluationTerm.DAYS;
    }

    public Extent[] getExtents() {
        return Extent.values();
    }

    public GoalReach[] getReaches() {
        return GoalReach.values();
    }

    public Extent getAsAgreed() {
        return asAgreed;
    }

    public void setAsAgreed(Extent asAgreed) {
        this.asAgreed = asAgreed;
    }

    public Extent getPrepared() {
        return prepared;
    }

    public void setPrepared(Extent prepared) {
        this.prepared = prepared;
    }

    public String getWentWell() {
        return wentWell;
    }

    public void setWentWell(String wentWell) {
        this.wentWell = wentWell;
    }

    public String getBetter() {
        return better;
    }

    public void setBetter(String better) {
        this.better = better;
    }

    public Map<UUID, String> getReached() {
        return reached;
    }

    public String getReply() {
        return reply;
    }

    public void setReply(String reply) {
        this.reply = reply;
    }

    public LocalDate getPlannedOn() {
        return plannedOn;
    }

    public void setPlannedOn(LocalDate plannedOn) {
        this.plannedOn = plannedOn;
    }

    public LocalDate getHeldOn() {
        return heldOn;
    }

    public void setHeldOn(LocalDate heldOn) {
        this.heldOn = heldOn;
    }

    public String getBrought() {
        return brought;
    }

    public void setBrought(String brought) {
        this.brought = brought;
    }
}
