package nl.vliegwiel.flexpool.boundary;

import java.util.List;

/** One page of a list, and how many there are in all. */
public record PlacementRows(List<PlacementDetail> rows, int total) {
    /** Which placements: all of one's scope, one's own, of one's own people elsewhere, of others at one's library. */
    public enum View {
        ALL, MINE, LENT, BORROWED
    }
}
