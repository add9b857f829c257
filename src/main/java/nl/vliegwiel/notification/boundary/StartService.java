package nl.vliegwiel.notification.boundary;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.notification.boundary.StartView.Figures;
import nl.vliegwiel.organisation.RegisterFigures;
import nl.vliegwiel.person.StaffFigures;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.outbox.Receivers;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.skill.CatalogueFigures;

/** Answers "what do I do now" for everybody, from the roles she has at the organisation she acts for. */
@UseCase
public class StartService {
    private static final int SHORT = 5;
    private static final int LONG = 8;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration YEAR = Duration.ofDays(365);

    @Inject
    private InboxService inbox;

    @Inject
    private Flexpool flexpool;

    @Inject
    private RegisterFigures register;

    @Inject
    private StaffFigures staff;

    @Inject
    private CatalogueFigures catalogue;

    @Inject
    private Receivers receivers;

    @Inject
    private Outbox outbox;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @OpenToAllStaff
    public StartView mine(Locale language) {
        Actor me = current.get();
        Instant now = clock.instant();
        List<InboxLine> waiting = inbox.mine(language);
        boolean employee = me.has(Role.EMPLOYEE);
        Set<UUID> libraries = librariesOf(me);
        boolean manager = !libraries.isEmpty();
        boolean moderator = !me.regionLibraries().isEmpty();
        LocalDate monday = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new StartView(receivers.receiver(me.personId()).map(Receiver::givenName).orElse(me.name()), waiting.stream().limit(SHORT).toList(), waiting.size(),
            employee ? flexpool.nextWorkOf(me.personId(), now, SHORT) : null,
            employee ? flexpool.poolOf(me.personId(), language).orElse(null) : null,
            manager ? flexpool.openRequests(libraries, now, LONG) : null,
            manager ? flexpool.away(libraries, midnight(monday), midnight(monday.plusWeeks(1)), LONG) : null,
            moderator ? flexpool.unfilled(me.regionLibraries(), now, now.plus(WEEK), LONG) : null,
            moderator ? flexpool.giveAndTake(me.regionLibraries(), now.minus(YEAR)) : null,
            me.isAdmin() ? figures() : null,
            me.isAdmin() ? outbox.state() : null);
    }

    private Figures figures() {
        StaffFigures.Figures people = staff.on(LocalDate.now(clock));
        return new Figures(register.libraries(), people.people(), people.neverSignedIn(), catalogue.skills());
    }

    /** Of the organisation she acts for, or of all while she has not chosen. */
    private static Set<UUID> librariesOf(Actor me) {
        Set<UUID> managed = me.organisationsWhere(Role.HR_MANAGER);
        if (me.actingFor() == null) {
            return managed;
        }
        return managed.contains(me.actingFor()) ? Set.of(me.actingFor()) : Set.of();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Zones.AMSTERDAM).toInstant();
    }
}
