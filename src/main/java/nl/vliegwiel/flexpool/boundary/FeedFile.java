package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;

/**
 * A feed as it is now.
 *
 * @param tag changes whenever the content does
 * @param lastModified whole seconds
 */
public record FeedFile(String tag, Instant lastModified, byte[] bytes) {
}
