package nl.vliegwiel.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Payara Micro with the WAR, configured through the environment as in production. */
public final class PayaraServer {

    private static final int START_SECONDS = 300;
    private static final int STOP_SECONDS = 20;

    private final Layout layout;
    private final String name;
    private final int port;
    private final Map<String, String> settings;
    private ServerProcess process;

    /**
     * @param name     folder and log name; two nodes need two names
     * @param settings MicroProfile Config properties such as {@code db.url}; they travel as environment variables
     */
    public PayaraServer(Layout layout, String name, int port, Map<String, String> settings) {
        this.layout = layout;
        this.name = name;
        this.port = port;
        this.settings = Map.copyOf(settings);
    }

    /** How the JVM compiles. */
    public enum Jvm {
        /** The first compiler only: half the processor time until the first page. */
        QUICK_START(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")),
        /** As in production: slow to start, for measuring. */
        FULL_SPEED(List.of("-XX:+UseG1GC"));

        private final List<String> options;

        Jvm(List<String> options) {
            this.options = options;
        }
    }

    /** As {@link #start(Jvm)}, quickly. */
    public void start() {
        start(Jvm.QUICK_START);
    }

    /**
     * Starts the server and waits until the application is ready.
     *
     * @throws ServerFailure with the log's reason when the deployment fails; Payara itself would run on, empty (P-25)
     */
    public void start(Jvm jvm) {
        if (!Files.isRegularFile(layout.war())) {
            throw new ServerFailure("The application is missing: " + layout.war() + ". Build it with mvn package.");
        }
        var folder = layout.state().resolve(name);
        var environment = new LinkedHashMap<String, String>();
        settings.forEach((key, value) -> environment.put(key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
        var command = new ArrayList<>(List.of(ServerProcess.java(), "-Xmx512m", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + emptyTemporary(folder)));
        command.addAll(jvm.options);
        command.addAll(List.of("-jar", layout.download("payara-micro.jar").toString(), "--deploy", layout.war().toString(),
                "--contextroot", "/", "--port", String.valueOf(port), "--nohazelcast", "--disablephonehome",
                "--logproperties", layout.project().resolve("config/payara/logging.properties").toString(),
                "--prebootcommandfile", prebootCommands(folder).toString()));
        process = ServerProcess.start("The application (Payara Micro)", folder, layout.log(name), environment, command);
        try {
            process.awaitUntil(this::settled, START_SECONDS);
            if (!isReady()) {
                throw new ServerFailure("The application was not deployed: " + deploymentFailure()
                        + " See " + process.log() + ".");
            }
        } catch (ServerFailure e) {
            process.kill();
            throw e;
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Whether the application answers and its database does too. */
    public boolean isReady() {
        return Http.answers(url().resolve("/health/ready"));
    }

    public ServerProcess process() {
        return process;
    }

    public void stop() {
        if (process != null) {
            process.stop(STOP_SECONDS);
        }
    }

    private boolean settled() {
        return process.output().contains("ready in") || isReady();
    }

    private String deploymentFailure() {
        return process.output().lines().filter(line -> line.matches("(Caused by: |.*(Exception while|Cannot |WELD-|CDI deployment)).*"))
                .reduce((a, b) -> b).map(line -> line.strip().replaceFirst("^Caused by: [\\w.$]+: ", "") + ".").orElse("its log does not say why.");
    }

    /** Payara unpacks itself into the temporary folder at each start; a killed one leaves that behind, for us to remove. */
    private static Path emptyTemporary(Path folder) {
        var temporary = folder.resolve("tmp");
        try {
            Installation.delete(temporary);
            return Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new ServerFailure("Cannot empty " + temporary + ": " + e.getMessage() + ".", e);
        }
    }

    /** The commands of production, and the loopback address only. */
    private Path prebootCommands(Path folder) {
        try {
            var commands = new ArrayList<>(Files.readAllLines(layout.project().resolve("config/payara/preboot.txt")));
            commands.add("set configs.config.server-config.network-config.network-listeners"
                    + ".network-listener.http-listener.address=127.0.0.1");
            Files.createDirectories(folder);
            return Files.write(folder.resolve("preboot.txt"), commands);
        } catch (IOException e) {
            throw new ServerFailure("Cannot write the set-up of Payara Micro: " + e.getMessage() + ".", e);
        }
    }
}
