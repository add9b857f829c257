package nl.vliegwiel.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.FavouriteChanged;
import nl.vliegwiel.flexpool.FavouriteChanged.Change;
import nl.vliegwiel.person.HrManagers;
import nl.vliegwiel.platform.actor.ActorDirectory;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Outbox;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.outbox.Receivers;
import nl.vliegwiel.platform.signon.SignOnSettings;
import nl.vliegwiel.platform.text.Texts;

/** Tells the one what the other said about being a favourite (R14). */
@ApplicationScoped
public class FavouriteMails implements MessageTemplate {
    private static final String KIND = "FAVOURITE_";
    private static final String ORGANISATION = "organisation";
    private static final String PERSON = "person";

    @Inject
    private Outbox outbox;

    @Inject
    private HrManagers managers;

    @Inject
    private Receivers receivers;

    @Inject
    private ActorDirectory directory;

    @Inject
    private SignOnSettings settings;

    void tell(@Observes FavouriteChanged event) {
        Set<UUID> readers = new LinkedHashSet<>(event.change() == Change.ASKED ? Set.of() : managers.of(event.organisationId()));
        readers.add(event.personId());
        readers.remove(event.byPersonId());
        readers.forEach(reader -> outbox.enqueue(KIND + event.change(), reader,
            Map.of(ORGANISATION, event.organisationId().toString(), PERSON, event.personId().toString())));
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(Change.values()).map(change -> KIND + change).collect(Collectors.toUnmodifiableSet());
    }

    /** The question itself waits in the inbox as a decision. */
    @Override
    public boolean tellsOfAChange(String kind) {
        return !kind.equals(KIND + Change.ASKED);
    }

    @Override
    public Optional<MailText> render(String kind, Receiver receiver, Map<String, String> payload) {
        UUID person = UUID.fromString(payload.get(PERSON));
        String name = receivers.receiver(person).map(Receiver::name).orElse("");
        return directory.organisationName(UUID.fromString(payload.get(ORGANISATION))).map(organisation ->
            letter(receiver, Change.valueOf(kind.substring(KIND.length())), person.equals(receiver.personId()), organisation, name));
    }

    private MailText letter(Receiver to, Change change, boolean herself, String organisation, String name) {
        Locale language = to.language();
        String start = "mail.favourite." + (herself ? "EMPLOYEE." : "LIBRARY.") + change + ".";
        return new Letter(to, Texts.of(language, start + "subject", organisation, name))
            .say(Texts.of(language, start + "what", organisation, name))
            .link(Texts.of(language, "mail.favourite.link"), settings.publicUrl().resolve("/flexpool/favourites")).mail();
    }
}
