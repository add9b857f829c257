package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the mail catcher caught. */
final class Mails {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Mails() {
    }

    /** Accounts that got mail with these words in the subject; a doubled mail is there twice. */
    static List<String> receivers(String subject) {
        URI address = TestServers.get().servers().mail().url().resolve("/api/messages?q=" + Api.encoded(subject));
        List<String> receivers = new ArrayList<>();
        try {
            JsonNode mails = JSON.readTree(CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body());
            mails.forEach(mail -> mail.get("to").forEach(to -> receivers.add(to.asText().replaceAll(".*<|>.*|@.*", ""))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return receivers.stream().sorted().toList();
    }

    /** Waits until exactly these accounts have it, each once. */
    static void await(String subject, Duration most, String... accounts) {
        Set<String> wanted = new TreeSet<>(List.of(accounts));
        Truth.eventually("mail '" + subject + "' to " + wanted + ", not " + receivers(subject), most, () -> receivers(subject).containsAll(wanted));
        // Other tests make HR managers, who get what all HR managers get
        assertThat(receivers(subject)).as(subject).filteredOn(account -> !account.startsWith(GoodCalls.MADE)).containsExactlyElementsOf(wanted);
    }
}
