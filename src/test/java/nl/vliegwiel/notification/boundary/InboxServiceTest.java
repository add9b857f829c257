package nl.vliegwiel.notification.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.platform.inbox.InboxItem;
import org.junit.jupiter.api.Test;

class InboxServiceTest {
    private static final Instant MONDAY = Instant.parse("2027-05-03T08:00:00Z");

    @Test
    void whatIsTooLateFirstComesFirstAndWhatHasNoLimitComesLastByHowLongItWaits() {
        InboxItem noLimitNew = item("noLimitNew", MONDAY.plusSeconds(60), null);
        InboxItem noLimitOld = item("noLimitOld", MONDAY, null);
        InboxItem later = item("later", MONDAY, MONDAY.plusSeconds(7_200));
        InboxItem soon = item("soon", MONDAY.plusSeconds(120), MONDAY.plusSeconds(3_600));

        assertThat(Stream.of(noLimitNew, later, noLimitOld, soon).sorted(InboxService.BY_URGENCY)).extracting(InboxItem::kind)
            .containsExactly("soon", "later", "noLimitOld", "noLimitNew");
    }

    private static InboxItem item(String kind, Instant since, Instant until) {
        return new InboxItem(kind, "placement", UUID.fromString("0196a0f0-0000-7000-8000-000000000001"), 0, "inbox.title", List.of(), since, until, "/inbox");
    }
}
