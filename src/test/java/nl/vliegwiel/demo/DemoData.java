package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.vliegwiel.flexpool.boundary.HealthFigures;
import nl.vliegwiel.flexpool.persistence.HealthQueries;
import nl.vliegwiel.platform.time.Zones;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Fictional libraries at real places, with people, requests and loans in every state. The same seed gives the same data;
 * the dates lie around the day of loading.
 */
public final class DemoData {
    private static final long SEED = 20_261_122L;

    private DemoData() {
    }

    /**
     * Loads one of the three sets and commits; does nothing when there are organisations already.
     *
     * @param owner connection to a migrated database as the owner of the schema, without auto-commit
     * @param size small, national or stress
     * @throws IllegalArgumentException for another size
     */
    public static void load(Connection owner, String size) throws SQLException {
        load(owner, DemoSize.named(size), Clock.system(Zones.AMSTERDAM));
    }

    static void load(Connection owner, DemoSize size, Clock clock) throws SQLException {
        if (!isThere(owner)) {
            new DemoData().fill(owner, size, clock.instant());
            try (var statement = owner.createStatement()) {
                statement.execute("analyze");
            }
        }
        owner.commit();
    }

    private void fill(Connection connection, DemoSize size, Instant now) throws SQLException {
        Chance chance = new Chance(SEED);
        Instant founded = now.minus(Duration.ofDays(400));
        List<Place> places = Place.all(connection);
        Skills skills = Skills.of(connection);
        if (skills.isEmpty()) {
            throw new IllegalStateException("Table skill is empty: run the migrations before loading demo data");
        }
        Register register = new Register(chance, places, size, founded, founded.atZone(Zones.AMSTERDAM).toLocalDate());
        register.write(connection);
        Staff staff = new Staff(chance, skills, register, places, size, now);
        staff.write(connection);
        new Lending(chance, skills, register, staff, size, now).write(connection);
        Reaching.write(connection);
        Agreements.write(connection);
        if (size != DemoSize.STRESS) {
            Settlements.write(connection, register, now);
            Aftermath.write(connection);
        }
        Jdbi jdbi = Jdbi.create(connection).installPlugin(new PostgresPlugin());
        new HealthFigures(new HealthQueries(jdbi), Clock.fixed(now, Zones.AMSTERDAM)).refresh();
        new Talk(chance, register, staff, size, now).write(connection);
        new Cohorts(chance, register, staff, now).write(connection);
        refreshSearch(connection);
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select exists (select from organisation)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void refreshSearch(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                do $$ begin
                  if to_regprocedure('refresh_search_rows()') is not null then perform refresh_search_rows(); end if;
                end $$""");
        }
    }
}
