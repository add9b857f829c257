package nl.vliegwiel.platform.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.vliegwiel.platform.rule.RuleViolation;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches a file from an address that somebody typed: https only, only from the public internet, small and soon. Sends
 * nothing of us along. Every redirect is judged as if it had been typed.
 */
@ApplicationScoped
public class SafeFetch {
    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_BYTES = 2 << 20;
    private static final int SECONDS = 10;
    private static final int LONGEST_ADDRESS = 2_000;
    /** A name as it is registered; never an address in figures, in whichever notation. */
    private static final Pattern NAME = Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]", Pattern.CASE_INSENSITIVE);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final DnsResolver names;
    private final TlsSocketStrategy tls;

    /** Trusts whom Java trusts. */
    public SafeFetch() {
        this(new PublicNames(), DefaultClientTlsStrategy.createDefault());
    }

    /** @param names looks names up; @param tls whom we trust to be who they say */
    SafeFetch(DnsResolver names, TlsSocketStrategy tls) {
        this.names = names;
        this.tls = tls;
    }

    /** What came: the file, or where it is instead. */
    private record Answer(byte[] file, String location) {
    }

    /**
     * @param address as typed
     * @throws RuleViolation {@code fetch.address}, {@code fetch.notPublic}, {@code fetch.unreachable}, {@code fetch.tooLarge},
     *         {@code fetch.tooSlow}, {@code fetch.status} or {@code fetch.redirects}
     */
    public byte[] get(String address) {
        URI place = checked(address);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try (CloseableHttpClient client = client()) {
            for (int redirect = 0; redirect <= MOST_REDIRECTS; redirect++) {
                Answer answer = ask(client, place, end);
                if (answer.location() == null) {
                    return answer.file();
                }
                place = checked(place.resolve(URI.create(answer.location())).toString());
            }
            throw new RuleViolation("fetch.redirects");
        } catch (PublicNames.NotPublic e) {
            throw refusal("fetch.notPublic", e);
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw refusal("fetch.unreachable", e);
        } catch (IOException e) {
            throw refusal(System.nanoTime() >= end ? "fetch.tooSlow" : "fetch.unreachable", e);
        }
    }

    private static RuleViolation refusal(String key, Exception cause) {
        RuleViolation refusal = new RuleViolation(key);
        refusal.addSuppressed(cause);
        return refusal;
    }

    /** @throws RuleViolation {@code fetch.address} */
    static URI checked(String address) {
        try {
            URI place = new URI(address == null || address.length() > LONGEST_ADDRESS ? "" : address.strip());
            boolean good = "https".equalsIgnoreCase(place.getScheme()) && place.getHost() != null && NAME.matcher(place.getHost()).matches()
                && place.getRawUserInfo() == null && (place.getPort() == -1 || place.getPort() == 443);
            if (good) {
                return place;
            }
        } catch (URISyntaxException e) {
            throw refusal("fetch.address", e);
        }
        throw new RuleViolation("fetch.address");
    }

    private CloseableHttpClient client() {
        Timeout most = Timeout.ofSeconds(SECONDS);
        return HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(names).setTlsSocketStrategy(tls)
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(most).setSocketTimeout(most).build()).build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(most).build())
            .setUserAgent("Vliegwiel")
            .disableRedirectHandling().disableCookieManagement().disableAuthCaching().disableAutomaticRetries().disableContentCompression()
            .build();
    }

    /** The timeouts above are for each wait; who sends a byte now and then is cut off here. */
    private static Answer ask(CloseableHttpClient client, URI place, long end) throws IOException {
        HttpGet question = new HttpGet(place);
        question.setHeader("Accept", "text/calendar, */*;q=0.5");
        CompletableFuture<Void> over = CompletableFuture.runAsync(question::cancel,
            CompletableFuture.delayedExecutor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
        try {
            return client.execute(question, SafeFetch::read);
        } finally {
            over.cancel(false);
        }
    }

    private static Answer read(ClassicHttpResponse answer) throws IOException {
        Header location = answer.getFirstHeader("Location");
        if (REDIRECTS.contains(answer.getCode()) && location != null) {
            return new Answer(null, location.getValue());
        }
        if (answer.getCode() != 200 || answer.getEntity() == null) {
            throw new RuleViolation("fetch.status", String.valueOf(answer.getCode()));
        }
        try (InputStream body = answer.getEntity().getContent()) {
            byte[] file = body.readNBytes(MOST_BYTES + 1);
            if (file.length > MOST_BYTES) {
                throw new RuleViolation("fetch.tooLarge");
            }
            return new Answer(file, null);
        }
    }
}
