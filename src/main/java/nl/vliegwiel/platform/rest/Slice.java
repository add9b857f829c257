package nl.vliegwiel.platform.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A stretch of a list: the items and an opaque cursor to the next, absent at the end.
 *
 * @param items at most as many as asked for
 * @param next give it back as {@code after}
 */
public record Slice<T>(List<T> items, String next) {
    public static final int DEFAULT = 20;
    public static final int MOST = 100;

    /**
     * @param found up to limit + 1 rows; the extra one only shows that there are more
     * @param limit as asked for
     * @param id of a row, by which the list is ordered
     */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, UUID> id) {
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Slice<>(List.copyOf(items), cursor(id.apply(items.get(limit - 1))));
    }

    public static String cursor(UUID id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** @return the id in a cursor, null for none; @throws BadBody when the cursor is not one of ours */
    public static UUID after(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter("after");
        }
    }

    /** @return the limit within bounds; @throws BadBody when it is no number from 1 to 100 */
    public static int limit(String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw BadBody.parameter("limit");
        }
        throw BadBody.parameter("limit");
    }
}
