package nl.vliegwiel.platform.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * Something in somebody's calendar. The same entry in an invitation and in a feed has the same UID, so that a calendar shows it once.
 *
 * @param sequence rises when calendars have to move it
 * @param page where it leads, as a local path
 */
public record CalendarEntry(UUID id, int sequence, Instant changedAt, Period period, String summary, String where, String description, String page, boolean off) {
    /** @param site our own address, to which the event leads back */
    public VEvent event(URI site) {
        VEvent event = new VEvent(new PropertyList());
        event.add(new Uid(id + "@vliegwiel"));
        event.add(new Sequence(sequence));
        event.add(new DtStamp(changedAt));
        event.add(new LastModified(changedAt));
        event.add(new DtStart<>(period.start().atZone(Zones.AMSTERDAM)));
        event.add(new DtEnd<>(period.end().atZone(Zones.AMSTERDAM)));
        event.add(new Summary(summary));
        event.add(new Location(where));
        event.add(new Description(description));
        event.add(new Url(site.resolve(page)));
        event.add(off ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(off ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        return event;
    }
}
