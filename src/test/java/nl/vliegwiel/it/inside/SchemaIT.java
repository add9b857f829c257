package nl.vliegwiel.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import nl.vliegwiel.it.ServerTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The application's own database user, seen from inside the application. */
class SchemaIT extends ServerTest {
    @Inject
    Jdbi jdbi;

    @Test
    void theApplicationMayNotChangeTheSchema() {
        boolean owner = jdbi.withHandle(handle -> handle
            .createQuery("select tableowner = current_user from pg_tables where tablename = 'placement'").mapTo(Boolean.class).one());
        assertThat(owner).isFalse();
    }
}
