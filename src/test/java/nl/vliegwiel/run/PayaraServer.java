package nl.vliegwiel.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * Starts the server and waits until the application is ready.
     *
     * @throws ServerFailure with the log's reason when the deployment fails; Payara itself would run on, empty (P-25)
     */
    public void start() {
        if (!Files.isRegularFile(layout.war())) {
            throw new ServerFailure("The application is missing: " + layout.war() + ". Build it with mvn package.");
        }
        var folder = layout.state().resolve(name);
        var environment = new LinkedHashMap<String, String>();
        settings.forEach((key, value) -> environment.put(key.replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT), value));
        process = ServerProcess.start("The application (Payara Micro)", folder, layout.log(name), environment,
            List.of(ServerProcess.java(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8",
                "-jar", layout.download("payara-micro.jar").toString(), "--deploy", layout.war().toString(),
                "--contextroot", "/", "--port", String.valueOf(port), "--nohazelcast", "--disablephonehome",
                "--prebootcommandfile", prebootCommands(folder).toString()));
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
