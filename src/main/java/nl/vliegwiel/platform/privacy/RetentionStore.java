package nl.vliegwiel.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Rules of the retention clock, what is kept of somebody, and the runs. What is removed how is in the database, which keeps the rules from the application. */
@ApplicationScoped
public class RetentionStore {
    @Inject
    private Jdbi jdbi;

    /**
     * Records of one kind about one person.
     *
     * @param first when the clock of the first began; null while it does not run
     * @param last when the clock of the last began; null while it does not run
     */
    public record Kept(String kind, long records, Instant first, Instant last) {
    }

    /**
     * One run over one kind.
     *
     * @param endedAt null when it was cut off
     * @param problem null when it went well
     */
    public record Run(String kind, LocalDate day, Instant startedAt, Instant endedAt, int records, String problem) {
    }

    /** The rules that hold on a day. */
    public List<RetentionRule> rules(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select * from retention_rule where valid_from <= :day and (valid_to is null or valid_to > :day) order by months desc, kind""")
            .bind("day", day)
            .map((row, context) -> new RetentionRule(row.getString("kind"), row.getInt("months"), row.getString("event"),
                RetentionRule.Action.valueOf(row.getString("action")), row.getString("source"), row.getDate("valid_from").toLocalDate(),
                row.getObject("least_months", Integer.class)))
            .list());
    }

    public List<Kept> of(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from retention_of(:person)").bind("person", personId)
            .map((row, context) -> new Kept(row.getString("kind"), row.getLong("records"), instant(row.getTimestamp("first_at")), instant(row.getTimestamp("last_at"))))
            .list());
    }

    /**
     * What a library chose for a kind.
     *
     * @param validTo first day on which it does not hold; null for none
     */
    public record Choice(UUID organisationId, String organisation, String kind, int months, LocalDate validFrom, LocalDate validTo, String chosenBy, Instant chosenAt) {
    }

    /** All that a library ever chose, the newest first. */
    public List<Choice> choices(UUID organisationId) {
        return choices("c.organisation_id = :id order by c.chosen_at desc, c.kind", organisationId, null);
    }

    /** What holds on a day at libraries that employ somebody or where she worked. */
    public List<Choice> choicesAbout(UUID personId, LocalDate day) {
        return choices("""
            c.valid_from <= :day and (c.valid_to is null or c.valid_to > :day) and c.organisation_id in (select organisation_id from employment where person_id = :id
              union select borrower_id from placement where employee_id = :id union select lender_id from placement where employee_id = :id)
            order by o.name, c.kind""", personId, day);
    }

    private List<Choice> choices(String which, UUID id, LocalDate day) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("""
                select c.*, o.name, p.given_name || ' ' || p.family_name as chooser from retention_choice c join organisation o on o.id = c.organisation_id
                  join person p on p.id = c.chosen_by where\s""" + which).bind("id", id);
            return (day == null ? query : query.bind("day", day))
                .map((row, context) -> new Choice(row.getObject("organisation_id", UUID.class), row.getString("name"), row.getString("kind"), row.getInt("months"),
                    row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class), row.getString("chooser"), instant(row.getTimestamp("chosen_at"))))
                .list();
        });
    }

    /** Name of an organisation; null for none. */
    public String organisation(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from organisation where id = :id").bind("id", id).mapTo(String.class).findOne().orElse(null));
    }

    /** Nobody else changes what this library chose until the transaction ends. */
    public void lock(UUID organisationId) {
        jdbi.useHandle(handle -> handle.createQuery("select id from organisation where id = :id for no key update").bind("id", organisationId).mapTo(UUID.class).one());
    }

    /** From that day on: so many months, or what the rule says. Under {@link #lock}. */
    public void choose(UUID id, UUID organisationId, String kind, Integer months, LocalDate from, UUID by, Instant at) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    update retention_choice set valid_to = greatest(valid_from, cast(:from as date))
                     where organisation_id = :organisation and kind = :kind and (valid_to is null or valid_to > :from)""")
                .bind("from", from).bind("organisation", organisationId).bind("kind", kind).execute();
            if (months != null) {
                handle.createUpdate("""
                        insert into retention_choice (id, organisation_id, kind, months, valid_from, chosen_by, chosen_at)
                        values (:id, :organisation, :kind, :months, :from, :by, :at)""")
                    .bind("id", id).bind("organisation", organisationId).bind("kind", kind).bind("months", months).bind("from", from).bind("by", by)
                    .bind("at", at.atOffset(ZoneOffset.UTC)).execute();
            }
        });
    }

    /** @return true for the one node that runs this kind on this day */
    boolean claim(String kind, LocalDate day, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("insert into retention_run (kind, day, started_at) values (:kind, :day, :now) on conflict do nothing")
            .bind("kind", kind).bind("day", day).bind("now", now.atOffset(ZoneOffset.UTC)).execute() == 1);
    }

    /** Removes a portion. @return how many records; less than most when there are no more */
    int apply(String kind, int most, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select retention_apply(:kind, :most, :now)").bind("kind", kind).bind("most", most)
            .bind("now", now.atOffset(ZoneOffset.UTC)).mapTo(Integer.class).one());
    }

    void counted(String kind, LocalDate day, int more) {
        jdbi.useHandle(handle -> handle.createUpdate("update retention_run set records = records + :more where kind = :kind and day = :day")
            .bind("more", more).bind("kind", kind).bind("day", day).execute());
    }

    void ended(String kind, LocalDate day, Instant now, String problem) {
        jdbi.useHandle(handle -> handle.createUpdate("update retention_run set ended_at = :now, problem = :problem where kind = :kind and day = :day")
            .bind("now", now.atOffset(ZoneOffset.UTC)).bind("problem", problem).bind("kind", kind).bind("day", day).execute());
    }

    /** The last runs, newest first. */
    public List<Run> runs(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from retention_run order by day desc, kind limit :most").bind("most", most)
            .map((row, context) -> new Run(row.getString("kind"), row.getDate("day").toLocalDate(), instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("ended_at")), row.getInt("records"), row.getString("problem")))
            .list());
    }

    private static Instant instant(Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
