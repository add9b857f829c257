package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PaceView;
import nl.vliegwiel.flexpool.boundary.ReachService;
import nl.vliegwiel.flexpool.domain.reach.Pace;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** How fast the requests of one library reach further: to read for all, to set for its HR managers. */
@Named("pacePage")
@ViewScoped
public class PacePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ReachService service;

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
    private boolean mine;
    private boolean own;
    private int seenVersion;
    private boolean allAtOnce;
    private boolean strict;
    private int ownHours;
    private int favouritesHours;
    private int neighboursHours;
    private int regionHours;
    private int halfDays;
    private int quarterDays;
    private int batch;
    private int batchMinutes;
    private int enough;
    private int standbyHours;

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
        show(service.pace(organisationId));
    }

    private void show(PaceView view) {
        organisationName = view.organisationName();
        mine = view.mine();
        own = view.version() > 0;
        seenVersion = view.version();
        Pace now = view.pace();
        allAtOnce = now.allAtOnce();
        strict = now.strict();
        ownHours = now.ownHours();
        favouritesHours = now.favouritesHours();
        neighboursHours = now.neighboursHours();
        regionHours = now.regionHours();
        halfDays = now.halfDays();
        quarterDays = now.quarterDays();
        batch = now.batch();
        batchMinutes = now.batchMinutes();
        enough = now.enough();
        standbyHours = now.standbyHours();
    }

    public String save() {
        service.savePace(organisationId, seenVersion, new Pace(allAtOnce, strict, ownHours, favouritesHours, neighboursHours, regionHours, halfDays, quarterDays,
            batch, batchMinutes, enough, standbyHours));
        notices.done(Texts.of(languages.getLocale(), "reach.pace.done"));
        return "/flexpool/pace?faces-redirect=true&organisation=" + organisationId;
    }

    public String getOrganisationName() {
        return organisationName;
    }

    public boolean isMine() {
        return mine;
    }

    /** The library set its own pace. */
    public boolean isOwn() {
        return own;
    }

    public boolean isAllAtOnce() {
        return allAtOnce;
    }

    public void setAllAtOnce(boolean allAtOnce) {
        this.allAtOnce = allAtOnce;
    }

    public boolean isStrict() {
        return strict;
    }

    public void setStrict(boolean strict) {
        this.strict = strict;
    }

    public int getOwnHours() {
        return ownHours;
    }

    public void setOwnHours(int ownHours) {
        this.ownHours = ownHours;
    }

    public int getFavouritesHours() {
        return favouritesHours;
    }

    public void setFavouritesHours(int favouritesHours) {
        this.favouritesHours = favouritesHours;
    }

    public int getNeighboursHours() {
        return neighboursHours;
    }

    public void setNeighboursHours(int neighboursHours) {
        this.neighboursHours = neighboursHours;
    }

    public int getRegionHours() {
        return regionHours;
    }

    public void setRegionHours(int regionHours) {
        this.regionHours = regionHours;
    }

    public int getHalfDays() {
        return halfDays;
    }

    public void setHalfDays(int halfDays) {
        this.halfDays = halfDays;
    }

    public int getQuarterDays() {
        return quarterDays;
    }

    public void setQuarterDays(int quarterDays) {
        this.quarterDays = quarterDays;
    }

    public int getBatch() {
        return batch;
    }

    public void setBatch(int batch) {
        this.batch = batch;
    }

    public int getBatchMinutes() {
        return batchMinutes;
    }

    public void setBatchMinutes(int batchMinutes) {
        this.batchMinutes = batchMinutes;
    }

    public int getEnough() {
        return enough;
    }

    public void setEnough(int enough) {
        this.enough = enough;
    }

    public int getStandbyHours() {
        return standbyHours;
    }

    public void setStandbyHours(int standbyHours) {
        this.standbyHours = standbyHours;
    }
}
