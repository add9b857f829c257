package nl.vliegwiel.flexpool.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import nl.vliegwiel.flexpool.domain.worktime.Finding;
import nl.vliegwiel.flexpool.domain.worktime.HomeHours;
import nl.vliegwiel.flexpool.domain.worktime.Limits;
import nl.vliegwiel.flexpool.domain.worktime.Work;
import nl.vliegwiel.flexpool.domain.worktime.WorkRecord;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeCheck;
import nl.vliegwiel.platform.time.Period;
import org.junit.jupiter.api.Test;

class StoredFindingsTest {
    @Test
    void comeBackAsTheyWereSaid() {
        Work long13Hours = Work.loan(new Period(Instant.parse("2027-05-04T05:00:00Z"), Instant.parse("2027-05-04T18:00:00Z")), 0);
        List<Finding> findings = new WorkingTimeCheck(Limits.law()).check(new WorkRecord(long13Hours, List.of(), HomeHours.assumed(1440), 600, DayOfWeek.SUNDAY));
        assertThat(findings).extracting(Finding::key).contains("worktime.finding.shiftLength", "worktime.finding.break", "worktime.finding.offeredHours");
        assertThat(StoredFindings.read(StoredFindings.write(findings))).isEqualTo(findings);
    }
}
