package nl.vliegwiel.organisation.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.vliegwiel.organisation.boundary.ReleaseNumbersService;
import nl.vliegwiel.platform.text.ReleasedNumbers.Ground;
import nl.vliegwiel.platform.text.ReleasedNumbers.Release;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;

/** Numbers that only look like a BSN: release one, take a release back. Request scope: the number is nowhere kept. */
@Named
@RequestScoped
public class ReleasedNumbersPage {
    @Inject
    private ReleaseNumbersService service;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private String number;
    private Ground ground;
    private boolean noBsn;
    private List<Release> releases;

    /** View action. */
    public void load() {
        releases = service.releases();
    }

    public List<Release> getReleases() {
        if (releases == null) {
            load();
        }
        return releases;
    }

    public String release() {
        service.release(number, ground, noBsn);
        return done("released.message.released");
    }

    public String revoke(Release release) {
        service.revoke(release.id());
        return done("released.message.revoked");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/organisation/released-numbers?faces-redirect=true";
    }

    public Ground[] getGrounds() {
        return Ground.values();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Ground getGround() {
        return ground;
    }

    public void setGround(Ground ground) {
        this.ground = ground;
    }

    public boolean isNoBsn() {
        return noBsn;
    }

    public void setNoBsn(boolean noBsn) {
        this.noBsn = noBsn;
    }
}
