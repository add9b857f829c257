package nl.vliegwiel.platform.inmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.inmail.MailRecipient.Reason;
import nl.vliegwiel.platform.inmail.SignedAddress.Meant;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.Refusal;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.signon.Secrets;

/** Decides what becomes of a mail. */
@ApplicationScoped
public class MailHandling {
    @Inject
    private SignedAddress addresses;

    @Inject
    private Senders senders;

    @Inject
    private MailDeed deed;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<MailRecipient> recipients;

    /** What became of a mail. */
    public enum Outcome {
        /** Its deed is done. */
        TAKEN,
        /** Nothing came of it, and the sender is told why. */
        REFUSED,
        /** From a program, or from nobody we know: no answer, or programs would go on answering each other. */
        IGNORED,
        /** It was here before. */
        DOUBLE,
        /** Not for the product; somebody may want to read it. */
        STRANGE
    }

    /** @return what became of it; after that it can be thrown away, but for what is strange */
    public Outcome handle(InMail mail) {
        Optional<Meant> meant = mail.to().stream().flatMap(one -> addresses.read(one).stream()).findFirst();
        Optional<MailRecipient> recipient = meant.flatMap(what -> recipients.stream().filter(one -> one.takes(what.kind())).findFirst());
        if (recipient.isEmpty()) {
            return Outcome.STRANGE;
        }
        Optional<UUID> sender = mail.from() == null ? Optional.empty() : senders.personWith(mail.from());
        if (mail.automatic() || sender.isEmpty()) {
            return Outcome.IGNORED;
        }
        return handle(mail, sender.get(), meant.get(), recipient.get());
    }

    private Outcome handle(InMail mail, UUID sender, Meant meant, MailRecipient recipient) {
        String words = OwnWords.of(mail.text());
        Reason wrong = !addresses.isFor(meant, sender) ? Reason.NOT_YOURS : addresses.isOver(meant) ? Reason.TOO_OLD : words.isEmpty() ? Reason.EMPTY : null;
        if (wrong == null) {
            try {
                return deed.take(mail, sender, meant, recipient, words) ? Outcome.TAKEN : Outcome.DOUBLE;
            } catch (Refusal e) {
                wrong = reason(e);
            }
        }
        return deed.refuse(wrong == Reason.NOT_YOURS ? onceADay(mail, sender) : mail, sender, meant, recipient, wrong) ? Outcome.REFUSED : Outcome.DOUBLE;
    }

    /** Anybody can write in her name: she hears of it once a day, so that nobody buries her in mail through us. */
    private InMail onceADay(InMail mail, UUID sender) {
        String key = "day:" + Base64.getEncoder().encodeToString(Secrets.hash(sender + " " + LocalDate.now(clock)));
        return new InMail(key, mail.from(), mail.to(), mail.subject(), mail.text(), mail.automatic());
    }

    static Reason reason(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return Reason.GONE;
        }
        if (refusal instanceof Forbidden) {
            return Reason.CLOSED;
        }
        String key = refusal.key();
        if (refusal instanceof RuleViolation && key.endsWith(".health")) {
            return Reason.HEALTH;
        }
        if (refusal instanceof RuleViolation && key.toLowerCase(java.util.Locale.ROOT).contains("bsn")) {
            return Reason.BSN;
        }
        return key.endsWith("tooLong") ? Reason.TOO_LONG : key.endsWith("missing") ? Reason.EMPTY : Reason.OTHER;
    }
}
