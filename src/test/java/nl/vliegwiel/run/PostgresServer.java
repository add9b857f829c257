package nl.vliegwiel.run;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A real PostgreSQL with its own data folder, for development and tests only: its passwords are known to all,
 * so it listens on the loopback address alone.
 *
 * <p>The schema belongs to {@value #OWNER}, which runs the migrations; the application signs in as {@value #APP},
 * which may read and write rows and nothing else.
 */
public final class PostgresServer {

    public static final String DATABASE = "vliegwiel";
    public static final String OWNER = "vliegwiel_owner";
    public static final String APP = "vliegwiel_app";
    public static final String PASSWORD = "vliegwiel";

    private static final String VERSION = "18";
    // fields: a logger that nobody holds loses its level
    private static final List<Logger> TALKATIVE = List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("io.zonky"));
    private static final String SUPERUSER = "postgres";
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 20;

    private final Layout layout;
    private final int port;
    private final PostgresUser user = PostgresUser.ofThisMachine();
    private ServerProcess process;

    public PostgresServer(Layout layout, int port) {
        this.layout = layout;
        this.port = port;
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** Starts the server and waits until it answers; a crash before is repaired by the server itself. */
    public void start() {
        var programs = installed();
        var data = data();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create(programs, data);
        }
        var command = user.command(programs.resolve("bin/postgres").toString(), "-D", data.toString(),
                "-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                "-c", "max_connections=100", "-c", "shared_buffers=256MB", "-c", "timezone=UTC", "-c", "log_timezone=UTC");
        process = ServerProcess.start("PostgreSQL", data, layout.log("postgresql"), Map.of(), command);
        process.awaitUntil(this::answers, START_SECONDS);
    }

    /** Makes a database with the two roles' rights, unless it is there. */
    public void createDatabase(String name) {
        try (var connection = connect("postgres", SUPERUSER); var statement = connection.createStatement()) {
            for (var role : List.of(OWNER, APP)) {
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                    statement.execute("create role " + role + " login password '" + PASSWORD + "'");
                }
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database \"" + name + "\" owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new ServerFailure("Cannot create database " + name + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Runs the migrations of the class path as the owner.
     *
     * @return how many were new
     */
    public int migrate(String database) {
        try (var connection = connect(database, OWNER); var statement = connection.createStatement()) {
            statement.execute("alter default privileges in schema public"
                    + " grant select, insert, update, delete on tables to " + APP);
            statement.execute("alter default privileges in schema public grant usage, select on sequences to " + APP);
            int migrated = Flyway.configure().dataSource(url(database), OWNER, PASSWORD)
                    .locations("classpath:db/migration")
                    // two branches may each bring a migration; the later merged one need not have the later date
                    .outOfOrder(true).load().migrate().migrationsExecuted;
            statement.execute("revoke insert, update, delete on flyway_schema_history from " + APP);
            return migrated;
        } catch (FlywayException e) {
            throw new ServerFailure("The schema of database " + database + " cannot be brought up to date: "
                    + e.getMessage().strip().replaceAll("\\s*\\R\\s*", " ").replaceAll(" (To ignore|Need more).*", "")
                    + " (A migration that was edited after it ran needs an empty database: -Dfresh.)", e);
        } catch (SQLException e) {
            throw new ServerFailure("Cannot migrate database " + database + ": " + e.getMessage() + ".", e);
        }
    }

    /** A connection for tests and the loading of demo data. */
    public Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(url(database), role, PASSWORD);
    }

    /** The address of a database, without user. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public ServerProcess process() {
        return process;
    }

    /** A fast shutdown: open connections are ended, what is committed is safe. */
    public void stop() {
        if (process != null && process.isAlive()) {
            var programs = installed();
            ServerProcess.start("PostgreSQL stop", layout.state().resolve("stop"), layout.log("postgresql-stop"), Map.of(),
                    user.command(programs.resolve("bin/pg_ctl").toString(), "stop", "-D",
                            data().toString(), "-m", "fast", "-t",
                            String.valueOf(STOP_SECONDS))).awaitSuccess(STOP_SECONDS + 5);
            process.stop(STOP_SECONDS);
        }
    }

    /** Ends what a killed run left behind. */
    void stopLeftover() {
        ServerProcess.stopLeftover(data());
    }

    /** Throws the data away; the server must be down. */
    public void clear() {
        Installation.delete(data());
    }

    private Path data() {
        return user.place(layout.state().resolve("postgresql"));
    }

    private Path installed() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin"
                : System.getProperty("os.name").startsWith("Windows") ? "Windows" : "Linux";
        var machine = ArchUtils.normalize(System.getProperty("os.arch"));
        return Installation.once(user.place(layout.installations().resolve("postgresql-" + VERSION)), folder -> {
            try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
                Installation.untarXz(archive, folder);
            } catch (IllegalStateException e) {
                throw new IOException("there is no PostgreSQL for " + system.toLowerCase(Locale.ROOT) + " on "
                        + machine + " among the test dependencies", e);
            }
        });
    }

    private void create(Path programs, Path data) {
        try {
            user.own(data);
            Files.createDirectories(layout.state());
            var password = Files.writeString(data.resolveSibling("initdb.password"), PASSWORD);
            var process = ServerProcess.start("PostgreSQL set-up", layout.state(), layout.log("initdb"), Map.of(),
                    user.command(programs.resolve("bin/initdb").toString(), "-D", data.toString(), "-U", SUPERUSER,
                            "-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8",
                            // the server's own C.UTF-8, so that every machine sorts alike
                            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            process.awaitSuccess(START_SECONDS);
            Files.delete(password);
        } catch (IOException e) {
            throw new ServerFailure("Cannot make the data folder of PostgreSQL: " + e.getMessage() + ".", e);
        }
    }

    private boolean answers() {
        try (var connection = connect("postgres", SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
