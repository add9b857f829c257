package nl.vliegwiel.learning.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.Cohort;
import nl.vliegwiel.learning.boundary.CohortService;
import nl.vliegwiel.learning.boundary.Enrolment;
import nl.vliegwiel.learning.boundary.EnrolmentService;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** An employer decides whether somebody takes part: what it costs in days and money, yes or no. */
@Named("learningConsentPage")
@ViewScoped
public class ConsentPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private EnrolmentService enrolments;

    @Inject
    private CohortService cohorts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private int seenVersion;
    private String reason;
    private transient Enrolment enrolment;
    private transient Cohort cohort;

    public void load() {
        id = Address.id(request, "id", "enrolment.notFound");
        getEnrolment();
    }

    /** What is drawn now is what the decision is about. */
    public void draw() {
        enrolment = null;
        seenVersion = getEnrolment().version();
    }

    public Enrolment getEnrolment() {
        if (enrolment == null) {
            enrolment = enrolments.get(id);
        }
        return enrolment;
    }

    public Cohort getCohort() {
        if (cohort == null) {
            cohort = cohorts.get(getEnrolment().cohortId());
        }
        return cohort;
    }

    public boolean isMayDecide() {
        return enrolments.mayDecide(id);
    }

    public String yes() {
        enrolments.approve(id, seenVersion);
        return done("consent.done.yes");
    }

    public String no() {
        enrolments.decline(id, seenVersion, reason);
        return done("consent.done.no");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key, getEnrolment().person()));
        return "/inbox?faces-redirect=true";
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
