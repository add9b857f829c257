package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.vliegwiel.flexpool.boundary.Ranking;
import nl.vliegwiel.flexpool.domain.Periods;
import nl.vliegwiel.flexpool.domain.ranking.PoolIndex;
import nl.vliegwiel.flexpool.domain.ranking.PoolMember;
import nl.vliegwiel.flexpool.domain.ranking.Score;
import nl.vliegwiel.flexpool.domain.ranking.ShiftDemand;
import nl.vliegwiel.flexpool.persistence.RankingQueries;
import nl.vliegwiel.flexpool.persistence.RankingQueries.Asked;
import nl.vliegwiel.flexpool.persistence.WorkingTimeQueries;
import nl.vliegwiel.flexpool.domain.worktime.WorkingTimeCheck;
import nl.vliegwiel.organisation.TravelTime;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.run.PostgresServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.Test;

/** The derived search rows and the list that comes from them, held against the tables themselves on a real PostgreSQL. */
@RunAsClient
class SearchRowIT extends ServerTest {
    private static final String DATABASE = "ranking";
    private static final int PEOPLE = 600;
    private static final String DIFFERENT = """
        select count(*) from (
          (select person_id, participating, x, y, travel_limit, offered, employers, employed, contract, skills, levels, valid_until, week, extra, blocked,
                  loan_from, loan_to, loan_break, loan_branch from flexpool_search_row except select * from search_row_truth)
          union all
          (select * from search_row_truth except select person_id, participating, x, y, travel_limit, offered, employers, employed, contract, skills, levels,
                  valid_until, week, extra, blocked, loan_from, loan_to, loan_break, loan_branch from flexpool_search_row)) different""";

    private static boolean filled;

    private static PostgresServer postgres() {
        return TestServers.get().servers().postgres();
    }

    private static synchronized Connection connection() throws SQLException, IOException {
        if (!filled) {
            postgres().createDatabase(DATABASE);
            postgres().migrate(DATABASE);
            try (InputStream script = SearchRowIT.class.getResourceAsStream("/bench/ranking-data.sql");
                 Connection owner = postgres().connect(DATABASE, PostgresServer.OWNER); Statement statement = owner.createStatement()) {
                statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("${people}", String.valueOf(PEOPLE)));
                statement.execute("select refresh_search_rows()");
            }
            filled = true;
        }
        return postgres().connect(DATABASE, PostgresServer.APP);
    }

    @Test
    void theListIsThatOfTheTablesAskedPersonByPerson() throws SQLException, IOException {
        try (Connection connection = connection()) {
            Jdbi jdbi = Jdbi.create(connection).installPlugin(new PostgresPlugin());
            RankingQueries queries = new RankingQueries(jdbi);
            WorkingTimeQueries workingTime = new WorkingTimeQueries(jdbi);
            Ranking ranking = new Ranking(queries, workingTime);
            List<PoolMember> everybody = everybody(connection);
            assertThat(everybody).hasSize(PEOPLE);
            int listed = 0;
            for (UUID request : requests(connection, 40)) {
                Asked asked = queries.asked(request).orElseThrow();
                ShiftDemand demand = asked.demand(asked.shifts().get(0), Texts.DUTCH);
                PoolIndex.Work work = new PoolIndex.Work(new WorkingTimeCheck(workingTime.limits()), branch -> {
                    int[] point = queries.branchPoint(branch);
                    return TravelTime.minutes((int) Math.round(Math.hypot((double) point[0] - demand.x(), (double) point[1] - demand.y())));
                });
                List<Score> expected = everybody.stream().filter(member -> PoolIndex.whyNot(member, demand, work).isEmpty())
                    .map(member -> PoolIndex.score(member, demand, asked.weights())).sorted().toList();
                listed += expected.size();
                assertThat(ranking.rank(demand, asked.weights(), PEOPLE, null)).extracting(PoolIndex.Ranked::score).isEqualTo(expected);
            }
            assertThat(listed).as("a test that lists nobody proves nothing").isGreaterThan(20);
        }
    }

    @Test
    void aRowIsEqualToItsTruthAfterEveryKindOfChange() throws SQLException, IOException {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String person = "'" + first(statement, "select person_id from pool_member where participating order by person_id limit 1") + "'";
            for (String change : List.of(
                    "update pool_member set max_travel_minutes = 95, max_minutes_per_week = 777, participating = false where person_id = " + person,
                    "delete from weekly_availability where person_id = " + person,
                    "insert into weekly_availability values (" + person + ", 5, 1200, 1440), (" + person + ", 6, 0, 120), (" + person + ", 7, 60, 1440), (" + person + ", 1, 0, 60)",
                    "insert into availability_override values (gen_random_uuid(), " + person + ", '2027-03-28 00:00+01', '2027-03-28 04:00+02', true)",
                    "insert into busy_calendar (person_id, address, created_at, read_at, next_at) values (" + person + ", 'https://agenda.voorbeeld.nl/a.ics', now(), now(), now())",
                    "insert into busy_interval values (" + person + ", '2027-03-28 03:30+02', '2027-03-28 09:00+02'), (" + person + ", '2027-05-03 09:00+02', '2027-05-03 10:00+02')",
                    "insert into availability_override values (gen_random_uuid(), " + person + ", '2027-05-03 09:30+02', '2027-05-03 12:00+02', false)",
                    "delete from busy_calendar where person_id = " + person,
                    "delete from person_skill where person_id = " + person,
                    "insert into person_skill (id, person_id, skill_id, level, certificate_expires_on) select gen_random_uuid(), " + person + ", max(id), 4, '2027-05-01' from skill",
                    "update employment set ends_on = '2027-02-01', minutes_per_week = 600 where person_id = " + person,
                    "update placement set state = 'CANCELLED' where employee_id = " + person)) {
                statement.execute(change);
                statement.execute("select refresh_search_rows(array[" + person + "]::uuid[])");
                assertThat(first(statement, DIFFERENT)).as(change).isEqualTo("0");
            }
            connection.rollback();
        }
    }

    @Test
    void aNodeSeesWhatWasCommittedAlsoByWhoBeganEarlierAndNothingElse() throws SQLException, IOException {
        try (Connection slow = connection(); Connection quick = connection(); Connection reader = connection(); Statement one = slow.createStatement();
             Statement other = quick.createStatement()) {
            RankingQueries queries = new RankingQueries(Jdbi.create(reader).installPlugin(new PostgresPlugin()));
            slow.setAutoCommit(false);
            String first = first(other, "select person_id from pool_member order by person_id limit 1");
            String second = first(other, "select person_id from pool_member order by person_id offset 1 limit 1");
            String snapshot = queries.news(null).orElseThrow().snapshot();
            one.execute("select refresh_search_rows(array['" + first + "']::uuid[])");
            other.execute("select refresh_search_rows(array['" + second + "']::uuid[])");
            RankingQueries.News early = queries.news(snapshot).orElseThrow();
            assertThat(early.members()).extracting(PoolMember::personId).containsExactly(UUID.fromString(second));
            slow.commit();
            RankingQueries.News late = queries.news(early.snapshot()).orElseThrow();
            assertThat(late.members()).extracting(PoolMember::personId).containsExactly(UUID.fromString(first));
            assertThat(queries.news(late.snapshot()).orElseThrow().members()).isEmpty();
        }
    }

    @Test
    void aTransactionThatWroteSomethingTakesNothingOver() throws SQLException, IOException {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            RankingQueries queries = new RankingQueries(Jdbi.create(connection).installPlugin(new PostgresPlugin()));
            connection.setAutoCommit(false);
            statement.execute("select refresh_search_rows(array(select person_id from pool_member limit 1))");
            assertThat(queries.news(null)).isEmpty();
            connection.rollback();
        }
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<UUID> requests(Connection connection, int most) throws SQLException {
        List<UUID> requests = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("select id from staff_request order by id limit " + most)) {
            while (rows.next()) {
                requests.add(rows.getObject(1, UUID.class));
            }
        }
        return requests;
    }

    /** Reads the tables row by row, without the view from which the search rows come. */
    private static List<PoolMember> everybody(Connection connection) throws SQLException {
        List<PoolMember> members = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(
                "select m.*, round(p.x_km * 1000)::int as x, round(p.y_km * 1000)::int as y from pool_member m join place p on p.id = m.place_id")) {
            while (row.next()) {
                UUID person = row.getObject("person_id", UUID.class);
                members.add(new PoolMember(person, row.getBoolean("participating"), row.getInt("x"), row.getInt("y"), row.getInt("max_travel_minutes"),
                    row.getInt("max_minutes_per_week"), jobs(connection, person), skills(connection, person), week(connection, person),
                    exceptions(connection, person, true), exceptions(connection, person, false), loans(connection, person)));
            }
        }
        return members;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(Connection connection, String query, UUID person, Reading<T> reading) throws SQLException {
        List<T> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(query)) {
            statement.setObject(1, person);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reading.read(row));
                }
            }
        }
        return found;
    }

    private static List<PoolMember.Job> jobs(Connection connection, UUID person) throws SQLException {
        return read(connection, "select * from employment where person_id = ?", person, row -> new PoolMember.Job(row.getObject("organisation_id", UUID.class),
            row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class), row.getInt("minutes_per_week")));
    }

    private static List<PoolMember.Held> skills(Connection connection, UUID person) throws SQLException {
        return read(connection, "select * from person_skill where person_id = ?", person, row -> new PoolMember.Held(row.getInt("skill_id"),
            row.getInt("level"), row.getObject("certificate_expires_on", LocalDate.class)));
    }

    private static int[] week(Connection connection, UUID person) throws SQLException {
        List<Period> stretches = read(connection, "select * from weekly_availability where person_id = ?", person, row -> {
            long monday = (row.getInt("day") - 1) * 1440L;
            return new Period(Instant.ofEpochSecond(60 * (monday + row.getInt("from_minute"))), Instant.ofEpochSecond(60 * (monday + row.getInt("to_minute"))));
        });
        return Periods.joined(stretches).stream().flatMapToInt(one -> IntStream.of((int) one.start().getEpochSecond() / 60,
            (int) one.end().getEpochSecond() / 60)).toArray();
    }

    private static List<Instant> exceptions(Connection connection, UUID person, boolean available) throws SQLException {
        List<Period> periods = read(connection, "select * from availability_override where available = " + available + " and person_id = ?", person,
            row -> new Period(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant()));
        return Periods.joined(periods).stream().flatMap(one -> List.of(one.start(), one.end()).stream()).toList();
    }

    private static List<PoolMember.Loan> loans(Connection connection, UUID person) throws SQLException {
        return read(connection, "select m.*, r.branch_id from placement m join staff_request r on r.id = m.request_id"
            + " where m.state in ('CONFIRMED','RUNNING','HOURS_CLOSED','SETTLED') and m.employee_id = ?", person,
            row -> new PoolMember.Loan(row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(), row.getInt("break_minutes"),
                row.getObject("branch_id", UUID.class)));
    }
}
