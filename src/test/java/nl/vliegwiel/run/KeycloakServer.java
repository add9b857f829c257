package nl.vliegwiel.run;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Keycloak with the realm of {@code config/keycloak}, for development and tests only.
 *
 * <p>Runs the unpacked distribution with java itself: the process handle is Keycloak's own and no shell stays behind.
 * The program folder is shared, the data (H2 file) belongs to this set of servers; accounts have fixed ids in the
 * realm file, so that a new import does not part them from the persons in our database.
 */
public final class KeycloakServer {

    public static final String REALM = "vliegwiel";
    public static final String CLIENT = "vliegwiel";
    public static final String CLIENT_SECRET = "vliegwiel-development-only";
    public static final String ADMIN = "admin";
    public static final String PASSWORD = "vliegwiel";

    // the realm, which production has too, and the people of the demo
    private static final List<String> REALM_FILES = List.of("vliegwiel-realm.json", "vliegwiel-users-0.json");
    private static final String IMPORTED = "realm.sha256";
    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 20;

    private final Layout layout;
    private final int port;
    private final URI application;
    private final URI publicUrl;
    private ServerProcess process;

    /**
     * @param application the address at which browsers reach Vliegwiel, to be filled in into the realm
     * @param publicUrl   the address at which browsers and the application reach Keycloak; differs from its own when
     *                    something stands in between
     */
    public KeycloakServer(Layout layout, int port, URI application, URI publicUrl) {
        this.layout = layout;
        this.port = port;
        this.application = application;
        this.publicUrl = publicUrl;
    }

    /** Starts Keycloak, imports the realm if this data folder has it not or another version, waits for sign-on. */
    public void start() {
        var home = installed();
        var folder = layout.state().resolve("keycloak");
        var sum = realmSum();
        prepareImport(folder, sum);
        var database = folder.resolve("data").resolve("keycloak");
        process = ServerProcess.start("Keycloak", folder, layout.log("keycloak"), Map.of(
                "VLIEGWIEL_URL", application.toString(), "VLIEGWIEL_BACKCHANNEL_URL", application.toString(),
                "VLIEGWIEL_CLIENT_SECRET", CLIENT_SECRET, "VLIEGWIEL_SCRIPTS", "true",
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD),
            List.of(ServerProcess.java(), "-Xms64m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8",
                "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
                "-Dkc.config.built=true", "-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf"),
                // the same import that --import-realm does, but from our folder instead of Keycloak's
                "-Dkeycloak.migration.action=import", "-Dkeycloak.migration.provider=dir",
                "-Dkeycloak.migration.dir=" + folder.resolve("import"), "-Dkeycloak.migration.replace-placeholders=true",
                "-Dkeycloak.migration.strategy=IGNORE_EXISTING",
                "-cp", home.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start", "--cache=local", "--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + port,
                "--hostname=" + publicUrl, "--db-url=jdbc:h2:file:" + database + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE",
                "--spi-theme--folder--dir=" + layout.project().resolve("config/keycloak/themes")));
        process.awaitUntil(() -> Http.answers(url().resolve("/realms/" + REALM + "/.well-known/openid-configuration")), START_SECONDS);
        markImported(folder, sum);
    }

    /** The address of Keycloak itself, for its administration. */
    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public URI issuer() {
        return publicUrl.resolve("/realms/" + REALM);
    }

    public ServerProcess process() {
        return process;
    }

    public void stop() {
        if (process != null) {
            process.stop(STOP_SECONDS);
        }
    }

    private Path installed() {
        var zip = layout.download("keycloak-quarkus-dist.zip");
        try {
            var folder = Installation.once(layout.installations().resolve("keycloak-" + Files.size(zip)),
                    half -> Installation.unzip(zip, half));
            try (var children = Files.list(folder)) {
                return children.filter(Files::isDirectory).findFirst().orElseThrow();
            }
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + zip + ": " + e.getMessage() + ".", e);
        }
    }

    /** What the realm is made of: its files and the addresses in it. */
    private String realmSum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((application + " " + publicUrl).getBytes(StandardCharsets.UTF_8));
            for (var file : REALM_FILES) {
                digest.update(Files.readAllBytes(realmFolder().resolve(file)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new ServerFailure("Cannot read the realm of Keycloak: " + e.getMessage() + ".", e);
        }
    }

    /** Another realm than last time, or one that was not imported to its end, begins with empty data. */
    private void prepareImport(Path folder, String sum) {
        var imports = folder.resolve("import");
        var mark = folder.resolve(IMPORTED);
        try {
            if (!Files.exists(mark) || !Files.readString(mark).equals(sum)) {
                Files.deleteIfExists(mark);
                Installation.delete(folder.resolve("data"));
                Files.createDirectories(imports);
                for (var file : REALM_FILES) {
                    Files.copy(realmFolder().resolve(file), imports.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new ServerFailure("Cannot prepare the realm of Keycloak: " + e.getMessage() + ".", e);
        }
    }

    private static void markImported(Path folder, String sum) {
        try {
            Files.writeString(folder.resolve(IMPORTED), sum);
        } catch (IOException e) {
            throw new ServerFailure("Cannot note that the realm of Keycloak is there: " + e.getMessage() + ".", e);
        }
    }

    private Path realmFolder() {
        return layout.project().resolve("config/keycloak");
    }
}
