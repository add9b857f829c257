package nl.vliegwiel.person.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reads and writes people by the thousand. */
@ApplicationScoped
public class ImportQueries {
    private static final String PEOPLE = """
        select p.id, p.email, p.given_name, p.family_name,
               p.linked_at is not null or exists (select 1 from employment e where e.person_id = p.id and e.organisation_id <> :organisation) as name_is_hers
          from person p
         where p.email = any(:emails)""";

    private static final String EMPLOYMENTS = """
        select e.id, e.person_id, e.function_title, e.minutes_per_week, e.place_id, e.starts_on, e.ends_on
          from employment e join person p on p.id = e.person_id
         where e.organisation_id = :organisation and p.email = any(:emails)
         order by e.starts_on""";

    private static final String ADD_PERSON = """
        insert into person (id, email, given_name, family_name, created_at) values (:id, :email, :given, :family, :at)""";

    private static final String RENAME = """
        update person set given_name = :given, family_name = :family, version = version + 1 where id = :id""";

    private static final String ADD_EMPLOYMENT = """
        insert into employment (id, person_id, organisation_id, function_title, minutes_per_week, place_id, starts_on, ends_on)
        values (:id, :person, :organisation, :function, :minutes, :place, :starts, :ends)""";

    private static final String CHANGE_EMPLOYMENT = """
        update employment set function_title = :function, minutes_per_week = :minutes, place_id = :place, starts_on = :starts, ends_on = :ends,
               version = version + 1
         where id = :id and person_id = :person and organisation_id = :organisation""";

    @Inject
    private Jdbi jdbi;

    /** @param nameIsHers true once she signed on or another organisation employs or employed her */
    public record PersonRow(UUID id, String email, String givenName, String familyName, boolean nameIsHers) {
    }

    /** An employment at the organisation of the file. */
    public record EmploymentRow(UUID id, UUID personId, String function, int minutesPerWeek, Integer placeId, LocalDate startsOn, LocalDate endsOn) {
        /** @param until last day; null for an open end */
        public boolean overlaps(LocalDate from, LocalDate until) {
            return (endsOn == null || !endsOn.isBefore(from)) && (until == null || !startsOn.isAfter(until));
        }
    }

    public List<PersonRow> people(UUID organisationId, Collection<String> emails) {
        return jdbi.withHandle(handle -> handle.createQuery(PEOPLE).bind("organisation", organisationId).bindArray("emails", String.class, emails)
            .map((row, context) -> new PersonRow(row.getObject("id", UUID.class), row.getString("email"), row.getString("given_name"),
                row.getString("family_name"), row.getBoolean("name_is_hers")))
            .list());
    }

    public List<EmploymentRow> employments(UUID organisationId, Collection<String> emails) {
        return jdbi.withHandle(handle -> handle.createQuery(EMPLOYMENTS).bind("organisation", organisationId).bindArray("emails", String.class, emails)
            .map((row, context) -> new EmploymentRow(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class),
                row.getString("function_title"), row.getInt("minutes_per_week"), row.getObject("place_id", Integer.class),
                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)))
            .list());
    }

    public void addPeople(List<PersonRow> people, Instant at) {
        batch(ADD_PERSON, people, (batch, person) -> batch.bind("id", person.id()).bind("email", person.email())
            .bind("given", person.givenName()).bind("family", person.familyName()).bind("at", at.atOffset(ZoneOffset.UTC)));
    }

    public void rename(List<PersonRow> people) {
        batch(RENAME, people, (batch, person) -> batch.bind("id", person.id()).bind("given", person.givenName()).bind("family", person.familyName()));
    }

    public void addEmployments(UUID organisationId, List<EmploymentRow> employments) {
        batch(ADD_EMPLOYMENT, employments, (batch, one) -> bind(batch, organisationId, one));
    }

    public void changeEmployments(UUID organisationId, List<EmploymentRow> employments) {
        batch(CHANGE_EMPLOYMENT, employments, (batch, one) -> bind(batch, organisationId, one));
    }

    private static void bind(PreparedBatch batch, UUID organisationId, EmploymentRow one) {
        batch.bind("id", one.id()).bind("person", one.personId()).bind("organisation", organisationId).bind("function", one.function())
            .bind("minutes", one.minutesPerWeek()).bind("place", one.placeId()).bind("starts", one.startsOn()).bind("ends", one.endsOn());
    }

    private interface Binder<T> {
        void bind(PreparedBatch batch, T row);
    }

    private <T> void batch(String sql, List<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            try (PreparedBatch batch = handle.prepareBatch(sql)) {
                for (T row : rows) {
                    binder.bind(batch, row);
                    batch.add();
                }
                batch.execute();
            }
        });
    }
}
