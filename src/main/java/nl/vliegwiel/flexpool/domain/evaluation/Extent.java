package nl.vliegwiel.flexpool.domain.evaluation;

/** How far something about a placement was so. A word, not a figure: nothing is ever counted or compared (R9). */
public enum Extent {
    YES, PARTLY, NO
}
