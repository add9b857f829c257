package nl.vliegwiel.meeting.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.meeting.boundary.Session;
import nl.vliegwiel.meeting.boundary.SessionService.Present;
import nl.vliegwiel.meeting.domain.SessionText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shapes of sessions in the API. */
final class SessionBodies {
    private SessionBodies() {
    }

    /** A session; code for who leads the group, agenda and link for who takes part. */
    @Schema(name = "Session")
    public record SessionBody(UUID id, int version, UUID cohortId, String title, Instant start, Instant end, UUID hostId, String host, String place, String link, String agenda,
            String minutes, String code, boolean cancelled, boolean present) {
        static SessionBody of(Session one) {
            return new SessionBody(one.id(), one.version(), one.groupId(), one.title(), one.start(), one.end(), one.hostId(), one.host(), one.place(), one.link(), one.agenda(),
                one.minutes(), one.code(), one.cancelled(), one.present());
        }
    }

    @Schema(name = "Sessions")
    public record Sessions(List<SessionBody> items) {
    }

    /** Day and wall clock in Europe/Amsterdam. */
    @Schema(name = "SessionChange")
    public record SessionChange(String title, LocalDate day, @JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to, UUID hostId, String place,
            String link, String agenda) {
        SessionText text() {
            return new SessionText(title, day, from, to, hostId, place, link, agenda);
        }
    }

    /** Either the code on the screen, or all who were there by who leads the group. */
    @Schema(name = "SessionAttendance")
    public record AttendanceBody(String code, List<UUID> people) {
    }

    @Schema(name = "SessionPresent")
    public record PresentBody(List<Present> items) {
    }

    @Schema(name = "SessionMinutes")
    public record MinutesBody(String minutes) {
    }
}
