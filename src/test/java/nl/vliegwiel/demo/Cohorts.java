package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.vliegwiel.demo.Register.Library;
import nl.vliegwiel.demo.Staff.Employee;
import nl.vliegwiel.forum.boundary.Markdown;
import nl.vliegwiel.platform.time.Zones;

/** Lerend Netwerk: a cohort that has ended, one that runs since 10 April, one that is full with people waiting, and one that is open. */
final class Cohorts {
    private static final String COACHES = "Wie anderen leert omgaan met telefoon en computer, leert hier hoe je een groep boeit, hoe je aansluit bij wat iemand al kan en hoe je warm doorverwijst. We oefenen in de eigen bibliotheek en kijken samen terug.";
    private static final String DATA = "Cijfers over bezoek, uitleningen en activiteiten lezen zonder rekenkramp: wat zegt een getal, wat niet, en wat doe je er maandag mee? Iedereen werkt met de cijfers van de eigen bibliotheek.";
    private static final String TALKS = "Een gesprek leiden waarin iedereen aan het woord komt, ook als het schuurt. Je oefent met debat, dialoog en leeskring en brengt een avond in je eigen bibliotheek.";

    private final Chance chance;
    private final Register register;
    private final List<Employee> people;
    private final Instant now;
    private final LocalDate today;
    private final Table programmes = new Table("learning_programme", "id, organiser_id, title, goals, skill_id, skill_level, min_attendance, created_by, created_at, changed_at");
    private final Table cohorts = new Table("cohort", "id, programme_id, title, state, starts_on, ends_on, enrol_from, enrol_until, capacity, lines, spread, spread_most, language, place, link,"
        + " cost_cents, employer_decides, claim_hours, offers_at_once, previous_id, created_by, created_at, changed_at");
    private final Table guides = new Table("cohort_facilitator", "cohort_id, person_id");
    private final Table enrolments = new Table("enrolment", "id, cohort_id, person_id, organisation_id, state, line, spread_group, enrolled_at, changed_at, until");
    private final Table spaces = new Table("space", "id, kind, name, description, audience, audience_ref, closed_reason");
    private final Table topics = new Table("topic", "id, space_id, kind, title, tags, author_id, anonymous, created_at, last_post_at, last_position, post_count, likes, accepted_post_id");
    private final Table posts = new Table("post", "id, topic_id, position, author_id, body, html, created_at, likes");
    private final Table sessions = new Table("session", "id, audience, group_id, title, starts_at, ends_at, place, link, agenda, minutes, code, created_by, created_at, changed_at");
    private final Table attendance = new Table("session_attendance", "session_id, person_id, way, by_id, at");
    private final Table certificates = new Table("certificate", "id, cohort_id, person_id, code, name, programme, awarded_at, awarded_by");
    private int codes;
    private UUID facilitator;
    private UUID organiser;
    /** Of the cohort that was made last. */
    private UUID spaceOf;

    Cohorts(Chance chance, Register register, Staff staff, Instant now) {
        this.chance = chance;
        this.register = register;
        this.people = staff.employees();
        this.now = now;
        this.today = now.atZone(Zones.AMSTERDAM).toLocalDate();
    }

    void write(Connection connection) throws SQLException {
        facilitator = id(connection, "select id from person where email = 'begeleider@vliegwiel.example'");
        organiser = register.library(Register.DUINRAND).poi();
        Instant longAgo = now.minus(Duration.ofDays(380));
        UUID coaches = programme(connection, "Digitale coaches", COACHES, "Digitale vaardigheden uitleggen", longAgo);
        UUID data = programme(connection, "Werken met cijfers", DATA, "Werken met data over gebruik", longAgo);
        UUID talks = programme(connection, "Gesprekken leiden", TALKS, "Gesprekken leiden", longAgo);
        LocalDate april = LocalDate.of(today.getYear(), 4, 10).isAfter(today) ? LocalDate.of(today.getYear() - 1, 4, 10) : LocalDate.of(today.getYear(), 4, 10);

        List<Employee> named = people.stream().filter(Employee::reserved).toList();
        List<Employee> others = people.stream().filter(one -> !one.reserved()).toList();
        UUID finished = cohort(coaches, "Digitale coaches, lichting 1", "FINISHED", april.minusMonths(7), april.minusMonths(1), 14, "NONE", null, "Bibliotheek Duinrand, Hilversum", null);
        fill(finished, others, 0, 12, april.minusMonths(8), "ENROLLED");
        UUID running = cohort(coaches, "Digitale coaches, lichting 2", "RUNNING", april, today.plusDays(60), 12, "LIBRARY", 3, "Wisselt: elke keer bij een andere deelnemer", finished);
        int line = fill(running, named.subList(0, 1), 0, 1, april.minusDays(60), "ENROLLED");
        fill(running, others, line, 10, april.minusDays(58), "ENROLLED");
        meet(finished, "Digitale coaches", april.minusMonths(7), 4, others.subList(0, 12));
        meet(running, "Digitale coaches", april, 8, Stream.concat(named.subList(0, 1).stream(), others.subList(0, 10).stream()).toList());
        for (Employee one : others.subList(0, 11)) {
            Instant given = april.minusDays(20).atStartOfDay(Zones.AMSTERDAM).plusHours(15).toInstant();
            certificates.add(chance.id(given), finished, one.id(), code("CCCCCCCCCCCC"), one.name(), "Digitale coaches", given, facilitator);
        }
        talk(others.get(0).id(), named.get(0).id());
        UUID full = cohort(data, "Werken met cijfers, voorjaar", "FULL", today.plusDays(75), today.plusDays(180), 8, "NONE", null, "Online en twee keer in Utrecht", null);
        line = fill(full, others.subList(12, others.size()), 0, 8, today.minusDays(12), "ENROLLED");
        line = fill(full, others.subList(20, others.size()), line, 3, today.minusDays(8), "WAITING");
        fill(full, named.subList(2, 3), line, 1, today.minusDays(3), "WAITING");
        UUID open = cohort(talks, "Gesprekken leiden, zomer", "OPEN", today.plusDays(100), today.plusDays(190), 16, "PROVINCE", 6, "Zwolle", null);
        line = fill(open, others.subList(4, others.size()), 0, 5, today.minusDays(5), "ENROLLED");
        List<Employee> duinrand = others.stream().filter(one -> one.library().name().equals(Register.DUINRAND)).toList();
        fill(open, duinrand.subList(duinrand.size() - 1, duinrand.size()), line, 1, today.minusDays(1), "WAITING_FOR_EMPLOYER");

        for (Table table : List.of(programmes, cohorts, guides, enrolments, spaces, topics, posts, sessions, attendance, certificates)) {
            table.write(connection);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("insert into topic_words (topic_id, space_id, title, words) select id, space_id, title, topic_words_of(id) from topic t"
                + " where not exists (select from topic_words w where w.topic_id = t.id)");
        }
    }

    private static UUID id(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private UUID programme(Connection connection, String title, String goals, String skill, Instant at) throws SQLException {
        UUID id = chance.id(at);
        try (var query = connection.prepareStatement("select id from skill where name_nl = ?")) {
            query.setString(1, skill);
            try (var rows = query.executeQuery()) {
                rows.next();
                programmes.add(id, organiser, title, goals, rows.getInt(1), 3, 80, facilitator, at, at);
            }
        }
        return id;
    }

    private UUID cohort(UUID programme, String title, String state, LocalDate starts, LocalDate ends, int capacity, String spread, Integer most, String place, UUID previous) {
        Instant made = starts.minusDays(120).isAfter(today) ? now.minus(Duration.ofDays(20)) : starts.minusDays(120).atStartOfDay(Zones.AMSTERDAM).toInstant();
        made = made.isAfter(now) ? now.minus(Duration.ofDays(20)) : made;
        UUID id = chance.id(made);
        cohorts.add(id, programme, title, state, starts, ends, made, starts.minusDays(7).atStartOfDay(Zones.AMSTERDAM).toInstant(), capacity, 100, spread, most, "nl", place, "",
            state.equals("FULL") ? 12_500 : 0, "t", 48, 5, previous, facilitator, made, made);
        guides.add(id, facilitator);
        spaceOf = chance.id(made);
        spaces.add(spaceOf, "COHORT", title, "space.cohort.description", "COHORT", id, "space.cohort.closed");
        return id;
    }

    /** @return the number of the last in the line */
    private int fill(UUID cohort, List<Employee> from, int line, int count, LocalDate since, String state) {
        int at = line;
        List<UUID> taken = new ArrayList<>();
        for (Employee one : from) {
            if (taken.size() == count) {
                break;
            }
            taken.add(one.id());
            at++;
            Instant came = since.atStartOfDay(Zones.AMSTERDAM).plusHours(9).plusMinutes(at * 7L).toInstant();
            came = came.isAfter(now) ? now : came;
            enrolments.add(chance.id(came), cohort, one.id(), one.library().id(), state, at, "", came, came,
                state.equals("WAITING_FOR_EMPLOYER") ? now.plus(Duration.ofDays(6)) : null);
        }
        return at;
    }

    /** A session every five weeks, at another library each time; who is last in the list missed the second. */
    private void meet(UUID cohort, String programme, LocalDate first, int count, List<Employee> group) {
        for (int i = 0; i < count; i++) {
            LocalDate day = first.plusWeeks(5L * i);
            day = day.getDayOfWeek().getValue() > 5 ? day.plusDays(2) : day;
            Instant start = day.atTime(10, 0).atZone(Zones.AMSTERDAM).toInstant();
            Instant end = day.atTime(12, 30).atZone(Zones.AMSTERDAM).toInstant();
            UUID session = chance.id(start.minus(Duration.ofDays(30)));
            Library host = group.get(i % group.size()).library();
            boolean over = end.isBefore(now);
            Instant planned = start.minus(Duration.ofDays(30)).isAfter(now) ? now.minus(Duration.ofDays(2)) : start.minus(Duration.ofDays(30));
            sessions.add(session, "COHORT", cohort, programme + ", bijeenkomst " + (i + 1), start, end, host.name() + ", " + host.place().name(), "",
                "1. Hoe ging het thuis?\n2. Oefenen in tweetallen\n3. Wat neem je mee?", over ? "Iedereen probeert voor de volgende keer één oefening uit in de eigen bibliotheek." : "",
                code("SS"), facilitator, planned, planned);
            if (over) {
                for (Employee one : i == 1 ? group.subList(0, group.size() - 1) : group) {
                    attendance.add(session, one.id(), one.id().hashCode() % 3 == 0 ? "CODE" : "LIST", facilitator, start);
                }
            }
        }
    }

    /** Unlike every other; from here on four letters count. */
    private String code(String start) {
        String letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        StringBuilder code = new StringBuilder(start);
        int rest = codes++;
        for (int i = 0; i < 4; i++) {
            code.append(letters.charAt(rest % letters.length()));
            rest /= letters.length();
        }
        return code.toString();
    }

    private void talk(UUID one, UUID other) {
        Instant asked = now.minus(Duration.ofDays(9));
        Instant answered = asked.plus(Duration.ofHours(20));
        UUID topic = chance.id(asked);
        topics.add(topic, spaceOf, "QUESTION", "Hoe begin jij een les als iedereen iets anders kan?", "{les}", one, "f", asked, answered, 2, 2, 0, null);
        post(topic, 1, one, "Vorige week zaten er vijf mensen: twee hadden nog nooit een muis vast, één wilde haar foto’s in de wolk. **Wat doe jij het eerste kwartier?**", asked);
        post(topic, 2, other, "Ik laat iedereen eerst één ding doen dat lukt, bijvoorbeeld een foto maken. Daarna maak ik tweetallen.", answered);
    }

    private void post(UUID topic, int position, UUID author, String body, Instant at) {
        posts.add(chance.id(at), topic, position, author, body, Markdown.html(body), at, 0);
    }
}
