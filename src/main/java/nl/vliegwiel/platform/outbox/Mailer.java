package nl.vliegwiel.platform.outbox;

import jakarta.mail.MessagingException;
import java.util.UUID;

/** Hands mails to a mail server. */
interface Mailer {
    /**
     * Opens a line to the server.
     *
     * @throws MessagingException when there is none at present
     */
    Line open() throws MessagingException;

    /** One connection, for several mails after each other. */
    interface Line extends AutoCloseable {
        /**
         * @param id of the message, always the same Message-ID
         * @throws UndeliverableMail when another attempt makes no sense
         * @throws MessagingException when it may go better later
         */
        void send(UUID id, Receiver to, MailText text) throws UndeliverableMail, MessagingException;

        @Override
        void close();
    }
}
