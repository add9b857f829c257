package nl.vliegwiel.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;

/** One bounded portion in a transaction of its own: what is removed and that it is counted go together. */
@ApplicationScoped
class RetentionPortion {
    @Inject
    private RetentionStore store;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean claim(String kind, LocalDate day, Instant now) {
        return store.claim(kind, day, now);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int apply(String kind, LocalDate day, int most, Instant now) {
        int records = store.apply(kind, most, now);
        if (records > 0) {
            store.counted(kind, day, records);
        }
        return records;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void ended(String kind, LocalDate day, Instant now, String problem) {
        store.ended(kind, day, now, problem);
    }
}
