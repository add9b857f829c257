package nl.vliegwiel.forum.domain;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Which topics of a space, and from where on.
 *
 * @param kind null for any
 * @param tag null for any
 * @param words that must be in it; null for any
 * @param after the last topic that was seen; null for the beginning
 */
public record TopicFilter(TopicSort sort, TopicKind kind, String tag, String words, Cursor after) {
    /** Where a topic stands in each of the orders. */
    public record Cursor(int likes, Instant lastPostAt, UUID id) {
        public String text() {
            String plain = likes + "|" + lastPostAt + "|" + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        }

        /** @return empty when it is none of ours */
        public static Optional<Cursor> of(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\|", -1);
                Instant at = Instant.parse(parts[1]);
                boolean ours = parts.length == 3 && at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
                return ours ? Optional.of(new Cursor(Integer.parseInt(parts[0]), at, UUID.fromString(parts[2]))) : Optional.empty();
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
    }
}
