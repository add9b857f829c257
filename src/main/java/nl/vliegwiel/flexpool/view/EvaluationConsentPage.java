package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.EvaluationConsent;
import nl.vliegwiel.flexpool.boundary.EvaluationConsentService;
import nl.vliegwiel.flexpool.domain.evaluation.CouncilBody;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Whether the library that somebody acts for evaluates placements, and by whose consent. */
@Named
@ViewScoped
public class EvaluationConsentPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SELF = "/flexpool/evaluation-consent?faces-redirect=true";

    @Inject
    private EvaluationConsentService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID organisationId;
    private int seenVersion;
    private transient EvaluationConsent consent;
    private transient boolean recording;

    private CouncilBody body;
    private LocalDate consentedOn;
    private String document;

    /** @throws NotFound for who belongs to no organisation */
    public void load() {
        organisationId = actor.get().actingFor();
        if (organisationId == null) {
            throw new NotFound("organisation.notFound");
        }
    }

    public void draw() {
        consent = null;
        seenVersion = getConsent().version();
    }

    public EvaluationConsent getConsent() {
        if (consent == null) {
            consent = service.consent(organisationId);
        }
        return consent;
    }

    public String record() {
        recording = true;
        service.record(organisationId, body, consentedOn, document);
        notices.done(Texts.of(languages.getLocale(), "evaluation.consent.done.recorded"));
        return SELF;
    }

    public String revoke() {
        service.revoke(organisationId, seenVersion);
        notices.done(Texts.of(languages.getLocale(), "evaluation.consent.done.revoked"));
        return SELF;
    }

    public boolean isRecording() {
        return recording;
    }

    public CouncilBody[] getBodies() {
        return CouncilBody.values();
    }

    public CouncilBody getBody() {
        return body;
    }

    public void setBody(CouncilBody body) {
        this.body = body;
    }

    public LocalDate getConsentedOn() {
        return consentedOn;
    }

    public void setConsentedOn(LocalDate consentedOn) {
        this.consentedOn = consentedOn;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }
}
