package nl.vliegwiel.platform.inmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** Which mails were taken, so that none does its deed twice. */
@ApplicationScoped
public class ReceivedStore {
    @Inject
    private Jdbi jdbi;

    /** @return false when it was there before; a second one waits for the end of the first one's transaction */
    public boolean add(String key, String outcome, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("insert into received_mail (key, outcome, at) values (:key, :outcome, :at) on conflict (key) do nothing")
            .bind("key", key).bind("outcome", outcome).bind("at", at.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    public int forget(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from received_mail where at < :before").bind("before", before.atOffset(ZoneOffset.UTC)).execute());
    }
}
