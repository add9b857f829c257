package nl.vliegwiel.platform.inmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.vliegwiel.platform.inmail.MailHandling.Outcome;
import nl.vliegwiel.platform.job.Job;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fetches mail (IMAP), when a mailbox is configured. What was read is thrown away, for it may hold what the product must not keep. */
@ApplicationScoped
public class Mailbox {
    private static final Logger LOG = Logger.getLogger(Mailbox.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String PATIENCE_MILLIS = "10000";
    private static final int AT_ONCE = 50;
    private static final int LARGEST = 30_000_000;

    @Inject
    @ConfigProperty(name = "mail.in.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "mail.in.port", defaultValue = "993")
    private int port;

    @Inject
    @ConfigProperty(name = "mail.in.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "mail.in.password")
    private Optional<String> password;

    /** False only beside the mail server, or in tests. */
    @Inject
    @ConfigProperty(name = "mail.in.tls", defaultValue = "true")
    private boolean tls;

    @Inject
    private MailHandling handling;

    @Inject
    private MailDeed deed;

    protected Mailbox() {
    }

    Mailbox(String host, int port, String user, String password) {
        this.host = Optional.of(host);
        this.port = port;
        this.user = Optional.of(user);
        this.password = Optional.of(password);
    }

    @Produces
    Job fetching() {
        return Job.every(PAUSE, "Mails taken", () -> host.isEmpty() ? 0 : fetch(handling::handle));
    }

    @Produces
    Job forgetting() {
        return Job.daily("Mails forgotten that were taken", deed::forget);
    }

    /**
     * Reads what is new.
     *
     * @param handled says what became of a mail
     * @return how many did something
     */
    int fetch(Function<InMail, Outcome> handled) {
        int done = 0;
        try (Store store = Session.getInstance(settings()).getStore(tls ? "imaps" : "imap")) {
            store.connect(host.orElseThrow(), port, user.orElse(null), password.orElse(null));
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                Message[] fresh = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (Message mail : Arrays.copyOf(fresh, Math.min(fresh.length, AT_ONCE))) {
                    done += take((MimeMessage) mail, handled) ? 1 : 0;
                }
            }
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "The mailbox does not answer: {0}", e.getMessage());
        }
        return done;
    }

    /** A failure of ours leaves the mail for the next round; one that cannot be read is left for somebody to look at. */
    private static boolean take(MimeMessage mail, Function<InMail, Outcome> handled) throws MessagingException {
        Outcome outcome = Outcome.STRANGE;
        try {
            if (mail.getSize() <= LARGEST) {
                // A copy: a message that is read bit by bit from the server marks itself as seen, and knows fewer programs' faults
                outcome = handled.apply(MailReading.read(new MimeMessage(mail)));
            }
        } catch (IOException | MessagingException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "A mail cannot be read, it stays in the mailbox", e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A mail could not be taken; tried again in the next round", e);
            mail.setFlag(Flags.Flag.SEEN, false);
            return false;
        }
        mail.setFlag(Flags.Flag.SEEN, true);
        mail.setFlag(Flags.Flag.DELETED, outcome != Outcome.STRANGE);
        return outcome == Outcome.TAKEN || outcome == Outcome.REFUSED;
    }

    private static Properties settings() {
        Properties settings = new Properties();
        for (String protocol : new String[] {"imap", "imaps"}) {
            settings.setProperty("mail." + protocol + ".connectiontimeout", PATIENCE_MILLIS);
            settings.setProperty("mail." + protocol + ".timeout", PATIENCE_MILLIS);
            settings.setProperty("mail." + protocol + ".writetimeout", PATIENCE_MILLIS);
            settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        settings.setProperty("mail.mime.address.strict", "false");
        return settings;
    }
}
