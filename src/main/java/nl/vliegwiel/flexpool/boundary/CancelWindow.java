package nl.vliegwiel.flexpool.boundary;

import java.util.UUID;

/**
 * Until when a cancellation of placements of a request is in time.
 *
 * @param version of the request
 * @param hours before the start that hold
 * @param own set for this request alone; null where the library's hold
 * @param usual what the library wants for its requests
 * @param maySet the reader may change it; nobody once somebody is placed
 */
public record CancelWindow(UUID requestId, int version, int hours, Integer own, int usual, boolean maySet) {
}
