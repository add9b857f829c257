package nl.vliegwiel.flexpool.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.SwapService;
import nl.vliegwiel.flexpool.boundary.SwapView;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** One swap: what is asked, what it means, yes or no, and how far it is. */
@Named
@ViewScoped
public class SwapPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private SwapService swaps;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private int seenVersion;
    private UUID placementId;
    private transient SwapView swap;

    /** A shift that can be given, with what the list says. */
    public record Choice(UUID id, String label) {
    }

    /** @throws NotFound for an address without the id of a swap of this person */
    public void load() {
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("swap.notFound");
        }
        getSwap();
    }

    /** What is drawn now is what the next decision is about. */
    public void draw() {
        swap = null;
        seenVersion = getSwap().version();
    }

    public SwapView getSwap() {
        if (swap == null) {
            swap = swaps.swap(id);
        }
        return swap;
    }

    public List<Choice> getChoices() {
        Formats formats = Formats.in(languages.getLocale());
        return getSwap().choices().stream()
            .map(one -> new Choice(one.placementId(), Texts.of(languages.getLocale(), "swap.choice", formats.period(one.start(), one.end()), one.borrower(), one.title())))
            .toList();
    }

    public String accept() {
        swaps.accept(id, seenVersion, placementId);
        return done("swap.done.accepted");
    }

    public String decline() {
        swaps.decline(id, seenVersion);
        return done("swap.done.declined");
    }

    public String withdraw() {
        swaps.withdraw(id, seenVersion);
        return done("swap.done.withdrawn");
    }

    private String done(String key) {
        notices.done(Texts.of(languages.getLocale(), key));
        return "/flexpool/swap?faces-redirect=true";
    }

    public UUID getPlacementId() {
        return placementId;
    }

    public void setPlacementId(UUID placementId) {
        this.placementId = placementId;
    }
}
