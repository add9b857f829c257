package nl.vliegwiel.flexpool.domain.agreement;

import java.time.LocalDate;

/**
 * The frame agreement to which an agreement is an annex.
 *
 * @param number as both libraries know it
 * @param textVersion that held when the annex was made
 * @param validFrom its first day
 */
public record FrameReference(int number, int textVersion, LocalDate validFrom) {
}
