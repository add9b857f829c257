package nl.vliegwiel.platform.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Logins and attempts in the database (decision D2), so that any node serves any user. */
@ApplicationScoped
public class SignInStore {
    private static final String FIND = """
        select person_id, acting_for, last_used_at < :stale as stale from sign_in
         where token_hash = :hash and ends_at > :now and last_used_at > :idleSince""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    @Inject
    private SignOnSettings settings;

    /** One attempt to sign in, as it is found back at the callback. */
    public record Attempt(String nonce, String verifier, String returnTo) {
    }

    /** Whose login a cookie is, and the organisation acted for (null until chosen). */
    public record SignedIn(UUID personId, UUID actingFor) {
    }

    /** What the provider needs to end its session too. */
    public record Ended(UUID personId, String refreshToken) {
    }

    Optional<SignedIn> find(String token) {
        byte[] hash = Secrets.hash(token);
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> {
            var found = handle.createQuery(FIND)
                .bind("hash", hash)
                .bind("now", at(now))
                .bind("idleSince", at(now.minus(settings.idle())))
                .bind("stale", at(now.minusSeconds(60)))
                .map((row, context) -> new Object[] {
                    new SignedIn(row.getObject("person_id", UUID.class), row.getObject("acting_for", UUID.class)),
                    row.getBoolean("stale")})
                .findOne();
            // Once a minute is exact enough for the idle limit and spares a write per page
            if (found.isPresent() && (boolean) found.get()[1]) {
                handle.execute("update sign_in set last_used_at = ? where token_hash = ?", at(now), hash);
            }
            return found.map(row -> (SignedIn) row[0]);
        });
    }

    String open(UUID personId, String subject, String providerSession, String refreshToken) {
        String token = Secrets.random();
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            handle.execute("delete from sign_in where ends_at < ?", at(now));
            handle.execute("""
                insert into sign_in (token_hash, person_id, subject, provider_session, refresh_token, created_at, last_used_at, ends_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                Secrets.hash(token), personId, subject, providerSession, refreshToken, at(now), at(now), at(now.plus(settings.absolute())));
        });
        return token;
    }

    Optional<Ended> end(String token) {
        return jdbi.withHandle(handle -> handle
            .createQuery("delete from sign_in where token_hash = :hash returning person_id, refresh_token")
            .bind("hash", Secrets.hash(token))
            .map((row, context) -> new Ended(row.getObject("person_id", UUID.class), row.getString("refresh_token")))
            .findOne());
    }

    /** Every login of an account: a provider may name one session of several (security.md, section 5). */
    int endAll(String subject, String providerSession) {
        return jdbi.withHandle(handle -> handle
            .createUpdate("""
                delete from sign_in where subject = :subject or subject in
                  (select subject from sign_in where provider_session = :session)""")
            .bind("subject", subject)
            .bind("session", providerSession)
            .execute());
    }

    /** Remembers a logout token; false when it was used before. */
    boolean firstUse(String jti, Instant endsAt) {
        return jdbi.withHandle(handle -> {
            handle.execute("delete from logout_token_seen where ends_at < ?", at(clock.instant()));
            return handle.execute("insert into logout_token_seen (jti, ends_at) values (?, ?) on conflict do nothing", jti, at(endsAt)) == 1;
        });
    }

    public void actFor(String token, UUID organisationId) {
        jdbi.useHandle(handle -> handle.execute("update sign_in set acting_for = ? where token_hash = ?", organisationId, Secrets.hash(token)));
    }

    void begin(String state, String browser, String nonce, String verifier, String returnTo) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            handle.execute("delete from sign_in_attempt where ends_at < ?", at(now));
            handle.execute("""
                insert into sign_in_attempt (state_hash, browser_hash, nonce, verifier, return_to, created_at, ends_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                Secrets.hash(state), Secrets.hash(browser), nonce, verifier, returnTo, at(now), at(now.plusSeconds(1800)));
        });
    }

    /** Takes an attempt out: a state works once, and only in the browser that began it. */
    Optional<Attempt> take(String state, String browser) {
        return jdbi.withHandle(handle -> handle
            .createQuery("""
                delete from sign_in_attempt where state_hash = :state and browser_hash = :browser and ends_at > :now
                returning nonce, verifier, return_to""")
            .bind("state", Secrets.hash(state))
            .bind("browser", Secrets.hash(browser))
            .bind("now", at(clock.instant()))
            .map((row, context) -> new Attempt(row.getString("nonce"), row.getString("verifier"), row.getString("return_to")))
            .findOne());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
