package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.inbox.InboxItem;
import nl.vliegwiel.platform.inbox.InboxSource;
import nl.vliegwiel.platform.text.Formats;
import nl.vliegwiel.platform.text.Texts;

/** Everything that waits for the decision of one person, gathered from all features. */
@UseCase
public class InboxService {
    /** What is too late first comes first; what has no limit comes last, the longest waiting before the rest. */
    static final Comparator<InboxItem> BY_URGENCY = Comparator
        .comparing(InboxItem::until, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
        .thenComparing(InboxItem::since, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
        .thenComparing(InboxItem::entityId);

    @Inject
    @Any
    private Instance<InboxSource> sources;

    @Inject
    private CurrentActor actor;

    /** Each source shows only what this person may decide. */
    @OpenToAllStaff
    public List<InboxLine> mine(Locale language) {
        var me = actor.get();
        return sources.stream().flatMap(source -> source.waitingFor(me).stream()).sorted(BY_URGENCY).map(item -> line(item, language)).toList();
    }

    private static InboxLine line(InboxItem item, Locale language) {
        return new InboxLine(item.kind(), Texts.of(language, "InboxKind." + item.kind()), item.entity(), item.entityId(), item.version(),
            Texts.of(language, item.titleKey(), item.titleArguments().stream().map(value -> said(value, language)).toArray()), item.since(), item.until(), item.url());
    }

    /** A moment as people say it, with the day of the week: by that they know whether they can come. */
    private static Object said(Object value, Locale language) {
        return value instanceof Instant moment ? Formats.in(language).dateTime(moment) : value;
    }
}
