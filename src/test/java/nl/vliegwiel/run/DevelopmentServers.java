package nl.vliegwiel.run;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * One set of real servers as separate processes: PostgreSQL, Keycloak, mail catcher and Payara Micro. The run command
 * starts one for a person, the integration tests one for themselves; each server can be stopped, killed and started
 * again while the others go on.
 */
public final class DevelopmentServers implements AutoCloseable {

    /** Makes the references of anonymous cards; known to all, as everything of development. */
    public static final String CARD_KEY = "for development only: names people on cards";

    private final Layout layout;
    private final Ports ports;
    private final PostgresServer postgres;
    private final KeycloakServer keycloak;
    private final MailCatcherServer mail;
    private final PayaraServer application;
    private final Map<String, String> others;

    public DevelopmentServers(Layout layout, Ports ports) {
        this(layout, ports, URI.create("http://localhost:" + ports.keycloak()), Map.of());
    }

    /**
     * @param signOn the address under which Keycloak is known, when something stands before it
     * @param others what the application is told besides, as MicroProfile Config properties
     */
    public DevelopmentServers(Layout layout, Ports ports, URI signOn, Map<String, String> others) {
        this.others = Map.copyOf(others);
        this.layout = layout;
        this.ports = ports;
        postgres = new PostgresServer(layout, ports.postgres());
        keycloak = new KeycloakServer(layout, ports.keycloak(), URI.create("http://localhost:" + ports.http()), signOn);
        mail = new MailCatcherServer(layout, ports.smtp(), ports.mail());
        application = node("payara", ports.http());
    }

    /** Fills the migrated database before the application starts. */
    @FunctionalInterface
    public interface Loading {
        void into(Connection owner) throws SQLException;
    }

    /** Starts everything; sign-on and application start side by side. */
    public void start(Loading data) {
        stopLeftovers();
        ports.requireFree();
        try {
            var keycloakUp = CompletableFuture.runAsync(keycloak::start);
            var mailUp = CompletableFuture.runAsync(mail::start);
            postgres.start();
            prepareDatabase();
            try (var owner = connectAsOwner()) {
                data.into(owner);
            } catch (SQLException e) {
                throw new ServerFailure("The data could not be loaded: " + e.getMessage() + ".", e);
            }
            application.start();
            CompletableFuture.allOf(keycloakUp, mailUp).join();
        } catch (RuntimeException e) {
            close();
            throw e instanceof CompletionException && e.getCause() instanceof ServerFailure failure ? failure : e;
        }
    }

    /** Ends what a run with the same state folder left behind when it was itself killed. */
    public void stopLeftovers() {
        Stream.of("payara", "keycloak", "mail").map(layout.state()::resolve).forEach(ServerProcess::stopLeftover);
        postgres.stopLeftover();
    }

    /** Makes the database and brings its schema to the newest version. */
    public int prepareDatabase() {
        postgres.createDatabase(PostgresServer.DATABASE);
        return postgres.migrate(PostgresServer.DATABASE);
    }

    /**
     * Another node of the application on the same database, not started.
     *
     * @param name folder and log name
     */
    public PayaraServer node(String name, int port) {
        return new PayaraServer(layout, name, port, settings(PostgresServer.DATABASE));
    }

    /** What the application is told, as MicroProfile Config properties. */
    public Map<String, String> settings(String database) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("vliegwiel.url", "http://localhost:" + ports.http());
        settings.put("db.url", postgres.url(database));
        settings.put("db.user", PostgresServer.APP);
        settings.put("db.password", PostgresServer.PASSWORD);
        settings.put("oidc.issuer", keycloak.issuer().toString());
        settings.put("oidc.client.id", KeycloakServer.CLIENT);
        settings.put("oidc.client.secret", KeycloakServer.CLIENT_SECRET);
        settings.put("flexpool.card-key", CARD_KEY);
        // Mails can be answered; nobody fetches the answers, since the mail catcher keeps no mailboxes
        settings.put("mail.in.address", "antwoord@in.vliegwiel.example");
        settings.put("mail.in.key", "for development only: signs the addresses");
        settings.put("mail.host", "127.0.0.1");
        settings.put("mail.port", String.valueOf(ports.smtp()));
        settings.putAll(others);
        return settings;
    }

    /** A connection as the owner of the schema, for demo data and for looking behind the application. */
    public Connection connectAsOwner() throws SQLException {
        return postgres.connect(PostgresServer.DATABASE, PostgresServer.OWNER);
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public MailCatcherServer mail() {
        return mail;
    }

    public PayaraServer application() {
        return application;
    }

    /** The processes that were started, the living and the dead. */
    public Stream<ServerProcess> processes() {
        return Stream.of(postgres.process(), keycloak.process(), mail.process(), application.process())
                .filter(java.util.Objects::nonNull);
    }

    /** Stops all; the application first, its database last. */
    @Override
    public void close() {
        CompletableFuture.allOf(CompletableFuture.runAsync(application::stop), CompletableFuture.runAsync(keycloak::stop),
                CompletableFuture.runAsync(mail::stop)).join();
        postgres.stop();
    }
}
