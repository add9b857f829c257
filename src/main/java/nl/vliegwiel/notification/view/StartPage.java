package nl.vliegwiel.notification.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import nl.vliegwiel.flexpool.Flexpool.GiveAndTake;
import nl.vliegwiel.notification.boundary.StartService;
import nl.vliegwiel.notification.boundary.StartView;
import nl.vliegwiel.platform.web.Languages;

/** The page on which everybody comes in. */
@Named
@RequestScoped
public class StartPage {
    @Inject
    private StartService start;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    private StartView view;

    public StartView getView() {
        if (view == null) {
            view = start.mine(languages.getLocale());
        }
        return view;
    }

    public LocalDate getToday() {
        return LocalDate.now(clock);
    }

    /** Net minutes that the region's libraries lent. */
    public long getLent() {
        return getView().balance().stream().mapToLong(GiveAndTake::lentMinutes).sum();
    }

    public long getBorrowed() {
        return getView().balance().stream().mapToLong(GiveAndTake::borrowedMinutes).sum();
    }
}
