package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.PlacementService;
import nl.vliegwiel.flexpool.boundary.StandbyService;
import nl.vliegwiel.flexpool.boundary.StandbyService.Standing;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** On the page of a placement that stands by: whether she was asked, and her answer. */
@Named("standbyPage")
@ViewScoped
public class StandbyPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private StandbyService standby;

    @Inject
    private PlacementService placements;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    private UUID id;
    private int seenVersion;
    private transient Standing standing;

    /** @throws NotFound for an address without the id of a placement that this person may see */
    public Standing getStanding() {
        if (standing == null) {
            if (id == null) {
                try {
                    id = UUID.fromString(String.valueOf(request.getParameter("id")));
                } catch (IllegalArgumentException e) {
                    throw new NotFound("placement.notFound");
                }
            }
            seenVersion = placements.detail(id).version();
            standing = standby.standing(id).orElse(new Standing(null, null, false));
        }
        return standing;
    }

    public String confirm() {
        standby.confirm(id, seenVersion);
        notices.done(Texts.of(languages.getLocale(), "standby.done"));
        return "/flexpool/placement?faces-redirect=true";
    }
}
