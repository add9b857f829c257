package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.notification.domain.Preferences;
import nl.vliegwiel.notification.domain.Preferences.Channel;
import nl.vliegwiel.notification.domain.Topic;
import nl.vliegwiel.notification.persistence.SettingsQueries;
import nl.vliegwiel.notification.persistence.SettingsQueries.Kept;
import nl.vliegwiel.notification.persistence.SettingsQueries.Link;
import nl.vliegwiel.platform.signon.Secrets;
import nl.vliegwiel.platform.signon.SignOnSettings;

/**
 * Ends mail with one click from the mail itself (RFC 8058), without signing in: who holds the secret of the mail may do
 * this one thing. What is not mailed any more is still read in the inbox.
 */
@ApplicationScoped
@Transactional
public class Unsubscribe {
    /** Stands for everything that comes together in one mail. */
    static final String TOGETHER = "TOGETHER";
    private static final int LONGEST = 100;

    @Inject
    private SettingsQueries queries;

    @Inject
    private SignOnSettings settings;

    /** Address for a mail about a topic. */
    public URI address(UUID personId, Topic topic) {
        return address(personId, topic.name());
    }

    /** Address for a mail with many things in it. */
    public URI addressTogether(UUID personId) {
        return address(personId, TOGETHER);
    }

    private URI address(UUID personId, String topic) {
        return settings.publicUrl().resolve("/unsubscribe?t=" + queries.token(personId, topic, Secrets.random()));
    }

    /** @return true when there is such a link */
    public boolean knows(String token) {
        return link(token).isPresent();
    }

    /** @return false when there is no such link */
    public boolean end(String token) {
        Optional<Link> link = link(token);
        link.ifPresent(this::end);
        return link.isPresent();
    }

    private void end(Link link) {
        Kept kept = queries.find(link.personId());
        Preferences wishes = kept.preferences();
        for (Topic topic : Topic.values()) {
            boolean together = wishes.channel(topic) == Channel.DAILY || wishes.channel(topic) == Channel.WEEKLY;
            if (link.topic() == topic || link.topic() == null && together) {
                wishes = wishes.with(topic, Channel.ONLY_HERE);
            }
        }
        queries.save(link.personId(), kept.version(), wishes);
    }

    private Optional<Link> link(String token) {
        return token == null || token.isEmpty() || token.length() > LONGEST || token.indexOf('\0') >= 0 ? Optional.empty() : queries.link(token, TOGETHER);
    }
}
