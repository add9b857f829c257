package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.outbox.Receivers;

/**
 * What others changed for a person, to be read in the inbox too (R14): the same messages that went out as mail, in the
 * words of now. So whatever is mailed is a notice, and there is no second list of what to tell.
 */
@UseCase
public class NoticeService {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST = 20;

    @Inject
    private Outbox outbox;

    @Inject
    private Receivers receivers;

    @Inject
    @Any
    private Instance<MessageTemplate> templates;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    /** Her own of the last thirty days, newest first; what was overtaken since is left out. */
    @OpenToAllStaff
    public List<NoticeLine> mine(Locale language) {
        UUID me = actor.get().personId();
        Optional<Receiver> known = receivers.receiver(me);
        if (known.isEmpty()) {
            return List.of();
        }
        Receiver reader = new Receiver(me, known.get().givenName(), known.get().name(), known.get().email(), language);
        return outbox.recent(me, clock.instant().minus(KEPT), MOST).stream().flatMap(note -> line(note, reader).stream()).toList();
    }

    private Optional<NoticeLine> line(Outbox.Note note, Receiver reader) {
        return templates.stream().filter(template -> template.kinds().contains(note.kind()) && template.tellsOfAChange(note.kind())).findFirst()
            .flatMap(template -> template.render(note.kind(), reader, note.payload()))
            .map(text -> new NoticeLine(note.id(), note.kind(), text.subject(), text.summary(), note.at(), note.readAt() != null, local(text)));
    }

    private static String local(MailText text) {
        if (text.link() == null) {
            return null;
        }
        String query = text.link().getRawQuery();
        return text.link().getRawPath() + (query == null ? "" : "?" + query);
    }

    /** @return how many were new */
    @OpenToAllStaff
    public int readAll() {
        return outbox.read(actor.get().personId(), clock.instant());
    }
}
