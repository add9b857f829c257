package nl.vliegwiel.meeting;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import nl.vliegwiel.platform.calendar.CalendarEntry;
import nl.vliegwiel.platform.calendar.CalendarText;

/**
 * An invitation that calendars understand (RFC 5546): REQUEST puts or moves the event, CANCEL takes it away. The UID is that of
 * the personal feed, and SEQUENCE rises with every change that matters, so that Outlook, Google and Apple move it.
 */
public final class SessionInvitation {
    private SessionInvitation() {
    }

    /**
     * @param entry the session as it stands now; off for CANCEL
     * @param organiser address that answers would go to
     * @param attendee address of who gets it
     * @param name of who gets it
     * @param site our own address
     */
    public static String write(CalendarEntry entry, String organiser, String attendee, String name, URI site) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Vliegwiel//Lerend Netwerk//NL"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(entry.off() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(CalendarText.zone());
        VEvent event = entry.event(site);
        Organizer from = new Organizer(URI.create("mailto:" + organiser));
        from.add(new Cn("Vliegwiel"));
        event.add(from);
        Attendee to = new Attendee(URI.create("mailto:" + attendee));
        to.add(new Cn(name.replace("\"", "'")));
        to.add(Role.REQ_PARTICIPANT);
        to.add(entry.off() ? PartStat.DECLINED : PartStat.NEEDS_ACTION);
        to.add(Rsvp.FALSE);
        event.add(to);
        calendar.add(event);
        return new String(CalendarText.bytes(calendar), StandardCharsets.UTF_8);
    }
}
