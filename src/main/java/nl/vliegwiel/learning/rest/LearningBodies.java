package nl.vliegwiel.learning.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.learning.boundary.Cohort;
import nl.vliegwiel.learning.boundary.Enrolment;
import nl.vliegwiel.learning.boundary.ProgrammeService;
import nl.vliegwiel.learning.domain.CohortState;
import nl.vliegwiel.learning.domain.CohortText;
import nl.vliegwiel.learning.domain.EnrolmentState;
import nl.vliegwiel.learning.domain.Guide;
import nl.vliegwiel.learning.domain.Programme;
import nl.vliegwiel.learning.domain.Spread;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shapes of Lerend Netwerk in the API. */
final class LearningBodies {
    private LearningBodies() {
    }

    /** A cohort; {@code taken} counts places that somebody has, keeps or is offered, {@code enrolled} who takes part. */
    @Schema(name = "Cohort")
    public record CohortBody(UUID id, int version, UUID programmeId, String programme, String title, CohortState state, int capacity, int enrolled, int taken, int waiting,
            LocalDate startsOn, LocalDate endsOn, Instant enrolFrom, Instant enrolUntil, Spread spread, Integer spreadMost, String language, String place, String link, int costCents,
            String currency, boolean employerDecides, int claimHours, int offersAtOnce, List<Guide> facilitators, EnrolmentState mine) {
        static CohortBody of(Cohort one) {
            return new CohortBody(one.id(), one.version(), one.programmeId(), one.programme(), one.title(), one.state(), one.capacity(), one.enrolled(), one.taken(), one.waiting(),
                one.startsOn(), one.endsOn(), one.enrolFrom(), one.enrolUntil(), one.spread(), one.spreadMost(), one.language(), one.place(), one.link().isEmpty() ? null : one.link(),
                one.costCents(), "EUR", one.employerDecides(), one.claimHours(), one.offersAtOnce(), one.facilitators(), one.mine());
        }
    }

    @Schema(name = "Cohorts")
    public record Cohorts(List<CohortBody> items, String next) {
    }

    /** @param enrolFrom wall clock in Europe/Amsterdam, as enrolUntil; @param facilitators addresses of who guides it too */
    @Schema(name = "CohortChange")
    public record CohortChange(UUID programmeId, String title, LocalDate startsOn, LocalDate endsOn, LocalDateTime enrolFrom, LocalDateTime enrolUntil, Integer capacity, Spread spread,
            Integer spreadMost, String language, String place, String link, Integer costCents, Boolean employerDecides, Integer claimHours, Integer offersAtOnce, List<String> facilitators) {
        CohortText text() {
            return new CohortText(programmeId, title, startsOn, endsOn, enrolFrom, enrolUntil, capacity, spread, spreadMost, language, place, link, costCents, employerDecides,
                claimHours, offersAtOnce);
        }
    }

    /** How somebody stands with a cohort; {@code position} for who waits, {@code claimUntil} until when an answer is asked. */
    @Schema(name = "Enrolment")
    public record EnrolmentBody(UUID id, int version, UUID cohortId, String cohort, UUID personId, String person, UUID organisationId, EnrolmentState state, Integer position,
            Instant claimUntil, Instant enrolledAt) {
        static EnrolmentBody of(Enrolment one) {
            return new EnrolmentBody(one.id(), one.version(), one.cohortId(), one.cohort(), one.personId(), one.person(), one.organisationId(), one.state(), one.position(), one.until(),
                one.enrolledAt());
        }
    }

    @Schema(name = "Enrolments")
    public record Enrolments(List<EnrolmentBody> items) {
    }

    @Schema(name = "EnrolmentDeclined")
    public record DeclineBody(String reason) {
    }

    /** @param place in the line, from 1 */
    @Schema(name = "EnrolmentMoved")
    public record MoveBody(Integer place, String reason) {
    }

    @Schema(name = "CohortInvited")
    public record InviteBody(String email) {
    }

    @Schema(name = "LearningProgramme")
    public record ProgrammeBody(UUID id, int version, UUID organiserId, String organiser, String title, String goals, UUID skillId, Integer skillLevel, int minAttendance) {
        static ProgrammeBody of(Programme one) {
            return new ProgrammeBody(one.id(), one.version(), one.organiserId(), one.organiser(), one.title(), one.goals(), one.skillId(), one.skillLevel(), one.minAttendance());
        }
    }

    @Schema(name = "LearningProgrammes")
    public record Programmes(List<ProgrammeBody> items, String next) {
    }

    @Schema(name = "LearningProgrammeChange")
    public record ProgrammeChange(UUID organiserId, String title, String goals, UUID skillId, Integer skillLevel, Integer minAttendance) {
        ProgrammeService.Text text() {
            return new ProgrammeService.Text(organiserId, title, goals, skillId, skillLevel, minAttendance);
        }
    }
}
