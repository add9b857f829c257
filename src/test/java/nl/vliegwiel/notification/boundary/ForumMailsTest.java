package nl.vliegwiel.notification.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ForumMailsTest {
    private static final URI HERE = URI.create("https://vliegwiel.example/");

    @Test
    void aPictureThatAsksForASessionIsALinkInAMail() {
        assertThat(ForumMails.outside("<p><img src=\"/forum/file/1\" alt=\"rooster.png\" loading=\"lazy\" /></p>", HERE))
            .isEqualTo("<p><a href=\"https://vliegwiel.example/forum/file/1\">rooster.png</a></p>");
    }

    @Test
    void linksLeadHereAndThoseElsewhereStay() {
        assertThat(ForumMails.outside("<a href=\"/forum/person?id&#61;1\" rel=\"nofollow\">@Anna</a> <a href=\"https://elders.example/x\">x</a>", HERE))
            .contains("href=\"https://vliegwiel.example/forum/person?id&#61;1\"", "href=\"https://elders.example/x\"");
    }
}
