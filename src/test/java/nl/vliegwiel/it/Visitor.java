package nl.vliegwiel.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser reduced to what sign-on needs: cookies, redirects that a test follows step by step, Keycloak's form. */
public final class Visitor {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI application = TestServers.get().applicationUrl();

    /** One answer, with where it sends the browser. */
    public record Page(int status, String body, HttpResponse<String> response) {
        public String location() {
            return response.headers().firstValue("Location").orElse(null);
        }
    }

    public Page get(String pathOrAddress) {
        return send(HttpRequest.newBuilder(application.resolve(pathOrAddress)).header("Accept", "text/html").header("Accept-Language", "nl"));
    }

    public Page post(String pathOrAddress, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(application.resolve(pathOrAddress)).header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Asks for a page and signs in at Keycloak, up to the address at which it would come back. */
    public String callbackFor(String path, String account) {
        return passForm(get(path).location(), account);
    }

    /** Fills in Keycloak's form at this address. */
    public String passForm(String authorizationAddress, String account) {
        Page form = get(authorizationAddress);
        if (form.status() == 302) {
            return form.location();
        }
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("No form at the provider: " + form.status());
        }
        Page answer = post(action.group(1).replace("&amp;", "&"),
            "username=" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "&password=vliegwiel&credentialId=");
        if (answer.location() == null) {
            throw new IllegalStateException("Keycloak did not let " + account + " in: " + answer.status());
        }
        return answer.location();
    }

    /** Signs in and ends where the application sends the browser. */
    public Page signIn(String account) {
        return get(callbackFor("/", account));
    }

    public boolean isSignedIn() {
        Page start = get("/");
        return start.status() == 200;
    }

    public Optional<String> loginCookie() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("vliegwiel"))
            .map(HttpCookie::getValue).findFirst();
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
