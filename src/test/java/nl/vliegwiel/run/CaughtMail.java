package nl.vliegwiel.run;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One mail as a person reads it.
 *
 * @param to         who it was delivered to, by the envelope
 * @param text       the text part, empty when there is none
 * @param html       the HTML part, empty when there is none
 * @param attachments the names of the other parts
 * @param headers    in the order of the mail; a repeated one has several values
 */
public record CaughtMail(int id, Instant receivedAt, List<String> from, List<String> to, String subject, String messageId,
        String text, String html, List<String> attachments, Map<String, List<String>> headers) {

    static CaughtMail of(int id, Instant receivedAt, String recipient, MimeMessage message)
            throws MessagingException, IOException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        var parts = new Parts();
        parts.collect(message);
        return new CaughtMail(id, receivedAt, names(message.getFrom()), List.of(recipient),
                Objects.requireNonNullElse(message.getSubject(), ""), Objects.requireNonNullElse(message.getMessageID(), ""),
                parts.text.toString(), parts.html.toString(), parts.attachments, headers);
    }

    private static List<String> names(Address[] addresses) {
        return addresses == null ? List.of() : Arrays.stream(addresses).map(CaughtMail::readable).toList();
    }

    private static String readable(Address address) {
        return address instanceof jakarta.mail.internet.InternetAddress internet ? internet.toUnicodeString()
                : address.toString();
    }

    /** Case-insensitive search in recipients and subject. */
    boolean contains(String words) {
        return Stream.concat(to.stream(), Stream.of(subject))
                .anyMatch(field -> field.toLowerCase(java.util.Locale.ROOT).contains(words.toLowerCase(java.util.Locale.ROOT)));
    }

    private static final class Parts {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<String> attachments = new ArrayList<>();

        private void collect(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    BodyPart child = multipart.getBodyPart(i);
                    collect(child);
                }
            } else if (part.getFileName() != null) {
                attachments.add(part.getFileName());
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("text/plain")) {
                text.append(part.getContent());
            } else {
                attachments.add(part.getContentType());
            }
        }
    }
}
