package nl.vliegwiel.flexpool.boundary;

import java.util.List;
import nl.vliegwiel.flexpool.domain.RequestView;

/** One page of a list. */
public record RequestRows(List<RequestView> rows, int total) {
}
