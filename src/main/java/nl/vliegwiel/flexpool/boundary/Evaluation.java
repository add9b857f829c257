package nl.vliegwiel.flexpool.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.evaluation.EvaluationSide;
import nl.vliegwiel.flexpool.domain.evaluation.Extent;
import nl.vliegwiel.flexpool.domain.evaluation.GoalReach;

/**
 * How a placement went, as far as the reader may read it.
 *
 * @param version of what the reader's own side wrote; 0 while it wrote nothing
 * @param on both libraries recorded the consent that it needs (R9)
 * @param asked this placement is evaluated: on before it ended, worked, and the last of its request
 * @param lastId the placement of the same loan that is evaluated
 * @param until when it ends by itself
 * @param side in whose name the reader writes; null for the lender
 * @param mayWrite now
 * @param mayRead what was written and opened; the lender only when the employee shares it
 * @param otherWrote the other side wrote, which the reader reads once she wrote too or the term is over
 * @param opened both sides read each other, and nothing changes any more
 * @param mine what the reader's side wrote; null for nothing
 * @param employee what the employee wrote; null while the reader may not read it
 * @param borrower what the borrower wrote; null while the reader may not read it
 * @param mayReply the reader may add her reply to what the borrower wrote
 * @param shared her own library reads along
 * @param mayShare the reader decides about that
 */
public record Evaluation(UUID placementId, int version, UUID requestId, String title, String employeeName, String lender, String borrower, Instant start, Instant end,
        boolean on, boolean asked, UUID lastId, Instant until, EvaluationSide side, boolean mayWrite, boolean mayRead, boolean otherWrote, boolean opened, Said mine,
        Said employee, Said borrowerSaid, boolean mayReply, boolean shared, boolean mayShare, List<Goal> goals) {
    /** A learning goal of the request. */
    public record Goal(UUID id, int number, String goal) {
    }

    /**
     * What one side said.
     *
     * @param goals how far the learning goals were reached, in their order; those of which nothing was said are left out
     * @param reply of the employee, to what the borrower said; null for none
     */
    public record Said(Extent asAgreed, Extent prepared, String wentWell, String better, List<Reached> goals, String writer, Instant writtenAt, String reply,
            Instant repliedAt) {
    }

    /** How far a goal was reached. */
    public record Reached(UUID goalId, String goal, GoalReach reached) {
    }

    /** There is something to read or to do. */
    public boolean shown() {
        return asked || mine != null || employee != null || borrowerSaid != null;
    }
}
