package nl.vliegwiel.platform.inmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.vliegwiel.platform.actor.ActingAs;
import nl.vliegwiel.platform.inmail.MailRecipient.Reason;
import nl.vliegwiel.platform.inmail.SignedAddress.Meant;

/** The deed of a mail and that it was done, in one transaction: by whatever node, it is done once. */
@ApplicationScoped
public class MailDeed {
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    private ReceivedStore received;

    @Inject
    private ActingAs acting;

    @Inject
    private Clock clock;

    /** @return false when it was done before */
    @Transactional
    public boolean take(InMail mail, UUID sender, Meant meant, MailRecipient recipient, String words) {
        if (!received.add(mail.key(), "TAKEN", clock.instant())) {
            return false;
        }
        acting.as(sender, () -> recipient.take(sender, meant.kind(), meant.about(), mail.subject(), words));
        return true;
    }

    /** @return false when she was told before */
    @Transactional
    public boolean refuse(InMail mail, UUID sender, Meant meant, MailRecipient recipient, Reason reason) {
        if (!received.add(mail.key(), reason.name(), clock.instant())) {
            return false;
        }
        recipient.refused(sender, meant.kind(), meant.about(), reason);
        return true;
    }

    @Transactional
    public int forget() {
        return received.forget(clock.instant().minus(KEPT));
    }
}
