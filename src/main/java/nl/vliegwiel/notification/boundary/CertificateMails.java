package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.learning.CertificateAwarded;
import nl.vliegwiel.learning.Learning;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;

/** Tells somebody that she has a certificate, or that it was taken back (R14). */
@ApplicationScoped
public class CertificateMails implements MessageTemplate {
    private static final String AWARDED = "CERTIFICATE_AWARDED";
    private static final String REVOKED = "CERTIFICATE_REVOKED";
    private static final String COHORT = "cohort";

    @Inject
    private Outbox outbox;

    @Inject
    private Learning learning;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes CertificateAwarded event) {
        outbox.enqueue(event.revoked() ? REVOKED : AWARDED, event.personId(), Map.of(COHORT, event.cohortId().toString()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AWARDED, REVOKED);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        Locale language = receiver.language();
        String start = "mail.certificate." + (kind.equals(AWARDED) ? "awarded." : "revoked.");
        return learning.cohort(UUID.fromString(payload.get(COHORT))).map(cohort -> new Letter(receiver, Texts.of(language, start + "subject", cohort.programme()))
            .say(Texts.of(language, start + "what", cohort.programme())).link(Texts.of(language, "mail.learning.look"), settings.publicUrl().resolve("/learning/cohort?id=" + cohort.id())).mail());
    }
}
