package nl.vliegwiel.notification.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import nl.vliegwiel.platform.outbox.MailText;
import nl.vliegwiel.platform.outbox.Receiver;
import nl.vliegwiel.platform.text.Texts;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static final UUID ID = UUID.fromString("0196a0f0-0000-7000-8000-000000000001");
    private static final Receiver ZOE = new Receiver(ID, "Zoë", "Zoë de Wit", "zoe@vliegwiel.example", Texts.DUTCH);

    @Test
    void theTextSaysWhatTheHtmlSays() {
        MailText mail = letter("Bibliotheek Vennenland vraagt of je wilt komen helpen.");

        assertThat(mail.text()).contains("Dag Zoë,", "Bibliotheek Vennenland vraagt of je wilt komen helpen.", "Wat: Taalhuis",
            "http://localhost:8080/flexpool/placement?id=1");
        assertThat(mail.html()).contains("lang=\"nl\"", "Dag Zoë,", "Bibliotheek Vennenland vraagt of je wilt komen helpen.", "Taalhuis",
            "href=\"http://localhost:8080/flexpool/placement?id=1\"");
    }

    @Test
    void whatSomebodyTypedIsNoMarkup() {
        MailText mail = letter("<img src=x onerror=alert(1)> & \"zo\"");

        assertThat(mail.html()).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;zo&quot;");
    }

    @Test
    void linesOfTextFitOnAScreen() {
        MailText mail = letter("woord ".repeat(200));

        assertThat(mail.text().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
    }

    private static MailText letter(String paragraph) {
        return new Letter(ZOE, "Gevraagd: Taalhuis").say(paragraph).fact("mail.fact.what", "Taalhuis")
            .link("Bekijk het", URI.create("http://localhost:8080/flexpool/placement?id=1")).mail();
    }
}
