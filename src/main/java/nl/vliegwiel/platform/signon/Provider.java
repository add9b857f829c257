package nl.vliegwiel.platform.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The identity provider, spoken to in OpenID Connect: authorization code with PKCE, one allowed algorithm.
 * Its metadata and keys are fetched when first needed, so that we start and serve without it.
 */
@ApplicationScoped
public class Provider {
    /** The one algorithm accepted; "none" and HMAC with our own secret are thus refused. */
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;
    private static final int TIMEOUT_MILLIS = 4000;
    private static final int LARGEST_ANSWER = 200_000;
    private static final int METADATA_SECONDS = 600;
    private static final int REACHABLE_SECONDS = 5;

    @Inject
    private SignOnSettings settings;

    @Inject
    private Clock clock;

    private volatile Discovered discovered;
    private volatile Instant reachableUntil = Instant.MIN;

    private record Discovered(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, IDTokenValidator idTokens,
            LogoutTokenValidator logoutTokens, DefaultJWTProcessor<SecurityContext> accessTokens, Instant until) {
    }

    /** Who signed in at the provider. */
    public record Identity(String subject, String email, boolean emailVerified, String session, String refreshToken) {
    }

    /**
     * @return address to send the browser to
     * @throws ProviderDown when the provider does not answer; asked before a browser is sent there, or it would end on a dead page
     */
    URI authorizationAddress(String state, String nonce, String verifier, Locale language) {
        requireReachable();
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid", "email", "profile"),
                new ClientID(settings.clientId()), settings.callbackUrl())
            .endpointURI(provider().metadata().getAuthorizationEndpointURI())
            .state(new State(state))
            .nonce(new Nonce(nonce))
            .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
            .customParameter("ui_locales", language.getLanguage())
            .build()
            .toURI();
    }

    /**
     * Changes a code for the identity behind it.
     *
     * @throws SignOnRefused when the provider refuses the code or its ID token fails a check
     * @throws ProviderDown when the provider does not answer
     */
    Identity exchange(String code, String nonce, String verifier) {
        Discovered provider = provider();
        TokenRequest request = new TokenRequest.Builder(provider.metadata().getTokenEndpointURI(), clientAuthentication(),
            new AuthorizationCodeGrant(new AuthorizationCode(code), settings.callbackUrl(), new CodeVerifier(verifier))).build();
        try {
            var answer = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
            if (!answer.indicatesSuccess()) {
                throw new SignOnRefused("code refused: " + answer.toErrorResponse().getErrorObject().getCode());
            }
            OIDCTokenResponse tokens = (OIDCTokenResponse) answer.toSuccessResponse();
            JWT idToken = tokens.getOIDCTokens().getIDToken();
            IDTokenClaimsSet claims = provider.idTokens().validate(idToken, new Nonce(nonce));
            var refresh = tokens.getOIDCTokens().getRefreshToken();
            return new Identity(claims.getSubject().getValue(), claims.getStringClaim("email"),
                Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")), claims.getStringClaim("sid"),
                refresh == null ? null : refresh.getValue());
        } catch (ParseException e) {
            throw new SignOnRefused("answer of the provider not understood", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new SignOnRefused("ID token refused: " + e.getMessage(), e);
        }
    }

    /**
     * @param token access token of an API call
     * @return its claims when signature, issuer, audience, type and expiry hold
     * @throws SignOnRefused otherwise
     */
    JWTClaimsSet checkAccessToken(String token) {
        try {
            JWTClaimsSet claims = provider().accessTokens().process(token, null);
            if (!"Bearer".equals(claims.getStringClaim("typ"))) {
                throw new SignOnRefused("not an access token");
            }
            return claims;
        } catch (java.text.ParseException | BadJOSEException | JOSEException e) {
            throw new SignOnRefused("access token refused: " + e.getMessage(), e);
        }
    }

    /** @throws SignOnRefused when the token is not a logout token of our provider for us */
    LogoutTokenClaimsSet checkLogoutToken(String token) {
        try {
            return provider().logoutTokens().validate(JWTParser.parse(token));
        } catch (java.text.ParseException | BadJOSEException | JOSEException e) {
            throw new SignOnRefused("logout token refused: " + e.getMessage(), e);
        }
    }

    /**
     * Ends the session at the provider from our side, so that no token travels in an address.
     *
     * @return false when the provider did not answer or refused; the session here has ended all the same
     */
    boolean endSession(String refreshToken) {
        if (refreshToken == null || provider().metadata().getEndSessionEndpointURI() == null) {
            return false;
        }
        try {
            HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, provider().metadata().getEndSessionEndpointURI());
            request.setContentType("application/x-www-form-urlencoded");
            request.setBody(com.nimbusds.oauth2.sdk.util.URLUtils.serializeParameters(Map.of(
                "client_id", List.of(settings.clientId()),
                "client_secret", List.of(settings.clientSecret()),
                "refresh_token", List.of(refreshToken))));
            return send(request).indicatesSuccess();
        } catch (ParseException e) {
            return false;
        }
    }

    private com.nimbusds.oauth2.sdk.http.HTTPResponse send(HTTPRequest request) throws ParseException {
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
        try {
            return request.send();
        } catch (IOException e) {
            throw new ProviderDown(e);
        }
    }

    private ClientAuthentication clientAuthentication() {
        return new ClientSecretBasic(new ClientID(settings.clientId()), new Secret(settings.clientSecret()));
    }

    private void requireReachable() {
        Instant now = clock.instant();
        if (now.isBefore(reachableUntil)) {
            return;
        }
        try {
            discovered = discover(now);
            reachableUntil = now.plusSeconds(REACHABLE_SECONDS);
        } catch (GeneralException | IOException e) {
            throw new ProviderDown(e);
        }
    }

    private Discovered provider() {
        Discovered known = discovered;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known;
        }
        try {
            discovered = discover(now);
            return discovered;
        } catch (GeneralException | IOException e) {
            if (known != null) {
                return known;
            }
            throw new ProviderDown(e);
        }
    }

    private Discovered discover(Instant now) throws GeneralException, IOException {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
        Discovered known = discovered;
        if (known != null && known.metadata().getJWKSetURI().equals(metadata.getJWKSetURI())) {
            // Keeps the fetched keys
            return new Discovered(metadata, known.keys(), known.idTokens(), known.logoutTokens(), known.accessTokens(), now.plusSeconds(METADATA_SECONDS));
        }
        JWKSource<SecurityContext> keys = keys(metadata.getJWKSetURI());
        Issuer issuer = new Issuer(settings.issuer());
        ClientID client = new ClientID(settings.clientId());
        var selector = new JWSVerificationKeySelector<>(ALGORITHM, keys);
        var accessTokens = new DefaultJWTProcessor<SecurityContext>();
        accessTokens.setJWSKeySelector(selector);
        accessTokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        accessTokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(settings.apiAudience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(), Set.of("sub", "exp", "iat")));
        return new Discovered(metadata, keys, new IDTokenValidator(issuer, client, selector, null),
            new LogoutTokenValidator(issuer, client, false, selector, null), accessTokens, now.plusSeconds(METADATA_SECONDS));
    }

    private static JWKSource<SecurityContext> keys(URI address) {
        try {
            // Rate-limited and cached: a forged key id must not make us hammer the provider
            return JWKSourceBuilder.create(address.toURL(), new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_ANSWER))
                .outageTolerant(true)
                .build();
        } catch (MalformedURLException e) {
            throw new SignOnRefused("the provider's key address is no address", e);
        }
    }
}
