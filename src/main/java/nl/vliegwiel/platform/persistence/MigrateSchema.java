package nl.vliegwiel.platform.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the newest version, or checks that it is there. Where the application's database role
 * may not change the schema (production, and the development servers), the migrations ran before as the owner
 * and a missing one stops the deployment.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class MigrateSchema {
    private static final Logger LOG = Logger.getLogger(MigrateSchema.class.getName());

    @Resource(lookup = "java:app/jdbc/vliegwiel")
    private DataSource dataSource;

    @Inject
    @ConfigProperty(name = "db.migrate", defaultValue = "false")
    private boolean migrate;

    @PostConstruct
    void bringUpToDate() {
        Flyway flyway = Flyway.configure(getClass().getClassLoader())
            .dataSource(dataSource)
            .locations("classpath:db/migration")
            .load();
        if (migrate) {
            flyway.migrate();
        } else {
            flyway.validate();
        }
        LOG.log(Level.INFO, "Schema is at version {0}", flyway.info().current().getVersion());
    }
}
