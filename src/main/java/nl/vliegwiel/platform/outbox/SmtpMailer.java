package nl.vliegwiel.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** SMTP, with short patience: a slow mail server must not hold the job. */
@ApplicationScoped
class SmtpMailer implements Mailer {
    private static final Logger LOG = Logger.getLogger(SmtpMailer.class.getName());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String PATIENCE_MILLIS = "10000";
    private static final int FIRST_PERMANENT = 500;

    @Inject
    @ConfigProperty(name = "mail.host")
    private String host;

    @Inject
    @ConfigProperty(name = "mail.port", defaultValue = "25")
    private int port;

    @Inject
    @ConfigProperty(name = "mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "mail.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "mail.starttls", defaultValue = "false")
    private boolean startTls;

    @Inject
    @ConfigProperty(name = "mail.from")
    private String from;

    @Inject
    private Clock clock;

    protected SmtpMailer() {
    }

    SmtpMailer(String host, int port, String from, Clock clock) {
        this.host = host;
        this.port = port;
        this.user = Optional.empty();
        this.password = Optional.empty();
        this.from = from;
        this.clock = clock;
    }

    @Override
    public Line open() throws MessagingException {
        Session session = Session.getInstance(settings());
        Transport transport = transport(session);
        transport.connect(host, port, user.orElse(null), password.orElse(null));
        return new SmtpLine(session, transport);
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // Ours in the envelope too, and no name of this machine in the greeting
        settings.setProperty("mail.smtp.localhost", domain());
        return settings;
    }

    private static Transport transport(Session session) throws NoSuchProviderException {
        return session.getTransport("smtp");
    }

    private String domain() {
        int at = from.lastIndexOf('@');
        return from.substring(at + 1).replaceAll("[^A-Za-z0-9.-]", "").toLowerCase(Locale.ROOT);
    }

    private final class SmtpLine implements Line {
        private final Session session;
        private final Transport transport;

        private SmtpLine(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        @Override
        public void send(UUID id, Receiver to, MailText text) throws UndeliverableMail, MessagingException {
            MimeMessage mail = compose(session, id, to, text);
            try {
                transport.sendMessage(mail, mail.getAllRecipients());
            } catch (MessagingException e) {
                if (isRefusedForGood(e)) {
                    throw new UndeliverableMail(e.getMessage(), e);
                }
                throw e;
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.log(Level.FINE, "The mail server left first", e);
            }
        }
    }

    /** The mail as it travels; text first, HTML second, as the better of two. */
    MimeMessage compose(Session session, UUID id, Receiver to, MailText text) throws UndeliverableMail, MessagingException {
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + domain() + ">");
            }
        };
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, address(to));
        mail.setSubject(oneLine(text.subject()), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Content-Language", to.language().getLanguage());
        // No holiday notes to a machine
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (text.unsubscribe() != null) {
            mail.setHeader("List-Unsubscribe", "<" + text.unsubscribe().toASCIIString() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (text.conversation() != null) {
            place(mail, text.conversation());
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(text.html(), UTF_8, "html");
        MimeMultipart parts = new MimeMultipart("alternative", plain, html);
        if (text.invitation() != null) {
            MimeBodyPart calendar = new MimeBodyPart();
            calendar.setContent(text.invitation().object(), "text/calendar; method=" + text.invitation().method() + "; charset=UTF-8");
            parts.addBodyPart(calendar);
        }
        mail.setContent(parts);
        mail.saveChanges();
        return mail;
    }

    /** The root of a conversation is a mail that nobody got: all its mails name it, and programs put them under each other. */
    private void place(MimeMessage mail, MailText.Conversation conversation) throws MessagingException {
        String root = "<conversation." + conversation.id() + "@" + domain() + ">";
        mail.setHeader("In-Reply-To", root);
        mail.setHeader("References", root);
        try {
            mail.setHeader("List-Id", MimeUtility.encodeText(oneLine(conversation.list()).replaceAll("[<>\"]", ""), UTF_8, "Q") + " <" + conversation.listId() + "." + domain() + ">");
            if (conversation.answerTo() != null) {
                mail.setReplyTo(new InternetAddress[] {new InternetAddress(conversation.answerTo())});
            }
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InternetAddress address(Receiver to) throws UndeliverableMail {
        if (!oneLine(to.email()).equals(to.email())) {
            throw new UndeliverableMail("Address with control characters");
        }
        try {
            InternetAddress[] addresses = InternetAddress.parse(to.email(), true);
            if (addresses.length != 1) {
                throw new UndeliverableMail("Not one address");
            }
            addresses[0].validate();
            addresses[0].setPersonal(oneLine(to.name()), UTF_8);
            return addresses[0];
        } catch (AddressException e) {
            throw new UndeliverableMail("Not an address", e);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without line ends and other control characters, so that no name or title can add a header. */
    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** A code of 500 and more: the server has read it and will never take it. */
    private static boolean isRefusedForGood(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException messaging; cause = messaging.getNextException()) {
            String said = messaging.getMessage() == null ? "" : messaging.getMessage().strip();
            if (said.matches("(?s)[0-9]{3}[ -].*") && Integer.parseInt(said.substring(0, 3)) >= FIRST_PERMANENT) {
                return true;
            }
        }
        return false;
    }
}
