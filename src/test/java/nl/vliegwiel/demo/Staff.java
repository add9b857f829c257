package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.demo.Register.Library;
import nl.vliegwiel.platform.time.Zones;

/** The people of the libraries: work, roles, skills and when they can help elsewhere. */
final class Staff {
    private static final int FULL_TIME = 36 * 60;
    private static final int[] HOURS = {8, 12, 16, 18, 20, 24, 28, 32, 36};
    /** So that the mean is 0.6 of a full week and one in ten works all of it. */
    private static final int[] HOURS_WEIGHT = {5, 10, 17, 10, 14, 21, 9, 4, 10};
    private static final String MAIL = "@vliegwiel.example";

    /** Somebody who may be lent. */
    record Employee(UUID id, String name, String function, int contractMinutes, Library library, boolean participating, boolean reserved, Place home, int maxTravelMinutes,
            int maxMinutesPerWeek, List<Window> week, Map<Integer, Integer> levels, List<long[]> bound) {
        /** Nothing definite in these seconds since the epoch. */
        boolean isFree(long from, long to) {
            return bound.stream().noneMatch(taken -> from < taken[1] && taken[0] < to);
        }

        boolean isAvailable(int day, int fromMinute, int toMinute) {
            return week.stream().anyMatch(window -> window.day == day && window.from <= fromMinute && toMinute <= window.to);
        }
    }

    /** A stretch of the week, minutes of the wall clock. */
    record Window(int day, int from, int to) {
    }

    private final Chance chance;
    private final Skills skills;
    private final Register register;
    private final List<Place> places;
    private final Instant now;
    private final LocalDate today;
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<String, Integer> mailsSeen = new HashMap<>();
    private final Map<UUID, UUID> hrOf = new HashMap<>();
    private final Map<UUID, List<Place>> homesAround = new HashMap<>();
    private final List<Employee> employees = new ArrayList<>();

    private final Table persons = new Table("person", "id, email, given_name, family_name, language, invited_at, created_at");
    private final Table employments = new Table("employment", "id, person_id, organisation_id, function_title, minutes_per_week, place_id, starts_on, ends_on");
    private final Table grants = new Table("role_grant", "id, person_id, role, organisation_id, deputy_for, starts_on, granted_by, granted_at");
    private final Table members = new Table("pool_member", "person_id, participating, max_travel_minutes, max_minutes_per_week, place_id, changed_at");
    private final Table weeks = new Table("weekly_availability", "person_id, day, from_minute, to_minute");
    private final Table overrides = new Table("availability_override", "id, person_id, starts_at, ends_at, available");
    private final Table feeds = new Table("calendar_feed", "person_id, secret_hash, created_at, last_read_at");
    private final Table personSkills = new Table("person_skill",
        "id, person_id, skill_id, level, certificate_expires_on, evidence, confirmed_by, confirmed_at");

    Staff(Chance chance, Skills skills, Register register, List<Place> places, DemoSize size, Instant now) {
        this.chance = chance;
        this.skills = skills;
        this.register = register;
        this.places = places;
        this.now = now;
        this.today = now.atZone(Zones.AMSTERDAM).toLocalDate();
        accounts();
        others(size.employees() - accountsMade);
    }

    private int accountsMade;

    /** The people with an account in the development realm; the names are the same there. */
    private void accounts() {
        UUID admin = account("beheer", "Sanne", "Dijkhuizen");
        employ(admin, register.national(), "Beheerder", FULL_TIME, register.libraries().get(0).place());
        grant(admin, "ADMIN", register.national(), null, admin);

        hr("hr.duinrand", "Marijke", "Zandstra", Register.DUINRAND, admin);
        hr("hr.vennenland", "Joost", "van Gestel", Register.VENNENLAND, admin);
        hr("hr.hoogveen", "Geertje", "Wolting", Register.HOOGVEEN, admin);
        member("anna.duinrand", "Anna", "Kuiper", Register.DUINRAND);
        member("bram.vennenland", "Bram", "Verhoeven", Register.VENNENLAND);
        member("carla.hoogveen", "Carla", "Meijering", Register.HOOGVEEN);

        Library duinrand = register.library(Register.DUINRAND);
        Library vennenland = register.library(Register.VENNENLAND);
        UUID moderator = account("moderator.poi", "Naomi", "Tromp");
        employ(moderator, duinrand.poi(), "Netwerkadviseur", 28 * 60, duinrand.place());
        grant(moderator, "POI_MODERATOR", duinrand.poi(), null, admin);
        grant(moderator, "POI_MODERATOR", vennenland.poi(), null, admin);

        UUID facilitator = account("begeleider", "Rutger", "Olthof");
        employ(facilitator, duinrand.poi(), "Begeleider lichtingen", 24 * 60, duinrand.place());
        grant(facilitator, "FACILITATOR", duinrand.poi(), null, admin);

        UUID twice = account("dubbel", "Dewi", "Blok");
        for (Library library : List.of(duinrand, vennenland)) {
            employ(twice, library.id(), "HR-adviseur", 16 * 60, library.place());
            grant(twice, "HR_MANAGER", library.id(), null, admin);
        }
        for (UUID poi : register.supportBodies()) {
            if (!poi.equals(duinrand.poi()) && !poi.equals(vennenland.poi())) {
                UUID other = stranger("netwerk");
                employ(other, poi, "Netwerkadviseur", 28 * 60, duinrand.place());
                grant(other, "POI_MODERATOR", poi, null, admin);
            }
        }
        for (Library library : register.libraries()) {
            if (!hrOf.containsKey(library.id())) {
                UUID manager = stranger(library.slug());
                accountsMade++;
                employ(manager, library.id(), "HR-adviseur", 24 * 60, library.place());
                grant(manager, "HR_MANAGER", library.id(), null, admin);
                hrOf.put(library.id(), manager);
            }
        }
    }

    private void hr(String account, String given, String family, String libraryName, UUID admin) {
        Library library = register.library(libraryName);
        UUID person = account(account, given, family);
        employ(person, library.id(), "HR-adviseur", 28 * 60, library.place());
        grant(person, "HR_MANAGER", library.id(), null, admin);
        hrOf.put(library.id(), person);
    }

    /** In the pool, on workdays from 08:30 to 18:00, up to 150 minutes away and 36 hours a week: scripts count on it. */
    private void member(String account, String given, String family, String libraryName) {
        Library library = register.library(libraryName);
        UUID person = account(account, given, family);
        String function = "Medewerker klantenservice";
        employ(person, library.id(), function, FULL_TIME, library.place());
        members.add(person, "t", 150, FULL_TIME, library.place().id(), founded());
        List<Window> week = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            week.add(window(person, day, 8 * 60 + 30, 18 * 60));
        }
        if (account.equals("anna.duinrand")) {
            // No secret has this hash: she has a feed, and who wants to see it makes a new address
            feeds.add(person, "\\x" + "00".repeat(32), founded(), now);
        }
        Map<Integer, Integer> levels = new HashMap<>();
        for (Skills.Skill skill : skills.ofNamedEmployees()) {
            levels.put(skill.id(), 3);
            personSkills.add(chance.id(founded()), person, skill.id(), 3, null, "Doet dit werk elke week", hrOf.get(library.id()), founded());
        }
        employees.add(new Employee(person, given + " " + family, function, FULL_TIME, library, true, true, library.place(), 150, FULL_TIME, week, levels, new ArrayList<>()));
    }

    private void others(int count) {
        int libraries = register.libraries().size();
        int[] share = new int[libraries];
        for (int i = 0; i < libraries; i++) {
            share[i] = 10 + (int) Math.sqrt(register.libraries().get(i).place().population());
        }
        for (int i = 0; i < count; i++) {
            Library library = register.libraries().get(count < 1_000 ? i % libraries : chance.weighted(share));
            employee(library);
        }
    }

    private void employee(Library library) {
        UUID person = stranger(library.slug());
        int minutes = HOURS[chance.weighted(HOURS_WEIGHT)] * 60;
        String function = chance.oneOf(Words.FUNCTIONS);
        employ(person, library.id(), function, minutes, chance.oneOf(library.branches()).place());
        Map<Integer, Integer> levels = skillsOf(person, library);
        if (!chance.percent(72)) {
            return;
        }
        boolean participating = chance.percent(94);
        int travel = List.of(30, 45, 45, 60, 60, 60, 75, 90).get(chance.between(0, 7));
        int offered = Math.min(60 * chance.oneOf(List.of(4, 4, 6, 8, 8, 8, 12, 16)), Math.max(240, FULL_TIME + 240 - minutes));
        Place home = chance.oneOf(homesAround.computeIfAbsent(library.id(), id -> library.place().around(places, 12)));
        members.add(person, participating ? "t" : "f", travel, offered, home.id(), before(chance.between(1, 300)));
        List<Window> week = week(person);
        if (chance.percent(15)) {
            holiday(person);
        }
        employees.add(new Employee(person, names.get(person), function, minutes, library, participating, false, home, travel, offered, week, levels, new ArrayList<>()));
    }

    private List<Window> week(UUID person) {
        List<Window> week = new ArrayList<>();
        int days = chance.between(2, 4);
        for (int day = 1; day <= 6; day++) {
            if (chance.percent(day == 6 ? 25 : days * 20)) {
                switch (chance.weighted(45, 20, 20, 15)) {
                    case 0 -> week.add(window(person, day, 8 * 60 + 15 * chance.between(0, 4), 18 * 60));
                    case 1 -> week.add(window(person, day, 8 * 60, 13 * 60 + 30));
                    case 2 -> week.add(window(person, day, 12 * 60, 18 * 60 + 30));
                    default -> {
                        week.add(window(person, day, 8 * 60 + 30, 14 * 60));
                        week.add(window(person, day, 17 * 60, 22 * 60));
                    }
                }
            }
        }
        return week;
    }

    private Window window(UUID person, int day, int from, int to) {
        weeks.add(person, day, from, to);
        return new Window(day, from, to);
    }

    private void holiday(UUID person) {
        LocalDate first = today.plusDays(chance.between(-20, 90));
        LocalDate last = first.plusDays(chance.oneOf(List.of(1, 1, 3, 7, 14)));
        overrides.add(chance.id(now), person, first.atStartOfDay(Zones.AMSTERDAM).toInstant(), last.atStartOfDay(Zones.AMSTERDAM).toInstant(), "f");
    }

    private Map<Integer, Integer> skillsOf(UUID person, Library library) {
        Map<Integer, Integer> levels = new HashMap<>();
        for (int i = chance.between(2, 6); i > 0; i--) {
            Skills.Skill skill = skills.any(chance);
            if (levels.containsKey(skill.id())) {
                continue;
            }
            int level = skill.certificate() ? 1 : 1 + chance.weighted(15, 35, 35, 15);
            levels.put(skill.id(), level);
            LocalDate expires = skill.certificate() ? today.plusDays(chance.between(-60, 900)) : null;
            UUID confirmedBy = chance.percent(60) ? hrOf.get(library.id()) : null;
            personSkills.add(chance.id(founded()), person, skill.id(), level, expires, "", confirmedBy,
                confirmedBy == null ? null : before(chance.between(10, 500)));
        }
        return levels;
    }

    private UUID account(String name, String given, String family) {
        accountsMade++;
        return person(name + MAIL, given, family, "nl");
    }

    private UUID stranger(String where) {
        String given = chance.oneOf(Words.GIVEN);
        String family = chance.oneOf(Words.FAMILY);
        String local = plain(given) + "." + plain(family);
        int seen = mailsSeen.merge(local + where, 1, Integer::sum);
        return person(local + (seen == 1 ? "" : seen) + "@" + where + ".vliegwiel.example", given, family, chance.percent(3) ? "en" : "nl");
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    private UUID person(String email, String given, String family, String language) {
        UUID id = chance.id(founded());
        names.put(id, given + " " + family);
        persons.add(id, email, given, family, language, founded(), founded());
        return id;
    }

    private void employ(UUID person, UUID organisation, String function, int minutes, Place at) {
        employments.add(chance.id(founded()), person, organisation, function, minutes, at.id(), today.minusDays(chance.between(400, 9_000)), null);
    }

    private void grant(UUID person, String role, UUID organisation, UUID deputyFor, UUID by) {
        grants.add(chance.id(founded()), person, role, organisation, deputyFor, today.minusDays(390), by, founded());
    }

    private Instant founded() {
        return before(395);
    }

    private Instant before(int days) {
        return now.minus(Duration.ofDays(days));
    }

    List<Employee> employees() {
        return employees;
    }

    /** The HR manager who acts for a library. */
    UUID hrOf(Library library) {
        return hrOf.get(library.id());
    }

    String nameOf(UUID person) {
        return names.get(person);
    }

    void write(Connection connection) throws SQLException {
        for (Table table : List.of(persons, employments, grants, members, weeks, overrides, feeds, personSkills)) {
            table.write(connection);
        }
    }
}
