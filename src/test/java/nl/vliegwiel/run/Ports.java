package nl.vliegwiel.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The loopback ports of one set of servers.
 *
 * @param http     Payara Micro with the application
 * @param keycloak sign-on
 * @param postgres database
 * @param smtp     the mail catcher, where the application delivers
 * @param mail     the mail catcher, where a person reads
 */
public record Ports(int http, int keycloak, int postgres, int smtp, int mail) {

    /** The ports of the run command, each changed by a system property of the same name as in the README. */
    public static Ports fromProperties() {
        return new Ports(number("http.port", 8080), number("keycloak.port", 8180), number("postgres.port", 5433),
                number("smtp.port", 1025), number("mail.port", 8025));
    }

    /** Five ports that nobody uses at this moment. */
    public static Ports free() {
        var sockets = new ServerSocket[5];
        try {
            var ports = new int[sockets.length];
            for (int i = 0; i < sockets.length; i++) {
                sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ports[i] = sockets[i].getLocalPort();
            }
            for (var socket : sockets) {
                socket.close();
            }
            return new Ports(ports[0], ports[1], ports[2], ports[3], ports[4]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses to go on when a port is taken.
     *
     * @throws ServerFailure naming the port and the flag that changes it
     */
    public void requireFree() {
        var flags = new LinkedHashMap<String, Integer>();
        flags.put("http.port", http);
        flags.put("keycloak.port", keycloak);
        flags.put("postgres.port", postgres);
        flags.put("smtp.port", smtp);
        flags.put("mail.port", mail);
        for (Map.Entry<String, Integer> flag : flags.entrySet()) {
            try (var ignored = new ServerSocket(flag.getValue(), 1, InetAddress.getLoopbackAddress())) {
                continue;
            } catch (IOException taken) {
                throw new ServerFailure("Port " + flag.getValue() + " is in use by another program: stop it, or choose"
                        + " another port with -D" + flag.getKey() + "=<port>.");
            }
        }
    }

    private static int number(String property, int fallback) {
        String value = System.getProperty(property, "").strip();
        try {
            int port = value.isEmpty() ? fallback : Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below, together with a number out of range
        }
        throw new ServerFailure("-D" + property + "=" + value + " is not a port: give a number from 1 to 65535.");
    }
}
