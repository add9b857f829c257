package nl.vliegwiel.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser reduced to what sign-on needs: cookies, redirects that a test follows step by step, Keycloak's form. */
public final class Visitor {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    /** By name: all servers are on localhost, and Java's own store keeps back Keycloak's Secure cookies, which a browser sends there. */
    private final Map<String, String> cookies = new TreeMap<>();
    private final HttpClient client;
    private final URI application;

    public Visitor() {
        this(TestServers.get().applicationUrl());
    }

    /** @param application where Vliegwiel is reached */
    public Visitor(URI application) {
        this(application, HttpClient.Version.HTTP_2);
    }

    /** @param version HTTP/1.1 is what the proxy of production speaks to the application */
    public Visitor(URI application, HttpClient.Version version) {
        this.application = application;
        this.client = HttpClient.newBuilder().version(version).followRedirects(HttpClient.Redirect.NEVER).build();
    }

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

    /** Sends a form as it is, such as one with a file. */
    public Page post(String path, String contentType, byte[] form) {
        return send(HttpRequest.newBuilder(application.resolve(path)).header("Accept", "text/html").header("Accept-Language", "nl")
            .header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(form)));
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
        return Optional.ofNullable(cookies.get("vliegwiel"));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            if (!cookies.isEmpty()) {
                request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
            }
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
