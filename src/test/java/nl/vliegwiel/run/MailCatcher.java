package nl.vliegwiel.run;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes every mail and sends none on. A person reads them in the browser, newest first; a test asks
 * {@code /api/messages} (GET, with {@code ?q=} for part of a recipient or subject; DELETE forgets all).
 */
public final class MailCatcher {

    private static final int KEPT = 10_000;
    private static final int PURGE_EVERY = 500;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;

    private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();
    private final Deque<CaughtMail> mails = new ConcurrentLinkedDeque<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final MailPages pages = new MailPages();
    private GreenMail smtp;

    /** @param arguments the port for SMTP and the port for the browser */
    public static void main(String[] arguments) throws IOException {
        new MailCatcher().start(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void start(int smtpPort, int webPort) throws IOException {
        smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        var users = smtp.getUserManager();
        users.setMessageDeliveryHandler((message, address) -> {
            catchMail(message.getMessage(), address.getEmail());
            var user = users.getUserByEmail(address.getEmail());
            try {
                return user != null ? user : users.createUser(address.getEmail(), address.getEmail(), address.getEmail());
            } catch (com.icegreen.greenmail.user.UserException e) {
                throw new IllegalStateException("No mailbox for " + address.getEmail(), e);
            }
        });
        smtp.start();
        var web = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), webPort), 0);
        web.setExecutor(Executors.newFixedThreadPool(4));
        web.createContext("/", this::answer);
        web.start();
    }

    private void catchMail(jakarta.mail.internet.MimeMessage message, String recipient) {
        try {
            int id = ids.incrementAndGet();
            mails.addFirst(CaughtMail.of(id, Instant.now(), recipient, message));
            if (mails.size() > KEPT) {
                mails.removeLast();
            }
            if (id % PURGE_EVERY == 0) {
                // we keep our own list; GreenMail's mailboxes would only grow
                smtp.purgeEmailFromAllMailboxes();
            }
        } catch (MessagingException | IOException | com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException("Unreadable mail for " + recipient, e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var address = exchange.getRequestURI();
            var method = exchange.getRequestMethod();
            var query = words(address.getRawQuery());
            if ("/api/messages".equals(address.getPath()) && "DELETE".equals(method)) {
                mails.clear();
                exchange.sendResponseHeaders(NO_CONTENT, -1);
            } else if (!"GET".equals(method)) {
                send(exchange, WRONG_METHOD, "text/plain", "GET only");
            } else if ("/api/messages".equals(address.getPath())) {
                send(exchange, OK, "application/json", json.writeValueAsString(matching(query)));
            } else if ("/".equals(address.getPath())) {
                send(exchange, OK, "text/html", pages.list(matching(query), query));
            } else if (address.getPath().matches("/mail/\\d{1,9}(/html)?")) {
                sendMail(exchange, address.getPath().split("/"));
            } else {
                send(exchange, NOT_FOUND, "text/html", pages.missing());
            }
        }
    }

    private void sendMail(HttpExchange exchange, String[] path) throws IOException {
        int id = Integer.parseInt(path[2]);
        Optional<CaughtMail> mail = mails.stream().filter(m -> m.id() == id).findFirst();
        if (mail.isEmpty()) {
            send(exchange, NOT_FOUND, "text/html", pages.missing());
        } else if (path.length > 3) {
            // a mail is somebody else's page: no scripts, no forms, nothing fetched
            exchange.getResponseHeaders().set("Content-Security-Policy",
                    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
            send(exchange, OK, "text/html", "<base target=\"_blank\">" + mail.get().html());
        } else {
            send(exchange, OK, "text/html", pages.one(mail.get()));
        }
    }

    private List<CaughtMail> matching(String words) {
        return mails.stream().filter(mail -> mail.contains(words)).toList();
    }

    private static String words(String query) {
        return query != null && query.startsWith("q=")
                ? URLDecoder.decode(query.substring(2).split("&")[0], StandardCharsets.UTF_8).strip() : "";
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
