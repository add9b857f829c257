package nl.vliegwiel.flexpool.boundary;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import nl.vliegwiel.flexpool.domain.FeedLoan;
import nl.vliegwiel.flexpool.domain.FeedLoan.Standing;
import nl.vliegwiel.platform.calendar.CalendarEntry;
import nl.vliegwiel.platform.calendar.CalendarText;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;

/**
 * Writes loans as iCalendar (RFC 5545). The same loans always give the same bytes: stamps are those of the last change,
 * so that a program that asks whether there is news gets a true answer.
 */
final class FeedWriter {
    private static final Duration ASK_AGAIN = Duration.ofHours(1);
    private final Locale language;
    private final URI site;

    /**
     * @param language of the reader
     * @param site our own address, to which events lead back
     */
    FeedWriter(Locale language, URI site) {
        this.language = language;
        this.site = site;
    }

    byte[] write(List<FeedLoan> loans) {
        return write(loans, List.of());
    }

    /** @param others what other features have in her calendar */
    byte[] write(List<FeedLoan> loans, List<CalendarEntry> others) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Vliegwiel//Flexpool//" + language.getLanguage().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", text("calendar.feed.name")));
        calendar.add(new RefreshInterval(new ParameterList(), ASK_AGAIN));
        // What Outlook reads instead of the line before
        calendar.add(new XProperty("X-PUBLISHED-TTL", ASK_AGAIN.toString()));
        calendar.add(CalendarText.zone());
        loans.forEach(loan -> calendar.add(event(loan)));
        others.forEach(entry -> calendar.add(entry.event(site)));
        return CalendarText.bytes(calendar);
    }

    private VEvent event(FeedLoan loan) {
        VEvent event = new VEvent(new PropertyList());
        event.add(new Uid(loan.id() + "@vliegwiel"));
        event.add(new Sequence(loan.sequence()));
        event.add(new DtStamp(loan.changedAt()));
        event.add(new LastModified(loan.changedAt()));
        event.add(new DtStart<>(loan.period().start().atZone(Zones.AMSTERDAM)));
        event.add(new DtEnd<>(loan.period().end().atZone(Zones.AMSTERDAM)));
        event.add(new Summary(summary(loan)));
        event.add(new Location(Stream.of(loan.branch(), loan.address(), loan.place()).filter(part -> part != null && !part.isBlank()).distinct()
            .collect(Collectors.joining(", "))));
        URI page = site.resolve("/flexpool/placement?id=" + loan.id());
        String description = text("calendar.feed.description", loan.borrower(), loan.breakMinutes(), page.toString());
        event.add(new Description(loan.inductionBranch() == null ? description
            : description + "\n" + text("calendar.feed.induction", site.resolve("/flexpool/induction?branch=" + loan.inductionBranch()).toString())));
        event.add(new Url(page));
        event.add(switch (loan.standing()) {
            case DEFINITE -> ImmutableStatus.VEVENT_CONFIRMED;
            case UNDECIDED -> ImmutableStatus.VEVENT_TENTATIVE;
            case OFF -> ImmutableStatus.VEVENT_CANCELLED;
        });
        event.add(loan.standing() == Standing.OFF ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        return event;
    }

    private String summary(FeedLoan loan) {
        String title = loan.title() + " (" + loan.borrower() + ")";
        return switch (loan.standing()) {
            case DEFINITE -> title;
            case UNDECIDED -> text("calendar.feed.undecided", title);
            case OFF -> text("calendar.feed.off", title);
        };
    }

    private String text(String key, Object... arguments) {
        return Texts.of(language, key, arguments);
    }
}
