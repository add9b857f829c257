package nl.vliegwiel.flexpool.domain;

/**
 * Who a request would reach by its circles.
 *
 * @param libraries libraries that are reached, the asking one among them when it asks its own people
 * @param people who work there and take part in the pool
 */
public record Reach(int libraries, int people) {
}
