package nl.vliegwiel.flexpool.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.HoursSheet;
import nl.vliegwiel.flexpool.domain.hours.HoursState;
import nl.vliegwiel.flexpool.domain.hours.HoursStep;
import nl.vliegwiel.flexpool.domain.hours.WorkedHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The hours of one placement; all times of work in minutes. */
@Schema(name = "Hours")
public record HoursAnswer(UUID placementId, @Schema(description = "0 as long as nothing was entered") int version, HoursState state, UUID employeeId,
        UUID lenderId, UUID borrowerId, String title, Worked planned, @Schema(description = "What counts now; what is proposed while state is OPEN") Worked hours,
        @Schema(description = "Number of the entry that counts now; 0 for none") int entry,
        @Schema(description = "Entry that both employers agreed to last") Integer approvedEntry, List<EntryAnswer> entries, List<StepAnswer> steps) {
    /** Travel is there and back. */
    @Schema(name = "WorkedHours")
    public record Worked(Instant start, Instant end, int breakMinutes, int travelMinutes, int netMinutes) {
        static Worked of(WorkedHours hours) {
            return new Worked(hours.start(), hours.end(), hours.breakMinutes(), hours.travelMinutes(), hours.netMinutes());
        }
    }

    /** What was entered at some time; a higher number replaces a lower one. */
    @Schema(name = "HoursEntry")
    public record EntryAnswer(int number, Worked hours, String reason, UUID by, String name, @Schema(description = "Entered on her behalf") boolean byAnother,
            boolean replaced, Instant at) {
    }

    /** What somebody decided about an entry. */
    @Schema(name = "HoursStepTaken")
    public record StepAnswer(int entry, HoursStep step, UUID by, String name, Instant at, String reason) {
    }

    static HoursAnswer of(HoursSheet sheet) {
        return new HoursAnswer(sheet.placementId(), sheet.version(), sheet.state(), sheet.employeeId(), sheet.lenderId(), sheet.borrowerId(), sheet.title(),
            Worked.of(sheet.planned()), Worked.of(sheet.hours()), sheet.entry(), sheet.approvedEntry(),
            sheet.entries().stream().map(e -> new EntryAnswer(e.number(), Worked.of(e.hours()), e.reason(), e.personId(), e.name(), e.byAnother(), e.replaced(), e.at())).toList(),
            sheet.steps().stream().map(s -> new StepAnswer(s.entry(), s.step(), s.personId(), s.name(), s.at(), s.reason())).toList());
    }
}
