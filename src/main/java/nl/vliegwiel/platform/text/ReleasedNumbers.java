package nl.vliegwiel.platform.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.vliegwiel.platform.signon.SignOnSettings;
import org.jdbi.v3.core.Jdbi;

/**
 * Numbers that only look like a BSN, released one by one (R7). {@link BsnGuard} lets them pass in every text. Kept as a
 * keyed hash alone; with another secret of the identity provider's client they would have to be released anew.
 */
@ApplicationScoped
public class ReleasedNumbers {
    private static final String PURPOSE = "released-number:";

    @Inject
    private Jdbi jdbi;

    @Inject
    private SignOnSettings settings;

    /** What a number is, if it is no BSN. A closed list: free text would invite the number. */
    public enum Ground {
        ORDER, PRODUCT, CUSTOMER, CASE_FILE, PHONE, OTHER
    }

    /** A release; the number is not known any more. */
    public record Release(UUID id, Ground ground, UUID organisationId, String by, Instant at) {
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        BsnGuard.consult(this::contains);
    }

    boolean contains(String digits) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from released_number where number_hash = :hash and revoked_at is null)")
            .bind("hash", hash(digits)).mapTo(Boolean.class).one());
    }

    /** @param digits its nine digits */
    public void add(UUID id, String digits, Ground ground, UUID organisationId, UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into released_number (id, number_hash, ground, organisation_id, released_by, released_at)
                values (:id, :hash, :ground, :organisation, :by, :at)""")
            .bind("id", id).bind("hash", hash(digits)).bind("ground", ground.name()).bind("organisation", organisationId).bind("by", by)
            .bind("at", at.atOffset(ZoneOffset.UTC)).execute());
    }

    /** @return false when there is no such release, or it was taken back already */
    public boolean revoke(UUID id, UUID by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                update released_number set revoked_by = :by, revoked_at = :at where id = :id and revoked_at is null""")
            .bind("id", id).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).execute()) > 0;
    }

    /** Those that hold, newest first. */
    public List<Release> all() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select n.id, n.ground, n.organisation_id, p.given_name || ' ' || p.family_name as by_name, n.released_at
                  from released_number n join person p on p.id = n.released_by where n.revoked_at is null order by n.released_at desc, n.id""")
            .map((row, context) -> new Release(row.getObject("id", UUID.class), Ground.valueOf(row.getString("ground")),
                row.getObject("organisation_id", UUID.class), row.getString("by_name"), row.getTimestamp("released_at").toInstant()))
            .list());
    }

    private byte[] hash(String digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal((PURPOSE + digits).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }
}
