package nl.vliegwiel.flexpool.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.release.Blackout;
import nl.vliegwiel.flexpool.domain.release.ReleaseWeek;
import nl.vliegwiel.flexpool.domain.release.StandingRelease;

/**
 * What a library agreed about lending its people.
 *
 * @param version 0 when nothing was agreed yet
 * @param minutesPerWeek null for no budget
 * @param reactionHours working hours within which it answers; null when it promises nothing
 * @param blackouts that are not over
 * @param deputies who decide for another, now or later; they are given on the page of roles
 * @param standingReleases those that hold and those that ended
 * @param weeks the coming ones, this week first
 * @param today by which it was looked at
 */
public record Lending(UUID organisationId, String name, int version, Integer minutesPerWeek, Integer reactionHours, List<Blackout> blackouts,
        List<Deputy> deputies, List<StandingRelease> standingReleases, List<ReleaseWeek> weeks, LocalDate today) {
    /** @param until last day; null for an open end */
    public record Deputy(UUID personId, String name, UUID deputyForId, String deputyFor, LocalDate from, LocalDate until) {
    }

    /** Those that hold today or will. */
    public List<StandingRelease> holding() {
        return standingReleases.stream().filter(one -> !one.isOver(today)).toList();
    }

    public List<StandingRelease> ended() {
        return standingReleases.stream().filter(one -> one.isOver(today)).toList();
    }
}
