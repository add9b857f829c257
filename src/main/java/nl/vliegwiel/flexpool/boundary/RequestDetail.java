package nl.vliegwiel.flexpool.boundary;

import nl.vliegwiel.flexpool.domain.RequestView;

/**
 * A request with what the reader may do now.
 *
 * @param ours she is HR manager of the asking library
 * @param mayEdit change it, wholly as a draft and partly after that
 * @param mayApply the page offers her to apply
 * @param reachesMe a circle holds a library to which she belongs, and it is open
 */
public record RequestDetail(RequestView view, boolean ours, boolean mayEdit, boolean mayPublish, boolean mayWithdraw, boolean reachesMe,
        boolean mayApply) {
}
