package nl.vliegwiel.flexpool.domain.ranking;

/** The named parts of a score. The order is the order in which reasons are told. */
public enum ScorePart {
    SKILL_FIT, TRAVEL, HOURS_BALANCE, FAIR_SPREAD, KNOWS_PLACE
}
