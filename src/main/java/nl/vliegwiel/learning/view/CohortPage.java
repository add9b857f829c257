package nl.vliegwiel.learning.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.vliegwiel.forum.Forum;
import nl.vliegwiel.learning.boundary.CertificateService;
import nl.vliegwiel.learning.boundary.Cohort;
import nl.vliegwiel.learning.boundary.CohortReading;
import nl.vliegwiel.learning.boundary.CohortService;
import nl.vliegwiel.learning.boundary.Enrolment;
import nl.vliegwiel.learning.boundary.EnrolmentService;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.domain.Reorder;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One cohort: what it is, how the reader stands with it, who takes part, and for who guides it the line. */
@Named
@ViewScoped
public class CohortPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<CohortState> WAY = List.of(CohortState.OPEN, CohortState.RUNNING, CohortState.FINISHED, CohortState.ALUMNI);

    @Inject
    private CohortService cohorts;

    @Inject
    private EnrolmentService enrolments;

    @Inject
    private CertificateService certificates;

    @Inject
    private CohortReading reading;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private int seenVersion;
    private int seenMine;
    private transient Cohort cohort;
    private transient Enrolment mine;
    private transient boolean mineRead;
    private transient List<Enrolment> people;
    private String email;
    private String reason;
    private UUID movedId;
    private Integer place;
    private String why;

    public void load() {
        id = Address.id(request, "id", "cohort.notFound");
        getCohort();
    }

    /** What is drawn now is what the next step is about. */
    public void draw() {
        cohort = null;
        people = null;
        mineRead = false;
        seenVersion = getCohort().version();
        seenMine = getMine() == null ? 0 : getMine().version();
    }

    public Cohort getCohort() {
        if (cohort == null) {
            cohort = cohorts.get(id);
        }
        return cohort;
    }

    /** How the reader stands with it; null for never. */
    public Enrolment getMine() {
        if (!mineRead) {
            mine = enrolments.mine(id);
            mineRead = true;
        }
        return mine;
    }

    /** The reader's own certificate; null for none. */
    public CertificateService.Own getCertificate() {
        return certificates.own(id);
    }

    /** The reader is not through with it. */
    public boolean isLive() {
        return getMine() != null && getMine().state().isLive();
    }

    public boolean isMember() {
        return getCohort().mayGuide() || getCohort().mine() == EnrolmentState.ENROLLED;
    }

    /** Who takes part. */
    public List<Enrolment> getMembers() {
        return people().stream().filter(one -> one.state() == EnrolmentState.ENROLLED).toList();
    }

    /** For who guides it: a place is kept for them, or offered. */
    public List<Enrolment> getAlmost() {
        return people().stream().filter(one -> one.state() == EnrolmentState.WAITING_FOR_EMPLOYER || one.state() == EnrolmentState.OFFERED).toList();
    }

    /** For who guides it: the line, in order. */
    public List<Enrolment> getWaiting() {
        return people().stream().filter(one -> one.state() == EnrolmentState.WAITING).toList();
    }

    private List<Enrolment> people() {
        if (people == null) {
            people = isMember() ? enrolments.of(id) : List.of();
        }
        return people;
    }

    public List<Reorder> getReorders() {
        return getCohort().mayGuide() ? enrolments.reorders(id) : List.of();
    }

    public UUID getSpace() {
        return cohorts.space(id);
    }

    /** An administrator who takes no part: she may read with a reason (R16). */
    public boolean isReader() {
        return actor.get().isAdmin() && !isMember() && getCohort().state().talks();
    }

    public Instant getReadingUntil() {
        return reading.until(id);
    }

    public List<Forum.Said> getSaid() {
        return reading.said(id);
    }

    /** How far it is, for the line of steps: done, now or todo. */
    public String step(String step) {
        CohortState now = getCohort().state() == CohortState.FULL ? CohortState.OPEN : getCohort().state();
        int at = WAY.indexOf(now);
        int one = WAY.indexOf(CohortState.valueOf(step));
        return one < at ? "done" : one == at ? "now" : "todo";
    }

    public String enrol() {
        Enrolment made = enrolments.enrol(id, null);
        return done("cohort.done." + made.state());
    }

    public String leave() {
        enrolments.leave(id);
        return done("cohort.done.LEFT");
    }

    public String claim() {
        Enrolment taken = enrolments.claim(getMine().id(), seenMine);
        return done("cohort.done." + taken.state());
    }

    public String open() {
        return moved(cohorts::open, "cohort.done.open");
    }

    public String finish() {
        return moved(cohorts::finish, "cohort.done.finish");
    }

    public String alumni() {
        return moved(cohorts::alumni, "cohort.done.alumni");
    }

    private String moved(BiFunction<UUID, Integer, Cohort> step, String key) {
        step.apply(id, seenVersion);
        return done(key);
    }

    public String copy() {
        Cohort made = cohorts.copy(id);
        notices.done(Texts.of(languages.getLocale(), "cohort.done.copy"));
        return "/learning/cohort-edit?faces-redirect=true&id=" + made.id();
    }

    public String invite() {
        enrolments.invite(id, email);
        return done("cohort.done.invite");
    }

    public String move() {
        Enrolment one = people().stream().filter(row -> row.id().equals(movedId)).findFirst().orElse(null);
        if (one == null) {
            return done("cohort.done.moveNobody");
        }
        enrolments.move(movedId, one.version(), place, reason);
        return done("cohort.done.move");
    }

    public String read() {
        reading.begin(id, why);
        return done("cohort.done.read");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/learning/cohort?faces-redirect=true&id=" + id;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public UUID getMovedId() {
        return movedId;
    }

    public void setMovedId(UUID movedId) {
        this.movedId = movedId;
    }

    public Integer getPlace() {
        return place;
    }

    public void setPlace(Integer place) {
        this.place = place;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
