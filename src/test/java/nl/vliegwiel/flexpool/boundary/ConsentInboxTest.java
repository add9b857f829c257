package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Party;
import nl.vliegwiel.flexpool.persistence.DecisionQueries.Row;
import nl.vliegwiel.platform.inbox.InboxItem;
import org.junit.jupiter.api.Test;

class ConsentInboxTest {
    private static final Instant NOW = Instant.parse("2027-03-29T07:00:00Z");
    private static final UUID REQUEST = new UUID(1, 1);

    private static Row applicant(int number, Instant start, Instant since) {
        return new Row(new UUID(9, number), 3, REQUEST, 7, Party.BORROWER, "Balie op woensdag", "Duinrand", "Vennenland", "Bram", start, since, null, false);
    }

    @Test
    void allWhoAppliedForARequestAreOneChoice() {
        Instant start = Instant.parse("2027-04-12T08:00:00Z");
        InboxItem item = ConsentInbox.choice(List.of(applicant(1, start, NOW.minusSeconds(60)), applicant(2, start.plusSeconds(3600), NOW.minusSeconds(600))), NOW);
        assertThat(item.entity()).isEqualTo("request");
        assertThat(item.entityId()).isEqualTo(REQUEST);
        assertThat(item.version()).isEqualTo(7);
        assertThat(item.titleArguments()).containsExactly(2, "Balie op woensdag");
        assertThat(item.since()).isEqualTo(NOW.minusSeconds(600));
        assertThat(item.until()).isEqualTo(start);
        assertThat(item.url()).startsWith("/flexpool/request?id=" + REQUEST);
    }
}
