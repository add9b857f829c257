package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.SettlementService;
import nl.vliegwiel.flexpool.boundary.SettlementView;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One settlement: the open book both ways, the balance, the invoices, and what can be done now. */
@Named
@ViewScoped
public class SettlementPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private SettlementService service;

    @Inject
    private CurrentActor actor;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private int seenVersion;
    private transient SettlementView view;

    /** @throws NotFound for an address without the id of a settlement that this person may see */
    public void load() {
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("settlement.notFound");
        }
        getView();
    }

    /** What is drawn now is what the next decision is about. */
    public void draw() {
        view = null;
        seenVersion = getView().version();
    }

    public SettlementView getView() {
        if (view == null) {
            view = service.settlement(id);
        }
        return view;
    }

    /** She may look at the placements behind it, too. */
    public boolean isPlacements() {
        return actor.get().readsAsManager(getView().libraryId());
    }

    public String send() {
        service.send(id, seenVersion);
        return done("settlement.done.sent");
    }

    public String pay() {
        service.pay(id, seenVersion);
        return done("settlement.done.paid");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/flexpool/settlement?faces-redirect=true&id=" + id;
    }
}
