package nl.vliegwiel.run;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** {@link MailCatcher} as a process of its own. */
public final class MailCatcherServer {

    private static final int START_SECONDS = 30;
    private static final int STOP_SECONDS = 10;

    private final Layout layout;
    private final int smtpPort;
    private final int webPort;
    private ServerProcess process;

    public MailCatcherServer(Layout layout, int smtpPort, int webPort) {
        this.layout = layout;
        this.smtpPort = smtpPort;
        this.webPort = webPort;
    }

    public void start() {
        process = ServerProcess.start("The mail catcher", layout.state().resolve("mail"), layout.log("mail"),
                Map.of("CLASSPATH", ClassPath.ofTests()),
                List.of(ServerProcess.java(), "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        MailCatcher.class.getName(), String.valueOf(smtpPort), String.valueOf(webPort)));
        process.awaitUntil(() -> Http.answers(url().resolve("/api/messages")), START_SECONDS);
    }

    /** Where a person reads the mails. */
    public URI url() {
        return URI.create("http://localhost:" + webPort);
    }

    public ServerProcess process() {
        return process;
    }

    public void stop() {
        if (process != null) {
            process.stop(STOP_SECONDS);
        }
    }
}
