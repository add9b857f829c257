package nl.vliegwiel.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.vliegwiel.platform.persistence.MigrateSchema;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Ready when the database answers; {@link MigrateSchema} has stopped the deployment already if the schema does not fit. Not Keycloak: who is in stays in. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    @Inject
    private Jdbi jdbi;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try {
            return jdbi.withHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one()) == 1 ? answer.up().build() : answer.down().build();
        } catch (JdbiException e) {
            return answer.down().build();
        }
    }
}
