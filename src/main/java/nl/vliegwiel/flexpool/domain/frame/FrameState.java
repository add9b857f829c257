package nl.vliegwiel.flexpool.domain.frame;

/** Life of a frame agreement; that it ended by notice or by its last day is told by its days. */
public enum FrameState {
    /** One library said yes to the text, the other has not answered. */
    PROPOSED,
    /** Both said yes to the same text. */
    AGREED,
    /** One said no. */
    REFUSED
}
