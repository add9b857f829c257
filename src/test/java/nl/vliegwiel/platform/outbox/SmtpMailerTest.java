package nl.vliegwiel.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Zones;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What really arrives at a mail server. */
class SmtpMailerTest {
    private static final UUID ID = UUID.fromString("0196a0f0-0000-7000-8000-000000000001");
    private static final MailText TEXT = new MailText("Het is rond: Taalhuis in Oss", "Dag Zoë,\n", "<p>Dag Zoë,</p>", "", null);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-05-03T08:00:00Z"), Zones.AMSTERDAM);

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private SmtpMailer mailer;

    @BeforeEach
    void start() {
        server.start();
        mailer = new SmtpMailer("127.0.0.1", server.getSmtp().getPort(), "Vliegwiel <noreply@vliegwiel.example>", CLOCK);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailHasTextAndHtmlAndAnIdThatIsTheSameTheSecondTime() throws Exception {
        send(to("zoe@vliegwiel.example", "Zoë de Wit"), TEXT);
        send(to("zoe@vliegwiel.example", "Zoë de Wit"), TEXT);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@vliegwiel.example>").isEqualTo(server.getReceivedMessages()[1].getMessageID());
        assertThat(mail.getSubject()).isEqualTo("Het is rond: Taalhuis in Oss");
        assertThat(mail.getAllRecipients()[0].toString()).contains("zoe@vliegwiel.example");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Dag Zoë");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(mail.getHeader("Content-Language")).containsExactly("nl");
    }

    @Test
    void mailThatMayEndSaysHowWithOneClick() throws Exception {
        send(to("zoe@vliegwiel.example", "Zoë de Wit"), new MailText("Oproep", "Dag", "<p>Dag</p>", "Dag", null, URI.create("https://vliegwiel.example/unsubscribe?t=secret")));
        send(to("zoe@vliegwiel.example", "Zoë de Wit"), TEXT);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://vliegwiel.example/unsubscribe?t=secret>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(server.getReceivedMessages()[1].getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void mailsOfAConversationStandUnderEachOtherAndAreAnsweredToOneAddress() throws Exception {
        UUID topic = UUID.fromString("0196a0f0-0000-7000-8000-000000000002");
        UUID space = UUID.fromString("0196a0f0-0000-7000-8000-000000000003");
        MailText.Conversation conversation = new MailText.Conversation(topic, space, "HR-kring <Zeewering>\r\nBcc: x@evil.example é", "antwoord+abc@in.vliegwiel.example");
        send(to("zoe@vliegwiel.example", "Zoë de Wit"), new MailText("Antwoord op: zondag", "Dag", "<p>Dag</p>", "Dag", null, null, conversation));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("References")).containsExactly("<conversation." + topic + "@vliegwiel.example>").isEqualTo(mail.getHeader("In-Reply-To"));
        assertThat(mail.getMessageID()).isNotEqualTo(mail.getHeader("References")[0]);
        assertThat(mail.getHeader("List-Id")[0]).endsWith("<" + space + ".vliegwiel.example>");
        assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("antwoord+abc@in.vliegwiel.example");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nBcc: thief@evil.example", "\nBcc: thief@evil.example", "\rBcc: thief@evil.example", "\r\n\r\n<b>body</b>",
        "\u2028Bcc: thief@evil.example", "\u0000\r\nTo: thief@evil.example", "\r\n\tBcc: thief@evil.example", "%0d%0aBcc: thief@evil.example"})
    void noSubjectOrNameAddsAHeaderOrAReceiver(String attack) throws Exception {
        send(to("zoe@vliegwiel.example", "Zoë" + attack), new MailText("Taalhuis" + attack, "tekst", "<p>tekst</p>", "", null));

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(mail.getAllHeaders())).extracting(Header::getName).map(name -> name.toLowerCase(Locale.ROOT))
            .doesNotContain("bcc").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoe@vliegwiel.example\r\nBcc: thief@evil.example", "zoe@vliegwiel.example, thief@evil.example", "zoe", "@evil.example",
        "zoe@vliegwiel.example\u0000", ""})
    void anAddressThatIsNotExactlyOneIsNeverTried(String address) {
        assertThatThrownBy(() -> send(to(address, "Zoë"), TEXT)).isInstanceOf(UndeliverableMail.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsNoReasonToGiveUp() {
        server.stop();
        assertThatThrownBy(() -> mailer.open()).isInstanceOf(MessagingException.class);
    }

    private void send(Receiver to, MailText text) throws UndeliverableMail, MessagingException {
        try (Mailer.Line line = mailer.open()) {
            line.send(ID, to, text);
        }
    }

    private static Receiver to(String email, String name) {
        return new Receiver(ID, "Zoë", name, email, Texts.DUTCH);
    }
}
