package nl.vliegwiel.platform.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What sign-on needs to know of its surroundings. A missing value stops the deployment. */
@ApplicationScoped
public class SignOnSettings {
    @Inject
    @ConfigProperty(name = "vliegwiel.url")
    private URI publicUrl;

    @Inject
    @ConfigProperty(name = "oidc.issuer")
    private String issuer;

    @Inject
    @ConfigProperty(name = "oidc.client.id")
    private String clientId;

    @Inject
    @ConfigProperty(name = "oidc.client.secret")
    private String clientSecret;

    @Inject
    @ConfigProperty(name = "oidc.audience")
    private String apiAudience;

    @Inject
    @ConfigProperty(name = "sign-in.idle-minutes")
    private int idleMinutes;

    @Inject
    @ConfigProperty(name = "sign-in.absolute-minutes")
    private int absoluteMinutes;

    /** Our own address as browsers see it; never taken from a request. */
    public URI publicUrl() {
        return publicUrl;
    }

    public URI callbackUrl() {
        return publicUrl.resolve("/callback");
    }

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    public String issuer() {
        return issuer;
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    /** The audience that an access token for the API must name. */
    public String apiAudience() {
        return apiAudience;
    }

    public Duration idle() {
        return Duration.ofMinutes(idleMinutes);
    }

    public Duration absolute() {
        return Duration.ofMinutes(absoluteMinutes);
    }
}
