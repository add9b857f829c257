package nl.vliegwiel.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server whether it is there. */
final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private Http() {
    }

    static boolean answers(URI address) {
        return status(address) == OK;
    }

    /** The status of the answer, 0 when there is none. */
    static int status(URI address) {
        try {
            return HttpClient.newBuilder().connectTimeout(PATIENCE).build()
                    .send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
