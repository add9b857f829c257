package nl.vliegwiel.platform.inmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nl.vliegwiel.platform.inmail.MailHandling.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail as Outlook, Gmail and Apple Mail write it, fetched from a real IMAP server. */
class MailboxTest {
    private static final String TO = "antwoord+abc@in.vliegwiel.example";
    private static final String GMAIL = """
        MIME-Version: 1.0
        Message-ID: <CAB+1@mail.gmail.com>
        In-Reply-To: <conversation.1@vliegwiel.example>
        From: Anna Kuiper <Anna.Duinrand@vliegwiel.example>
        To: Vliegwiel <antwoord+abc@in.vliegwiel.example>
        Subject: Re: Antwoord op: zondag
        Content-Type: multipart/alternative; boundary="00b1"

        --00b1
        Content-Type: text/plain; charset="UTF-8"
        Content-Transfer-Encoding: quoted-printable

        Wij doen dat caf=C3=A9-breed, per halfjaar.

        Op ma 23 nov 2026 om 10:12 schreef Vliegwiel <noreply@vliegwiel.example>:

        > -- Antwoord boven deze regel --
        > Dag Anna,

        --00b1
        Content-Type: text/html; charset="UTF-8"

        <div dir="ltr">Anders</div>
        --00b1--
        """;
    private static final String OUTLOOK = """
        From: Anna Kuiper <anna.duinrand@vliegwiel.example>
        To: "antwoord+abc@in.vliegwiel.example" <antwoord+abc@in.vliegwiel.example>
        Subject: RE: Antwoord op: zondag
        Message-ID: <AM0PR01@eurprd01.prod.outlook.com>
        Content-Type: text/html; charset="windows-1252"
        Content-Transfer-Encoding: quoted-printable
        MIME-Version: 1.0

        <html><head><style>p.MsoNormal {margin:0cm}</style></head><body lang=3D"NL"><div class=3D"WordSection1">
        <p class=3D"MsoNormal">Wij doen dat caf=E9-breed, per halfjaar.<o:p></o:p></p><p class=3D"MsoNormal"><o:p>&nbsp;</o:p></p>
        <ul><li>kiezen in oktober</li><li>ruilen mag</li></ul>
        <p class=3D"MsoNormal">Met vriendelijke groet,</p><p class=3D"MsoNormal">Anna Kuiper<br>T 06 1234</p>
        <div style=3D"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class=3D"MsoNormal"><b>Van:</b> Vliegwiel<br><b>Verzonden:</b> maandag 23 november</p></div>
        <p class=3D"MsoNormal">Dag Anna, Bram heeft gereageerd</p></div></body></html>
        """;
    private static final String APPLE = """
        From: Anna Kuiper <anna.duinrand@vliegwiel.example>
        To: antwoord+abc@in.vliegwiel.example
        Subject: Re: Antwoord op: zondag
        Message-Id: <5D1@icloud.com>
        Mime-Version: 1.0 (Mac OS X Mail 16.0)
        Content-Type: multipart/alternative; boundary="Apple-Mail=_1"

        --Apple-Mail=_1
        Content-Transfer-Encoding: 8bit
        Content-Type: text/plain; charset=utf-8

        Wij doen dat café-breed, per halfjaar.

        > Op 23 nov 2026, om 10:12 heeft Vliegwiel <noreply@vliegwiel.example> het volgende geschreven:
        >\u0020
        > Dag Anna,

        --Apple-Mail=_1
        Content-Type: text/html; charset=utf-8

        <html><body>Anders<blockquote type="cite">Dag</blockquote></body></html>
        --Apple-Mail=_1--
        """;

    private final GreenMail server = new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort(), ServerSetup.SMTP.dynamicPort()});
    private final List<InMail> taken = new ArrayList<>();
    private GreenMailUser box;

    @BeforeEach
    void start() {
        server.start();
        box = server.setUser("antwoord@in.vliegwiel.example", "antwoord", "geheim");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static MimeMessage mail(String text) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private int fetch(Outcome outcome) {
        return new Mailbox("127.0.0.1", server.getImap().getPort(), "antwoord", "geheim").fetch(mail -> {
            taken.add(mail);
            return outcome;
        });
    }

    private int left() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(box).getMessageCount();
    }

    @Test
    void whatGmailOutlookAndAppleSendIsReadAndThrownAway() throws Exception {
        for (String text : List.of(GMAIL, OUTLOOK, APPLE)) {
            box.deliver(mail(text));
        }
        assertThat(fetch(Outcome.TAKEN)).isEqualTo(3);
        assertThat(taken).allSatisfy(mail -> {
            assertThat(mail.from()).isEqualTo("anna.duinrand@vliegwiel.example");
            assertThat(mail.to()).contains(TO);
            assertThat(mail.automatic()).isFalse();
        });
        assertThat(OwnWords.of(taken.get(0).text())).isEqualTo("Wij doen dat café-breed, per halfjaar.");
        assertThat(OwnWords.of(taken.get(1).text())).isEqualTo("Wij doen dat café-breed, per halfjaar.\n\n- kiezen in oktober\n\n- ruilen mag");
        assertThat(OwnWords.of(taken.get(2).text())).isEqualTo("Wij doen dat café-breed, per halfjaar.");
        assertThat(taken).extracting(InMail::key).containsExactly("<CAB+1@mail.gmail.com>", "<AM0PR01@eurprd01.prod.outlook.com>", "<5D1@icloud.com>");
        assertThat(left()).isZero();
    }

    @Test
    void whatIsStrangeStaysForSomebodyToReadAndIsNotFetchedAgain() throws Exception {
        box.deliver(mail(GMAIL));
        fetch(Outcome.STRANGE);
        fetch(Outcome.STRANGE);
        assertThat(taken).hasSize(1);
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void afterAFailureOfOursItIsTriedAgain() throws Exception {
        box.deliver(mail(GMAIL));
        new Mailbox("127.0.0.1", server.getImap().getPort(), "antwoord", "geheim").fetch(mail -> {
            throw new IllegalStateException("the database is away");
        });
        assertThat(fetch(Outcome.TAKEN)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes", "Return-Path: <>", "List-Id: HR-netwerk <1.vliegwiel.example>", "Auto-Submitted: auto-generated; owner-email=a@b.example"})
    void whatAProgramSentIsKnownAsSuch(String header) throws Exception {
        assertThat(MailReading.read(mail(header + "\n" + GMAIL)).automatic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Automatisch antwoord: afwezig", "Out of Office: Anna", "Automatic reply: Antwoord op: zondag", "Afwezig", "Undeliverable: x", "Niet te bezorgen: x"})
    void soIsWhatSaysThatNobodyIsThere(String subject) throws Exception {
        assertThat(MailReading.read(mail(GMAIL.replace("Re: Antwoord op: zondag", subject))).automatic()).isTrue();
        assertThat(MailReading.read(mail(GMAIL.replace("Re: Antwoord op: zondag", "Wie is er afwezig op zondag?"))).automatic()).isFalse();
    }

    @Test
    void faultyMailIsReadAsFarAsItGoes() throws Exception {
        InMail bare = MailReading.read(mail("Subject: x\n\nHallo"));
        assertThat(bare.from()).isNull();
        assertThat(bare.key()).startsWith("hash:");
        assertThat(MailReading.read(mail("From: a@b.example, c@d.example\n\nHallo")).from()).as("two senders are none").isNull();
        assertThat(MailReading.read(mail("From: a@b.example\nContent-Type: text/plain; charset=klingon\n\nHallo")).text()).contains("Hallo");
        assertThat(MailReading.read(mail("From: a@b.example\nContent-Type: text/html\n\n<script>alert(1)</script><p>Hallo</p><p>daar</p>")).text()).isEqualTo("Hallo\n\ndaar");
    }
}
