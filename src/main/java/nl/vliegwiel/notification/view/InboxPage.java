package nl.vliegwiel.notification.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.vliegwiel.notification.boundary.InboxLine;
import nl.vliegwiel.notification.boundary.InboxService;
import nl.vliegwiel.notification.boundary.NoticeLine;
import nl.vliegwiel.notification.boundary.NoticeService;
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

    @Inject
    private NoticeService noticeService;

    private List<InboxLine> rows;
    private List<NoticeLine> noticeLines;

    public List<InboxLine> getRows() {
        if (rows == null) {
            rows = inbox.mine(languages.getLocale());
        }
        return rows;
    }

    public List<NoticeLine> getNotices() {
        if (noticeLines == null) {
            noticeLines = noticeService.mine(languages.getLocale());
        }
        return noticeLines;
    }

    public boolean isAnythingNew() {
        return getNotices().stream().anyMatch(one -> !one.read());
    }

    public String readAll() {
        noticeService.readAll();
        return "/inbox?faces-redirect=true";
    }

    /** It has to be decided within two days. */
    public boolean soon(InboxLine row) {
        return row.until() != null && row.until().isBefore(clock.instant().plus(SOON));
    }
}
