package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.WeightsService;
import nl.vliegwiel.flexpool.boundary.WeightsView;
import nl.vliegwiel.flexpool.domain.ranking.Weights;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** What weighs in the ranking of one library: to read for all, to set for its HR managers. */
@Named("weightsPage")
@ViewScoped
public class WeightsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private WeightsService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID organisationId;
    private String organisationName;
    private String versionName;
    private boolean mine;
    private int seenVersion;
    private int skillFit;
    private int travel;
    private int hoursBalance;
    private int fairSpread;
    private int knowsPlace;

    /** @throws NotFound for an address of no organisation */
    public void load() {
        String asked = request.getParameter("organisation");
        try {
            organisationId = asked == null || asked.isEmpty() ? actor.get().actingFor() : UUID.fromString(asked);
        } catch (IllegalArgumentException e) {
            throw new NotFound("weights.notFound");
        }
        if (organisationId == null) {
            throw new NotFound("weights.notFound");
        }
        show(service.weights(organisationId));
    }

    private void show(WeightsView view) {
        organisationName = view.organisationName();
        mine = view.mine();
        seenVersion = view.version();
        Weights now = view.weights();
        versionName = now.version();
        skillFit = now.skillFit();
        travel = now.travel();
        hoursBalance = now.hoursBalance();
        fairSpread = now.fairSpread();
        knowsPlace = now.knowsPlace();
    }

    public String save() {
        service.save(organisationId, seenVersion, new Weights("new", skillFit, travel, hoursBalance, fairSpread, knowsPlace));
        notices.done(Texts.of(languages.getLocale(), "weights.done"));
        return "/flexpool/weights?faces-redirect=true&organisation=" + organisationId;
    }

    public String getOrganisationName() {
        return organisationName;
    }

    public String getVersionName() {
        return versionName;
    }

    public boolean isMine() {
        return mine;
    }

    public int getSkillFit() {
        return skillFit;
    }

    public void setSkillFit(int skillFit) {
        this.skillFit = skillFit;
    }

    public int getTravel() {
        return travel;
    }

    public void setTravel(int travel) {
        this.travel = travel;
    }

    public int getHoursBalance() {
        return hoursBalance;
    }

    public void setHoursBalance(int hoursBalance) {
        this.hoursBalance = hoursBalance;
    }

    public int getFairSpread() {
        return fairSpread;
    }

    public void setFairSpread(int fairSpread) {
        this.fairSpread = fairSpread;
    }

    public int getKnowsPlace() {
        return knowsPlace;
    }

    public void setKnowsPlace(int knowsPlace) {
        this.knowsPlace = knowsPlace;
    }
}
