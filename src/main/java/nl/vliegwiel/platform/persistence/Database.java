package nl.vliegwiel.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The one database. A broken connection is thrown away before it is handed out, so that the application
 * recovers by itself after the database was restarted. Texts go out without a type, since JPA sends an absent id as
 * an absent text and the database would refuse that in a uuid column.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/vliegwiel",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=db.url}",
    user = "${MPCONFIG=db.user}",
    password = "${MPCONFIG=db.password}",
    minPoolSize = 4,
    initialPoolSize = 4,
    maxPoolSize = Database.LARGEST_POOL,
    properties = {
        // Planning took more than half of a page's time in the database: at its third use a statement is prepared, with a plan for any value
        "prepareThreshold=3",
        "stringType=unspecified",
        // Joins are written in the order that they should be done in: with a dozen of them the planner took 24 ms to try all
        "options=-c join_collapse_limit=5 -c plan_cache_mode=force_generic_plan",
        // A network that swallows everything must not hold a call for ever
        "socketTimeout=120",
        "tcpKeepAlive=true",
        "fish.payara.is-connection-validation-required=true",
        "fish.payara.connection-validation-method=custom-validation",
        "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
        "fish.payara.fail-all-connections=true",
        // A page asks a dozen times for a connection; a dead one is refused as 503 and found within the second
        "fish.payara.validate-atmost-once-period-in-seconds=1"
    })
@ApplicationScoped
public class Database {
    /** Connections of one node. */
    static final int LARGEST_POOL = 24;

    @Resource(lookup = "java:app/jdbc/vliegwiel")
    private DataSource dataSource;

    /** Native SQL in the caller's transaction: the pool gives the connection that the entities use too. */
    @Produces
    @Singleton
    public Jdbi jdbi() {
        return Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    public DataSource dataSource() {
        return dataSource;
    }
}
