package nl.vliegwiel.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.vliegwiel.platform.persistence.FailureTranslator;
import nl.vliegwiel.platform.rule.Unavailable;

/** Sends what waits, in small batches; one run at a time on each node. */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());
    private static final int BATCH = 20;
    /** After it another node takes up what a dead one left. */
    private static final Duration LEASE = Duration.ofMinutes(3);
    /** A slow mail server takes its patience several times for one mail; none is begun that could outlive the lease, or it would be sent twice. */
    private static final Duration LONGEST_MAIL = Duration.ofMinutes(1);
    private static final Duration SERVER_IS_DOWN = Duration.ofSeconds(20);
    private static final int LONGEST_PROBLEM = 300;

    @Inject
    private OutboxStore store;

    @Inject
    private Mailer mailer;

    @Inject
    @Any
    private Instance<MessageTemplate> templates;

    @Inject
    private Receivers receivers;

    @Inject
    private Timing timing;

    @Inject
    private Clock clock;

    private final ReentrantLock running = new ReentrantLock();

    /** Sends until nothing waits or the mail server does not answer. Throws nothing: that would end the timer for good. */
    void run() {
        if (!running.tryLock()) {
            return;
        }
        try {
            boolean more = true;
            while (more) {
                Instant now = clock.instant();
                List<Message> batch = store.claim(now, LEASE, BATCH);
                more = !batch.isEmpty() && deliver(batch, now.plus(LEASE).minus(LONGEST_MAIL));
            }
        } catch (RuntimeException e) {
            if (!(FailureTranslator.translated(e) instanceof Unavailable)) {
                LOG.log(Level.WARNING, "Messages could not be delivered; the next round tries again", e);
            }
        } finally {
            running.unlock();
        }
    }

    /** @return false when the mail server does not answer */
    private boolean deliver(List<Message> batch, Instant lastBegin) {
        Iterator<Message> left = batch.iterator();
        try (Mailer.Line line = mailer.open()) {
            while (left.hasNext() && clock.instant().isBefore(lastBegin)) {
                deliver(left.next(), line);
            }
            left.forEachRemaining(message -> store.release(message.id(), clock.instant()));
            return true;
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "The mail server does not answer, {0} messages wait: {1}", new Object[] {batch.size(), e.getMessage()});
            left.forEachRemaining(message -> store.release(message.id(), clock.instant().plus(SERVER_IS_DOWN)));
            return false;
        }
    }

    private void deliver(Message message, Mailer.Line line) {
        try {
            Optional<Receiver> receiver = receivers.receiver(message.personId());
            Optional<MailText> text = receiver.flatMap(to -> render(message, to));
            if (text.isEmpty()) {
                store.done(message.id(), "DROPPED", null, clock.instant());
                return;
            }
            Timing.Moment moment = timing.moment(message.kind(), message.personId(), message.payload(), clock.instant());
            if (moment.how() != Timing.How.NOW) {
                keep(message, moment);
                return;
            }
            line.send(message.id(), receiver.get(), text.get());
            store.done(message.id(), "SENT", null, clock.instant());
        } catch (UndeliverableMail e) {
            LOG.log(Level.WARNING, "Message {0} cannot be delivered: {1}", new Object[] {message.id(), e.getMessage()});
            store.done(message.id(), "FAILED", shortened(e), clock.instant());
        } catch (MessagingException | RuntimeException e) {
            LOG.log(Level.WARNING, "Message " + message.id() + " was not sent, attempt " + message.attempts(), e);
            later(message, e);
        }
    }

    private void keep(Message message, Timing.Moment moment) {
        switch (moment.how()) {
            case LATER -> store.release(message.id(), moment.at());
            case TOGETHER -> store.collect(message.id(), moment.at());
            default -> store.done(message.id(), "SHOWN", null, clock.instant());
        }
    }

    private Optional<MailText> render(Message message, Receiver to) {
        for (MessageTemplate template : templates) {
            if (template.kinds().contains(message.kind())) {
                return template.render(message.kind(), to, message.payload());
            }
        }
        throw new IllegalStateException("No template words " + message.kind());
    }

    private void later(Message message, Exception problem) {
        if (Retry.givesUp(message.createdAt(), clock.instant())) {
            store.done(message.id(), "FAILED", shortened(problem), clock.instant());
        } else {
            store.later(message.id(), shortened(problem), Retry.next(message.attempts(), clock.instant()));
        }
    }

    private static String shortened(Exception problem) {
        String said = problem.getClass().getSimpleName() + ": " + problem.getMessage();
        return said.length() <= LONGEST_PROBLEM ? said : said.substring(0, LONGEST_PROBLEM);
    }
}
