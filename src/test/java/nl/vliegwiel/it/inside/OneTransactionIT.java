package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import nl.vliegwiel.it.ServerTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Entities and native SQL of one use case are one transaction: both are kept, or neither. */
class OneTransactionIT extends ServerTest {
    @Inject
    Jdbi jdbi;

    @PersistenceContext
    EntityManager entities;

    @Resource
    UserTransaction transaction;

    @Test
    void nativeSqlSeesWhatTheEntityManagerWrote() throws Exception {
        String jti = UUID.randomUUID().toString();
        transaction.begin();
        try {
            entities.createNativeQuery("insert into logout_token_seen (jti, ends_at) values (?1, now())").setParameter(1, jti).executeUpdate();
            int seen = jdbi.withHandle(handle -> handle.createQuery("select count(*) from logout_token_seen where jti = :jti")
                .bind("jti", jti).mapTo(Integer.class).one());
            assertThat(seen).isEqualTo(1);
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void nativeSqlIsUndoneWithTheTransaction() throws Exception {
        String jti = UUID.randomUUID().toString();
        transaction.begin();
        jdbi.useHandle(handle -> handle.execute("insert into logout_token_seen (jti, ends_at) values (?, now())", jti));
        transaction.rollback();
        int kept = jdbi.withHandle(handle -> handle.createQuery("select count(*) from logout_token_seen where jti = :jti")
            .bind("jti", jti).mapTo(Integer.class).one());
        assertThat(kept).isZero();
    }
}
