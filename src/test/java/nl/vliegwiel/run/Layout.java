package nl.vliegwiel.run;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the servers come from and where they keep their state.
 *
 * @param project       the checked-out project; {@code config} is read from it
 * @param servers       folder with payara-micro.jar and keycloak-quarkus-dist.zip, filled by the build
 * @param war           the application
 * @param installations unpacked server programs; may be shared by several sets of servers
 * @param state         data and logs of one set of servers
 */
public record Layout(Path project, Path servers, Path war, Path installations, Path state) {

    /** As the build passes them in system properties; the state folder is the caller's choice. */
    public static Layout fromProperties(String stateFolder) {
        var project = Path.of(System.getProperty("project.directory", "")).toAbsolutePath();
        return new Layout(project, property("servers.directory", project.resolve("target/servers")),
                property("war.file", project.resolve("target/vliegwiel.war")),
                project.resolve(".run/installations"), project.resolve(stateFolder));
    }

    Path log(String server) {
        return state.resolve("logs").resolve(server + ".log");
    }

    /**
     * A server program that the build has put beside the project.
     *
     * @throws ServerFailure when it is not there
     */
    Path download(String file) {
        var path = servers.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new ServerFailure(file + " is missing in " + servers
                    + ": run the same command once with an internet connection (without -o).");
        }
        return path;
    }

    private static Path property(String name, Path fallback) {
        var value = System.getProperty(name);
        return value == null ? fallback : Path.of(value).toAbsolutePath();
    }
}
