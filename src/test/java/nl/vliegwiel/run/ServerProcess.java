package nl.vliegwiel.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One process that we started: its handle is ours, its output goes to a log file, its pid stands in a file. */
public final class ServerProcess {

    private static final String PID_FILE = "server.pid";
    private static final int POLL_MILLISECONDS = 100;
    private static final int LEFTOVER_SECONDS = 20;

    private final String name;
    private final Process process;
    private final Path log;
    private final Path pidFile;

    private ServerProcess(String name, Process process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    /**
     * Starts a command in a folder of its own.
     *
     * @param name        how people call it, also in messages
     * @param folder      working folder; the pid file is written there
     * @param log         gets all output, from the start; that of the process before is kept beside it
     * @param environment added to the environment; secrets travel here and never on the command line
     */
    static ServerProcess start(String name, Path folder, Path log, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.getParent());
            stopLeftover(folder);
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
            }
            var pidFile = folder.resolve(PID_FILE);
            var builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            Files.writeString(pidFile, process.pid() + " " + startOf(process.toHandle()));
            return new ServerProcess(name, process, log, pidFile);
        } catch (IOException e) {
            throw new ServerFailure(name + " could not be started: " + e.getMessage() + ".", e);
        }
    }

    /** The java of this JVM, so that the servers run on what Maven runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    public String name() {
        return name;
    }

    /** What the process has written so far. */
    public String output() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Waits until a condition holds.
     *
     * @throws ServerFailure when the process ends or the time is over; the last error lines of the log are in it
     */
    void awaitUntil(BooleanSupplier ready, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!ready.getAsBoolean()) {
            if (!isAliveAfter(POLL_MILLISECONDS)) {
                throw new ServerFailure(name + " stopped while starting; " + reason() + " See " + log + ".");
            }
            if (System.nanoTime() > end) {
                throw new ServerFailure(name + " was not ready after " + seconds + " seconds; " + reason()
                        + " See " + log + ".");
            }
        }
    }

    /** Runs something when the process has ended, whatever the reason. */
    void onEnd(Runnable then) {
        process.onExit().thenRun(then);
    }

    /** Waits for a command that ends by itself. */
    void awaitSuccess(int seconds) {
        if (isAliveAfter(TimeUnit.SECONDS.toMillis(seconds))) {
            kill();
            throw new ServerFailure(name + " did not end within " + seconds + " seconds. See " + log + ".");
        }
        deletePidFile();
        if (process.exitValue() != 0) {
            throw new ServerFailure(name + " failed; " + reason() + " See " + log + ".");
        }
    }

    /** Asks the process to stop and waits; after the given time it is killed. */
    public void stop(int seconds) {
        process.destroy();
        awaitEnd(seconds);
    }

    /** Kills the process and its children at once, as a power cut would. */
    public void kill() {
        // itself first: PostgreSQL would begin to repair what dies under it, and start new processes for that
        var all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
        deletePidFile();
    }

    private void awaitEnd(int seconds) {
        if (isAliveAfter(TimeUnit.SECONDS.toMillis(seconds))) {
            kill();
        }
        deletePidFile();
    }

    private boolean isAliveAfter(long milliseconds) {
        try {
            return !process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while waiting for " + name + ".", e);
        }
    }

    private String reason() {
        return output().lines().filter(line -> line.matches("(?i).*(FATAL|ERROR|SEVERE|Exception).*")).reduce((a, b) -> b)
                .map(line -> "its log says: " + line.strip()).orElse("its log names no error.");
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new ServerFailure("Cannot delete " + pidFile + ".", e);
        }
    }

    /** A run that was killed hard leaves its servers; the start moment tells them from a stranger with the same pid. */
    static void stopLeftover(Path folder) {
        var pidFile = folder.resolve(PID_FILE);
        try {
            var parts = Files.exists(pidFile) ? Files.readString(pidFile).strip().split(" ") : new String[0];
            if (parts.length == 2) {
                ProcessHandle.of(Long.parseLong(parts[0])).filter(old -> parts[1].equals(startOf(old))).ifPresent(old -> {
                    old.destroy();
                    old.onExit().completeOnTimeout(old, LEFTOVER_SECONDS, TimeUnit.SECONDS).join();
                    old.destroyForcibly();
                    old.onExit().join();
                });
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + pidFile + ".", e);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }
}
