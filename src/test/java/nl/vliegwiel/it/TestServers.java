package nl.vliegwiel.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import nl.vliegwiel.demo.DemoData;
import nl.vliegwiel.run.DevelopmentServers;
import nl.vliegwiel.run.Layout;
import nl.vliegwiel.run.Ports;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** The servers of one test run: one PostgreSQL, one Keycloak behind a forging provider, one mail catcher, one Payara Micro. */
public final class TestServers {
    private static final String STATE = "target/it";
    private static TestServers running;

    private final DevelopmentServers servers;
    private final ForgingProvider provider;

    private TestServers(DevelopmentServers servers, ForgingProvider provider) {
        this.servers = servers;
        this.provider = provider;
    }

    /** Starts everything with this application on the first call; later calls give what runs. */
    static synchronized TestServers withApplication(Archive<?> archive) {
        if (running == null) {
            running = start(archive);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                running.servers.close();
                running.provider.close();
            }, "stop test servers"));
        }
        return running;
    }

    /** The running servers. @throws IllegalStateException before the first deployment */
    public static synchronized TestServers get() {
        if (running == null) {
            throw new IllegalStateException("No application is deployed yet: extend ServerTest");
        }
        return running;
    }

    private static TestServers start(Archive<?> archive) {
        try {
            Layout built = Layout.fromProperties(STATE);
            // before their folder goes, and with it the note of which processes they were
            new DevelopmentServers(built, Ports.free()).stopLeftovers();
            delete(built.state());
            Files.createDirectories(built.state());
            Path war = built.state().resolve("vliegwiel.war");
            archive.as(ZipExporter.class).exportTo(war.toFile(), true);
            Layout layout = new Layout(built.project(), built.servers(), war, built.installations(), built.state());
            ForgingProvider provider = new ForgingProvider(0);
            DevelopmentServers servers = new DevelopmentServers(layout, Ports.free(), provider.url(), Map.of("jobs.longest-pause-seconds", "2"));
            provider.passOnTo(servers.keycloak().url());
            servers.start(TestServers::loadDemo);
            return new TestServers(servers, provider);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void loadDemo(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        DemoData.load(owner, "small");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    public URI applicationUrl() {
        return servers.application().url();
    }

    public DevelopmentServers servers() {
        return servers;
    }

    public ForgingProvider provider() {
        return provider;
    }
}
