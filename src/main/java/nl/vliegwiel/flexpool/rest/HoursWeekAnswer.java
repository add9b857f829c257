package nl.vliegwiel.flexpool.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.vliegwiel.flexpool.boundary.HoursWeek;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A week of the caller; from Monday, times of work in minutes. */
@Schema(name = "HoursWeek")
public record HoursWeekAnswer(LocalDate week, int netMinutes, int travelMinutes,
        @Schema(description = "All hours are with the libraries, and the caller said that the week is complete") boolean complete, Instant completedAt,
        List<HoursAnswer> items) {
    static HoursWeekAnswer of(HoursWeek week) {
        return new HoursWeekAnswer(week.monday(), week.netMinutes(), week.travelMinutes(), week.complete(), week.completedAt(),
            week.sheets().stream().map(HoursAnswer::of).toList());
    }
}
