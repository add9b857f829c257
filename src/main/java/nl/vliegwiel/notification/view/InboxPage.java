package nl.vliegwiel.notification.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.vliegwiel.notification.boundary.InboxLine;
import nl.vliegwiel.notification.boundary.InboxService;
import nl.vliegwiel.platform.web.Languages;

/** Everything that waits for me, on one page. */
@Named
@RequestScoped
public class InboxPage {
    private static final Duration SOON = Duration.ofHours(48);

    @Inject
    private InboxService inbox;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    private List<InboxLine> rows;

    public List<InboxLine> getRows() {
        if (rows == null) {
            rows = inbox.mine(languages.getLocale());
        }
        return rows;
    }

    /** It has to be decided within two days. */
    public boolean soon(InboxLine row) {
        return row.until() != null && row.until().isBefore(clock.instant().plus(SOON));
    }
}
