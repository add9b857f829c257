package nl.vliegwiel.flexpool.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.vliegwiel.flexpool.boundary.LendingService;
import nl.vliegwiel.flexpool.boundary.LendingService.LongWait;

/** Releases in the reader's region that wait long. She can call a library; she decides nothing. */
@Named
@RequestScoped
public class WaitsPage {
    @Inject
    private LendingService service;

    private List<LongWait> waits;

    /** Who may not see them is told so before anything is drawn. */
    public void load() {
        getWaits();
    }

    public List<LongWait> getWaits() {
        if (waits == null) {
            waits = service.longWaits();
        }
        return waits;
    }
}
