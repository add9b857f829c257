package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Settling;
import nl.vliegwiel.flexpool.domain.settlement.Quarter;
import nl.vliegwiel.flexpool.persistence.RateQueries;
import nl.vliegwiel.flexpool.persistence.SettlementQueries;
import nl.vliegwiel.platform.time.Zones;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Quarters that were settled, reckoned as the product does: the last one is sent, those before are paid, and this one is begun by one pair. */
final class Settlements {
    private static final int QUARTERS = 5;
    /** What is not committed is seen by no autovacuum: without figures of its own the database takes these tables for empty. */
    private static final int LIBRARIES_PER_ANALYZE = 25;

    private Settlements() {
    }

    static void write(Connection connection, Register register, Instant now) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("update placement set state = 'HOURS_CLOSED' where state = 'SETTLED'");
            statement.execute("analyze");
        }
        Jdbi jdbi = Jdbi.create(connection).installPlugin(new PostgresPlugin());
        SettlementQueries queries = new SettlementQueries(jdbi);
        Settling settling = new Settling(queries, new RateQueries(jdbi));
        LocalDate today = now.atZone(Zones.AMSTERDAM).toLocalDate();
        Quarter present = Quarter.of(today);
        Quarter quarter = present;
        for (int i = 0; i < QUARTERS; i++) {
            quarter = quarter.before();
        }
        for (; quarter.start().isBefore(present.start()); quarter = quarter.after()) {
            Instant sent = earlier(quarter.to().plus(Duration.ofDays(9)), now);
            int done = 0;
            for (Register.Library library : register.libraries()) {
                for (UUID draft : settling.run(library.id(), null, quarter, true, sent)) {
                    settling.send(draft, sent);
                    if (!quarter.equals(present.before())) {
                        queries.pay(draft, queries.head(draft).orElseThrow().version(), earlier(sent.plus(Duration.ofDays(20)), now));
                    }
                }
                if (++done % LIBRARIES_PER_ANALYZE == 0) {
                    jdbi.useHandle(handle -> handle.execute("analyze settlement, settlement_line"));
                }
            }
        }
        settling.run(register.library(Register.DUINRAND).id(), register.library(Register.VENNENLAND).id(), present, true, now).forEach(draft -> settling.send(draft, now));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
