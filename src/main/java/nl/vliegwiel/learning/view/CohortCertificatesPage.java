package nl.vliegwiel.learning.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.CertificateService;
import nl.vliegwiel.learning.boundary.Cohort;
import nl.vliegwiel.learning.boundary.CohortService;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Who was there often enough, and giving and taking back certificates. */
@Named
@ViewScoped
public class CohortCertificatesPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private CertificateService certificates;

    @Inject
    private CohortService cohorts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private UUID revokedId;
    private String reason;
    private transient Cohort cohort;
    private transient List<CertificateService.Candidate> candidates;

    public void load() {
        id = Address.id(request, "id", "cohort.notFound");
        getCohort();
    }

    public void draw() {
        candidates = null;
    }

    public Cohort getCohort() {
        if (cohort == null) {
            cohort = cohorts.edit(id);
        }
        return cohort;
    }

    public List<CertificateService.Candidate> getCandidates() {
        if (candidates == null) {
            candidates = certificates.candidates(id);
        }
        return candidates;
    }

    public List<CertificateService.Candidate> getGiven() {
        return getCandidates().stream().filter(one -> one.code() != null).toList();
    }

    /** Who would get one now. */
    public long getReady() {
        return getCandidates().stream().filter(one -> one.enough() && one.code() == null).count();
    }

    public String award() {
        certificates.award(id, null);
        return done("certificate.done.awarded");
    }

    public String revoke() {
        if (revokedId != null) {
            certificates.revoke(id, revokedId, reason);
        }
        return done("certificate.done.revoked");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/learning/certificates?faces-redirect=true&id=" + id;
    }

    public UUID getRevokedId() {
        return revokedId;
    }

    public void setRevokedId(UUID revokedId) {
        this.revokedId = revokedId;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
