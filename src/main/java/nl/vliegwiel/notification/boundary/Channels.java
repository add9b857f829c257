package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.flexpool.Flexpool;
import nl.vliegwiel.notification.domain.Preferences;
import nl.vliegwiel.notification.domain.Topic;
import nl.vliegwiel.notification.persistence.SettingsQueries;
import nl.vliegwiel.platform.outbox.Timing;

/** Says for each message when and how its receiver wants it. */
@ApplicationScoped
public class Channels implements Timing {
    @Inject
    private SettingsQueries settings;

    @Inject
    private Flexpool flexpool;

    @Override
    public Moment moment(String kind, UUID personId, Map<String, String> payload, Instant now) {
        Optional<Topic> topic = Topic.of(kind);
        if (topic.isEmpty()) {
            return Moment.now();
        }
        Preferences wishes = settings.find(personId).preferences();
        return wishes.moment(topic, isLastMinute(payload, now), now);
    }

    /** The work that it is about begins within two days. */
    private boolean isLastMinute(Map<String, String> payload, Instant now) {
        Instant soon = now.plus(Flexpool.LAST_MINUTE);
        if (payload.containsKey(RequestMails.CALL)) {
            return flexpool.openCall(UUID.fromString(payload.get(RequestMails.CALL)), ids(payload.get(RequestMails.SHIFTS)), now)
                .filter(call -> call.shifts().get(0).start().isBefore(soon)).isPresent();
        }
        return payload.containsKey(PlacementMails.PLACEMENTS) && flexpool.placements(ids(payload.get(PlacementMails.PLACEMENTS))).stream()
            .anyMatch(placement -> placement.startsAt().isAfter(now) && placement.startsAt().isBefore(soon));
    }

    private static List<UUID> ids(String list) {
        return Arrays.stream(list.split(",")).map(UUID::fromString).toList();
    }
}
