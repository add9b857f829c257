package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import nl.vliegwiel.it.ServerTest;
import nl.vliegwiel.platform.inmail.InMail;
import nl.vliegwiel.platform.inmail.MailHandling;
import nl.vliegwiel.platform.inmail.MailHandling.Outcome;
import nl.vliegwiel.platform.inmail.SignedAddress;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.MessageTemplate;
import nl.vliegwiel.platform.outbox.Receivers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** An answer by mail stands under its question once, written by who may; what must not be kept is kept nowhere, and she hears why. */
class MailInIT extends ServerTest {
    private static final String NETWORK = "01993000-0000-7000-8000-000000000001";

    @Inject
    MailHandling handling;

    @Inject
    SignedAddress addresses;

    @Inject
    Receivers receivers;

    @Inject
    @Any
    Instance<MessageTemplate> templates;

    @Inject
    Jdbi jdbi;

    @Resource
    ManagedExecutorService threads;

    private long number(String query, Object... values) {
        return jdbi.withHandle(handle -> handle.select(query, values).mapTo(Long.class).one());
    }

    private UUID id(String query, Object... values) {
        return jdbi.withHandle(handle -> handle.select(query, values).mapTo(UUID.class).first());
    }

    private UUID person(String account) {
        return id("select id from person where email = ?", account + "@vliegwiel.example");
    }

    private UUID openTopic() {
        return id("select id from topic where space_id = ?::uuid and hidden_at is null and closed_at is null order by id", NETWORK);
    }

    private static InMail mail(String from, String to, String subject, String text) {
        return new InMail("<" + UUID.randomUUID() + "@test>", from + "@vliegwiel.example", List.of(to), subject, text, false);
    }

    private String answerTo(UUID topic, String account) {
        return addresses.make('r', topic, person(account), 10).orElseThrow();
    }

    private long refusals(String account, String reason) {
        return number("select count(*) from outbox where kind = 'FORUM_MAIL_REFUSED' and person_id = ? and payload->>'reason' = ?", person(account), reason);
    }

    @Test
    void anAnswerIsPlacedOnceThoughTwoNodesFetchIt() throws Exception {
        UUID topic = openTopic();
        InMail mail = mail("anna.duinrand", answerTo(topic, "anna.duinrand"), "Re: x", "Per mail gezegd.\n\nOp ma 23 nov 2026 om 10:12 schreef Vliegwiel:\n> Dag");
        Future<Outcome> one = threads.submit(() -> handling.handle(mail));
        Future<Outcome> other = threads.submit(() -> handling.handle(mail));
        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(Outcome.TAKEN, Outcome.DOUBLE);
        assertThat(handling.handle(mail)).isEqualTo(Outcome.DOUBLE);
        assertThat(number("select count(*) from post where topic_id = ? and author_id = ? and body = 'Per mail gezegd.'", topic, person("anna.duinrand"))).isEqualTo(1);
    }

    @Test
    void theAddressOfOneIsOfNoUseToAnother() {
        UUID topic = openTopic();
        long before = refusals("carla.hoogveen", "NOT_YOURS");
        assertThat(handling.handle(mail("carla.hoogveen", answerTo(topic, "anna.duinrand"), "Re: x", "Namens Anna"))).isEqualTo(Outcome.REFUSED);
        assertThat(refusals("carla.hoogveen", "NOT_YOURS")).isEqualTo(before + 1);
        assertThat(handling.handle(mail("carla.hoogveen", answerTo(topic, "anna.duinrand"), "Re: x", "Namens Anna"))).as("told once a day").isEqualTo(Outcome.DOUBLE);
        assertThat(refusals("carla.hoogveen", "NOT_YOURS")).isEqualTo(before + 1);
        assertThat(handling.handle(mail("niemand.bekend", answerTo(topic, "anna.duinrand"), "Re: x", "Namens Anna"))).as("strangers get no answer").isEqualTo(Outcome.IGNORED);
        assertThat(number("select count(*) from post where body = 'Namens Anna'")).isZero();
        UUID circle = id("select t.id from topic t join space s on s.id = t.space_id where s.audience = 'REGION' and t.hidden_at is null"
            + " and s.audience_ref = (select o.poi_id from organisation o join employment e on e.organisation_id = o.id join person p on p.id = e.person_id where p.email = 'anna.duinrand@vliegwiel.example' limit 1)");
        assertThat(handling.handle(mail("carla.hoogveen", answerTo(circle, "carla.hoogveen"), "Re: x", "Van buiten de kring"))).isEqualTo(Outcome.REFUSED);
        assertThat(refusals("carla.hoogveen", "GONE")).isPositive();
    }

    @Test
    void whatMustNotBeKeptIsKeptNowhereAndSheHearsWhy() {
        UUID topic = openTopic();
        Map.of("Haar nummer is 111222333", "BSN", "Mijn collega is ziek", "HEALTH", "> alleen wat er stond", "EMPTY").forEach((text, reason) -> {
            assertThat(handling.handle(mail("anna.duinrand", answerTo(topic, "anna.duinrand"), "Re: x", text))).as(text).isEqualTo(Outcome.REFUSED);
            assertThat(refusals("anna.duinrand", reason)).as(text).isPositive();
            assertThat(number("select count(*) from post where body = ?", text)).as(text).isZero();
            assertThat(number("select count(*) from outbox where payload::text like ?", "%" + text + "%")).as(text).isZero();
        });
        for (MessageTemplate template : templates) {
            if (template.kinds().contains("FORUM_MAIL_REFUSED")) {
                MailText said = template.render("FORUM_MAIL_REFUSED", receivers.receiver(person("anna.duinrand")).orElseThrow(), Map.of("topic", topic.toString(), "reason", "BSN")).orElseThrow();
                assertThat(said.text()).contains("BSN").contains("/forum/topic?id=" + topic);
            }
        }
    }

    @Test
    void programsGetNoAnswerAndWhatIsStrangeIsLeft() {
        InMail mail = mail("anna.duinrand", answerTo(openTopic(), "anna.duinrand"), "Afwezig", "Ik ben er niet.");
        assertThat(handling.handle(new InMail(mail.key(), mail.from(), mail.to(), mail.subject(), mail.text(), true))).isEqualTo(Outcome.IGNORED);
        assertThat(handling.handle(mail("anna.duinrand", "antwoord@in.vliegwiel.example", "Hallo", "Is daar iemand?"))).isEqualTo(Outcome.STRANGE);
    }

    @Test
    void aQuestionComesByMailAndItsMailsCanBeAnswered() {
        UUID anna = person("anna.duinrand");
        String address = addresses.make('q', UUID.fromString(NETWORK), anna, 10).orElseThrow();
        assertThat(handling.handle(mail("anna.duinrand", address, "Fwd: Wie leent een bakfiets per mail?", "Voor een **kinderfeest**.\n\nGroetjes, Anna"))).isEqualTo(Outcome.TAKEN);
        UUID topic = id("select id from topic where title = 'Wie leent een bakfiets per mail?' and author_id = ?", anna);
        assertThat(number("select count(*) from outbox where kind = 'FORUM_MAIL_PLACED' and person_id = ? and payload->>'topic' = ?", anna, topic.toString())).isEqualTo(1);
        assertThat(handling.handle(mail("carla.hoogveen", answerTo(topic, "carla.hoogveen"), "Re: x", "Wij hebben er een."))).isEqualTo(Outcome.TAKEN);
        UUID post = id("select id from post where topic_id = ? and position = 2", topic);
        MailText mail = templates.stream().filter(one -> one.kinds().contains("FORUM_REPLY")).findFirst().orElseThrow()
            .render("FORUM_REPLY", receivers.receiver(anna).orElseThrow(), Map.of("post", post.toString())).orElseThrow();
        assertThat(mail.text()).contains("Wij hebben er een.").contains("/forum/quiet?id=" + topic);
        assertThat(mail.conversation().id()).isEqualTo(topic);
        assertThat(addresses.isFor(addresses.read(mail.conversation().answerTo()).orElseThrow(), anna)).isTrue();
    }
}
