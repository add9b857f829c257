package nl.vliegwiel.flexpool.boundary;

/**
 * How somebody wants to take part; anything may be missing or wrong.
 *
 * @param place name, or name and province as "Bergen (Limburg)"; null for where she works
 */
public record PoolContent(Boolean participating, Integer maxTravelMinutes, Integer maxMinutesPerWeek, String place) {
}
