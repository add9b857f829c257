package nl.vliegwiel.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL refuses to run as root; this is who it runs as instead. */
enum PostgresUser {
    /** We are an ordinary user. */
    OURSELVES(List.of()),
    /** Root outside, nobody in particular inside; the files stay where they are. */
    NAMESPACE(List.of("unshare", "--user", "--")),
    /** Where user namespaces are forbidden, as in many containers; its files must lie where that user may come. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));

    private static final int TRY_SECONDS = 10;

    private final List<String> prefix;

    PostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * Tries what this machine allows.
     *
     * @throws ServerFailure when nothing does
     */
    static PostgresUser ofThisMachine() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURSELVES;
        }
        return Stream.of(NAMESPACE, NOBODY).filter(PostgresUser::isAllowed).findFirst().orElseThrow(() -> new ServerFailure(
                "PostgreSQL refuses to run as root, and this machine allows neither a user namespace (unshare) nor another"
                        + " user (setpriv): run Maven as an ordinary user."));
    }

    List<String> command(String... command) {
        var full = new ArrayList<>(prefix);
        full.addAll(List.of(command));
        return full;
    }

    /** The folder that takes the place of this one for programs and data. */
    Path place(Path folder) {
        return this == NOBODY ? Path.of(System.getProperty("java.io.tmpdir"),
                "vliegwiel-" + Integer.toHexString(folder.toString().hashCode()), folder.getFileName().toString()) : folder;
    }

    /** Makes the data folder this user's own. */
    void own(Path folder) throws IOException {
        if (this == NOBODY) {
            Files.createDirectories(folder);
            Files.setAttribute(folder, "unix:uid", 65_534);
            Files.setAttribute(folder, "unix:gid", 65_534);
        }
    }

    private boolean isAllowed() {
        try {
            var process = new ProcessBuilder(command("true")).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(TRY_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
