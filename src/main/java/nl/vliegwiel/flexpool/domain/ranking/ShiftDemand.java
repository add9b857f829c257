package nl.vliegwiel.flexpool.domain.ranking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.platform.time.Period;
import nl.vliegwiel.platform.time.Zones;

/**
 * What one shift of a request asks.
 *
 * @param organisationId the library that asks
 * @param branchId where the work is
 * @param x metres on the grid of the Netherlands
 * @param y metres on the grid of the Netherlands
 * @param shift the whole shift, break included
 * @param breakMinutes break within it
 * @param skills required and wished, in the order of the catalogue
 * @param circles that the request names
 * @param regionLibraries other organisations under the same POI
 * @param neighbours other organisations with a branch near the place of work
 * @param favourites people who agreed to be a favourite of the library that asks
 */
public record ShiftDemand(UUID requestId, UUID organisationId, UUID branchId, int x, int y, Period shift, int breakMinutes, List<Skill> skills,
        Set<Circle> circles, Set<UUID> regionLibraries, Set<UUID> neighbours, Set<UUID> favourites) {
    /** A week, for hours of loans, begins on Sunday as in the Arbeidstijdenwet, so that filter and check say the same. */
    public static final DayOfWeek WEEK_START = DayOfWeek.SUNDAY;

    /** A skill that is asked; id as in the catalogue, name in the reader's language. */
    public record Skill(int id, String name, int level, boolean required) {
        public Skill {
            Objects.requireNonNull(name);
        }
    }

    public ShiftDemand {
        Objects.requireNonNull(shift);
        skills = List.copyOf(skills);
        circles = Set.copyOf(circles);
        regionLibraries = Set.copyOf(regionLibraries);
        neighbours = Set.copyOf(neighbours);
        favourites = Set.copyOf(favourites);
    }

    /** Of a library without favourites. */
    public ShiftDemand(UUID requestId, UUID organisationId, UUID branchId, int x, int y, Period shift, int breakMinutes, List<Skill> skills,
            Set<Circle> circles, Set<UUID> regionLibraries, Set<UUID> neighbours) {
        this(requestId, organisationId, branchId, x, y, shift, breakMinutes, skills, circles, regionLibraries, neighbours, Set.of());
    }

    /** Net minutes of the shift. */
    public int minutes() {
        return Math.toIntExact(shift.minutes()) - breakMinutes;
    }

    public LocalDate firstDay() {
        return shift.start().atZone(Zones.AMSTERDAM).toLocalDate();
    }

    public LocalDate lastDay() {
        return shift.end().minusNanos(1).atZone(Zones.AMSTERDAM).toLocalDate();
    }

    /** The week in which the shift begins. */
    public Period week() {
        ZonedDateTime first = firstDay().with(TemporalAdjusters.previousOrSame(WEEK_START)).atStartOfDay(Zones.AMSTERDAM);
        return new Period(first.toInstant(), first.plusWeeks(1).toInstant());
    }
}
