package nl.vliegwiel.forum.boundary;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.forum.domain.TopicFilter;
import nl.vliegwiel.forum.domain.TopicKind;
import nl.vliegwiel.forum.domain.TopicSort;
import nl.vliegwiel.forum.persistence.ExpertQueries;
import nl.vliegwiel.forum.persistence.PostQueries;
import nl.vliegwiel.forum.persistence.TopicQueries;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.audit.Audit;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.Forbidden;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.time.Zones;

/** An existing forum comes in as CSV with Markdown, and a space goes out as Markdown; both by its moderators. */
@UseCase
public class TransferService {
    /** Headings of a file, all of them needed. */
    public static final List<String> COLUMNS = List.of("topic", "kind", "title", "tags", "author", "createdAt", "body");
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_FAULTS = 200;
    private static final int PORTION = 100;

    @Inject
    private TopicQueries topics;

    @Inject
    private PostQueries posts;

    @Inject
    private ExpertQueries people;

    @Inject
    private PostKeeper keeper;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** What is wrong on a line; the headings are line 1. */
    public record Fault(long line, Violation violation) {
    }

    /** @param applied false when nothing changed, because of faults or because only a look was asked for */
    public record Report(boolean applied, int topics, int posts, List<Fault> faults) {
    }

    /** A line as it will be kept. */
    private record Entry(TopicKind kind, String title, List<String> tags, UUID author, Instant at, String body) {
    }

    /**
     * Takes in topics with their posts, all or none. Lines with one value of {@code topic} belong together, the first of them
     * begins it. Nobody is told, and nothing is routed: it was answered elsewhere.
     *
     * @param aboutNobody words of illness in it are about nobody in particular (R8)
     * @param look only say what would happen
     * @throws NotFound {@code space.notFound}; Forbidden {@code space.notModerator}
     * @throws RuleViolation {@code import.unreadable} or {@code import.columns}
     */
    public Report take(UUID spaceId, byte[] file, boolean aboutNobody, boolean look) {
        Actor who = actor.get();
        Space space = policy.requireSpace(who, spaceId);
        policy.requireModerate(space);
        List<Fault> faults = new ArrayList<>();
        Map<String, List<Entry>> threads = new LinkedHashMap<>();
        Map<String, Optional<UUID>> authors = new HashMap<>();
        int rows = 0;
        for (NamedCsvRecord row : read(file)) {
            rows++;
            List<Entry> thread = threads.computeIfAbsent(row.getField("topic"), key -> new ArrayList<>());
            entry(row, thread, authors, new ForumText(aboutNobody), faults).ifPresent(thread::add);
        }
        if (!faults.isEmpty() || look) {
            return new Report(false, threads.size(), rows, faults.stream().limit(MOST_FAULTS).toList());
        }
        threads.values().forEach(thread -> keep(spaceId, thread));
        audit.record(who, "imported", "space", spaceId, null, Map.of("topics", threads.size(), "posts", rows));
        return new Report(true, threads.size(), rows, List.of());
    }

    private static List<NamedCsvRecord> read(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
        String head = text.lines().findFirst().orElse("");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().fieldSeparator(head.contains(";") ? ';' : ',').ofNamedCsvRecord(text)) {
            List<NamedCsvRecord> rows = reader.stream().limit(MOST_ROWS + 1L).toList();
            if (rows.isEmpty() || !Set.copyOf(rows.get(0).getHeader()).equals(Set.copyOf(COLUMNS))) {
                throw new RuleViolation(List.of(Violation.of("file", "import.columns", String.join(", ", COLUMNS))));
            }
            if (rows.size() > MOST_ROWS || rows.stream().anyMatch(row -> row.getFieldCount() != COLUMNS.size())) {
                throw new RuleViolation(List.of(Violation.of("file", "import.unreadable", MOST_ROWS)));
            }
            return rows;
        } catch (CsvParseException | IllegalArgumentException | IllegalStateException e) {
            throw new RuleViolation(List.of(Violation.of("file", "import.unreadable", MOST_ROWS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Entry> entry(NamedCsvRecord row, List<Entry> thread, Map<String, Optional<UUID>> authors, ForumText text, List<Fault> faults) {
        long line = row.getStartingLineNumber();
        List<Violation> wrong = new ArrayList<>();
        boolean first = thread.isEmpty();
        TopicKind kind = first ? kind(row.getField("kind")).orElse(null) : thread.get(0).kind();
        if (kind == null) {
            wrong.add(Violation.of("kind", "forum.kind.missing"));
        }
        Instant at = moment(row.getField("createdAt")).orElse(null);
        if (at == null || at.isAfter(clock.instant())) {
            wrong.add(Violation.of("createdAt", "import.moment"));
        }
        UUID author = authors.computeIfAbsent(row.getField("author").strip(), email -> people.person(email, LocalDate.now(clock.withZone(Zones.AMSTERDAM)))).orElse(null);
        if (author == null) {
            wrong.add(Violation.of("author", "expert.unknown"));
        }
        String title = first ? text.title(row.getField("title")) : "";
        List<String> tags = first ? text.tags(Arrays.asList(row.getField("tags").split("[,;]"))) : List.of();
        String body = text.body(row.getField("body"));
        try {
            text.throwIfWrong();
        } catch (RuleViolation refused) {
            wrong.addAll(refused.violations());
        }
        wrong.forEach(one -> faults.add(new Fault(line, one)));
        return wrong.isEmpty() ? Optional.of(new Entry(kind, title, tags, author, at, body)) : Optional.empty();
    }

    private static Optional<TopicKind> kind(String text) {
        return Arrays.stream(TopicKind.values()).filter(one -> one.name().equalsIgnoreCase(text.strip())).findFirst();
    }

    private static Optional<Instant> moment(String text) {
        try {
            Instant at = OffsetDateTime.parse(text.strip()).toInstant();
            return at.isAfter(Instant.EPOCH) ? Optional.of(at) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void keep(UUID spaceId, List<Entry> thread) {
        Entry first = thread.get(0);
        UUID id = Ids.next();
        topics.add(id, spaceId, first.kind(), first.title(), first.tags(), first.author(), false, first.at());
        int position = 1;
        for (Entry one : thread) {
            keeper.add(Ids.next(), id, position == 1 ? 1 : topics.nextPosition(id, one.at()), one.author(), one.body(), one.at());
            position++;
        }
        topics.index(id);
    }

    /**
     * Writes a space as Markdown: each topic with its posts, names as its readers know them, what is hidden left out.
     *
     * @throws NotFound {@code space.notFound}; Forbidden {@code space.notModerator}
     */
    public void write(UUID spaceId, Writer out) throws IOException {
        Actor who = actor.get();
        Space space = policy.requireSpace(who, spaceId);
        policy.requireModerate(space);
        audit.record(who, "exported", "space", spaceId, null, Map.of());
        out.write("# " + space.name() + "\n");
        TopicFilter.Cursor after = null;
        do {
            List<TopicQueries.Row> rows = topics.list(spaceId, new TopicFilter(TopicSort.LATEST, null, null, null, after), who.personId(), PORTION);
            for (TopicQueries.Row row : rows) {
                write(row, who, out);
            }
            TopicQueries.Row last = rows.size() < PORTION ? null : rows.get(rows.size() - 1);
            after = last == null ? null : new TopicFilter.Cursor(last.likes(), last.lastPostAt(), last.id());
        } while (after != null);
    }

    private void write(TopicQueries.Row topic, Actor who, Writer out) throws IOException {
        out.write("\n## " + topic.title() + "\n\n" + topic.kind() + " \u00b7 " + topic.id() + (topic.tags().isEmpty() ? "" : " \u00b7 " + String.join(", ", topic.tags())) + "\n");
        int position = 0;
        List<PostQueries.Row> some = posts.page(topic.id(), position, who.personId(), PORTION);
        while (!some.isEmpty()) {
            for (PostQueries.Row post : some) {
                position = post.position();
                if (post.hiddenAt() == null) {
                    // An export travels: who asked namelessly stays so, also where a moderator could read it
                    String author = topic.anonymous() && topic.authorId().equals(post.authorId()) ? "\u2013" : post.author();
                    out.write("\n### " + author + ", " + post.createdAt() + (post.id().equals(topic.acceptedPostId()) ? " \u2713" : "") + "\n\n" + post.body() + "\n");
                }
            }
            some = posts.page(topic.id(), position, who.personId(), PORTION);
        }
    }
}
