package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Induction;
import nl.vliegwiel.flexpool.boundary.InductionService;
import nl.vliegwiel.flexpool.domain.induction.InductionText;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** The induction sheet of a branch: to read and accept for who comes, to write for its library. */
@Named
@ViewScoped
public class InductionPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private InductionService service;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID branchId;
    private int seenVersion;
    private transient Induction sheet;
    private transient String opened;

    private String reportTo;
    private String contact;
    private String keysIct;
    private String houseRules;
    private String safety;

    /** @throws NotFound for an address of no branch that the reader has to do with */
    public void load() {
        try {
            branchId = UUID.fromString(String.valueOf(request.getParameter("branch")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("induction.notFound");
        }
        InductionText text = getSheet().text();
        if (text != null) {
            reportTo = text.reportTo();
            contact = text.contact();
            keysIct = text.keysIct();
            houseRules = text.houseRules();
            safety = text.safety();
        }
    }

    /** What is drawn now is what the next step is about. */
    public void draw() {
        sheet = null;
        seenVersion = getSheet().version();
    }

    public Induction getSheet() {
        if (sheet == null) {
            sheet = service.sheet(branchId);
        }
        return sheet;
    }

    /** The form stays open because what was sent from it could not be done; null for none. */
    public String getOpened() {
        return opened;
    }

    public String accept() {
        service.accept(branchId, seenVersion);
        return done("induction.done.accepted");
    }

    public String publish() {
        opened = "edit";
        service.publish(branchId, seenVersion, new InductionText(reportTo, contact, keysIct, houseRules, safety));
        return done("induction.done.published");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/flexpool/induction?faces-redirect=true&branch=" + branchId;
    }

    public String getReportTo() {
        return reportTo;
    }

    public void setReportTo(String reportTo) {
        this.reportTo = reportTo;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getKeysIct() {
        return keysIct;
    }

    public void setKeysIct(String keysIct) {
        this.keysIct = keysIct;
    }

    public String getHouseRules() {
        return houseRules;
    }

    public void setHouseRules(String houseRules) {
        this.houseRules = houseRules;
    }

    public String getSafety() {
        return safety;
    }

    public void setSafety(String safety) {
        this.safety = safety;
    }
}
