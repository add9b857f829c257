package nl.vliegwiel.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Talk of years, in Dutch words of our own texts and compounds of them, as often as words are used: the n-th word 1/n as often as
 * the first. Always the same for the same size.
 */
final class ForumData {
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final int VOCABULARY = 50_000;
    private static final int MOST_TAGS = 60;
    private static final int LONG_TOPIC = 1_200;
    private static final int CHUNK = 20_000;
    private static final long YEARS_MILLIS = 3L * 365 * 24 * 3600 * 1000;

    private final Connection owner;
    private final Random random = new Random(20261123);
    private final List<String> words;
    private final List<UUID> people = new ArrayList<>();
    private final List<UUID> spaces = new ArrayList<>();
    private final StringBuilder topics = new StringBuilder();
    private final StringBuilder posts = new StringBuilder();
    private final StringBuilder readers = new StringBuilder();
    private UUID longest;
    private int written;

    ForumData(Connection owner) throws SQLException, IOException {
        this.owner = owner;
        this.words = words();
        ids("select id from person order by id", people);
        ids("select id from space order by audience_ref is not null, id", spaces);
    }

    /** Words in the order of how often they are used, the most used first. */
    private List<String> words() throws IOException {
        Map<String, Integer> used = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("project.directory", ""), "src/main/resources/nl/vliegwiel"))) {
            for (Path file : files.filter(one -> one.endsWith("messages.properties")).sorted().toList()) {
                Properties texts = new Properties();
                try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    texts.load(in);
                }
                for (Object text : texts.values()) {
                    Matcher word = WORD.matcher(text.toString().toLowerCase(Locale.ROOT));
                    while (word.find()) {
                        used.merge(word.group(), 1, Integer::sum);
                    }
                }
            }
        }
        List<String> stock = new ArrayList<>(used.keySet().stream().sorted((one, other) -> used.get(one).equals(used.get(other)) ? one.compareTo(other) : used.get(other) - used.get(one)).toList());
        List<String> parts = stock.stream().filter(word -> word.length() > 4 && word.length() < 11).toList();
        Set<String> known = new HashSet<>(stock);
        while (stock.size() < VOCABULARY) {
            String compound = parts.get(random.nextInt(parts.size())) + parts.get(random.nextInt(parts.size()));
            if (known.add(compound)) {
                stock.add(compound);
            }
        }
        return stock;
    }

    private void ids(String query, List<UUID> into) throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                into.add(rows.getObject(1, UUID.class));
            }
        }
    }

    /** The word of a place in that order, or the next one that is long enough to mean something. */
    String word(int place, int shortest) {
        return words.stream().skip(place).filter(word -> word.length() >= shortest).findFirst().orElseThrow();
    }

    UUID longest() {
        return longest;
    }

    /** Brings the talk to a number of posts, ten to a topic; indexes of words are made anew, since so many at once are put into them. */
    void grow(int size) throws SQLException, IOException {
        boolean much = size > 100_000;
        List<String> made = new ArrayList<>();
        if (much) {
            try (Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery("select indexname, indexdef from pg_indexes where indexname in ('post_words', 'topic_words_words', 'topic_words_title', 'topic_words_title_words')")) {
                while (rows.next()) {
                    made.add("drop index " + rows.getString(1));
                    made.add(rows.getString(2));
                }
            }
            for (int i = 0; i < made.size(); i += 2) {
                run(made.get(i));
            }
        }
        int from = written;
        int ofTopics = Math.max(1, (size - from) / 10);
        long begin = System.currentTimeMillis() - YEARS_MILLIS;
        for (int i = 0; written < size; i++) {
            long at = begin + Math.min(YEARS_MILLIS - 1, (long) ((double) i / ofTopics * YEARS_MILLIS));
            topic(at, longest == null ? LONG_TOPIC : 1 + Math.min(size - written - 1, (int) (-Math.log(1 - random.nextDouble()) * 9)));
            if (posts.length() > CHUNK * 300) {
                flush();
            }
        }
        flush();
        run("set maintenance_work_mem = '256MB'");
        run("insert into topic_words (topic_id, space_id, title, words) select id, space_id, title, topic_words_of(id) from topic t where not exists (select from topic_words w where w.topic_id = t.id)");
        for (int i = 1; i < made.size(); i += 2) {
            run(made.get(i));
        }
        run("vacuum analyze topic, post, topic_words, topic_reader");
    }

    private void topic(long at, int ofPosts) {
        UUID id = id(at);
        if (longest == null) {
            longest = id;
        }
        UUID space = random.nextInt(10) < 6 || spaces.size() == 1 ? spaces.get(0) : spaces.get(1 + random.nextInt(spaces.size() - 1));
        String title = sentence(4 + random.nextInt(6)).replaceAll("\\.$", "?");
        UUID author = person();
        long last = at;
        UUID accepted = null;
        int first = random.nextInt(3);
        for (int position = 1; position <= ofPosts; position++) {
            UUID post = id(last);
            String body = text(15 + random.nextInt(45));
            posts.append(post).append('\t').append(id).append('\t').append(position).append('\t').append(position == 1 ? author : person()).append('\t').append(body).append("\t<p>").append(body)
                .append("</p>\t").append(Instant.ofEpochMilli(last)).append('\n');
            if (position == 2 + first && random.nextInt(10) < 6) {
                accepted = post;
            }
            last += 60_000L * (1 + random.nextInt(600));
            written++;
        }
        topics.append(id).append('\t').append(space).append("\tQUESTION\t").append(title).append("\t{").append(words.get(200 + rank(MOST_TAGS))).append("}\t").append(author).append('\t')
            .append(Instant.ofEpochMilli(at)).append('\t').append(Instant.ofEpochMilli(last)).append('\t').append(ofPosts).append('\t').append(ofPosts).append('\t')
            .append(accepted == null ? "\\N" : accepted).append('\n');
        readers.append(id).append('\t').append(author).append('\t').append(ofPosts).append("\tWATCHING\n");
    }

    private UUID person() {
        return people.get(random.nextInt(people.size()));
    }

    private int rank(int of) {
        return (int) Math.exp(random.nextDouble() * Math.log(of)) - 1;
    }

    private String sentence(int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append(i == 0 ? "" : " ").append(words.get(rank(words.size())));
        }
        return Character.toUpperCase(out.charAt(0)) + out.substring(1) + ".";
    }

    private String text(int length) {
        StringBuilder out = new StringBuilder();
        for (int left = length; left > 0; left -= 10) {
            out.append(out.isEmpty() ? "" : " ").append(sentence(Math.min(10, left)));
        }
        return out.toString();
    }

    private UUID id(long at) {
        return new UUID((at << 16) | 0x7000L | (random.nextLong() & 0x0FFFL), (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    private void flush() throws SQLException, IOException {
        // Topics and their accepted answers name each other: what they name is looked up at the end
        owner.setAutoCommit(false);
        copy("topic (id, space_id, kind, title, tags, author_id, created_at, last_post_at, last_position, post_count, accepted_post_id)", topics);
        copy("post (id, topic_id, position, author_id, body, html, created_at)", posts);
        copy("topic_reader (topic_id, person_id, last_read, state)", readers);
        owner.commit();
        owner.setAutoCommit(true);
    }

    private void copy(String table, StringBuilder rows) throws SQLException, IOException {
        owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
        rows.setLength(0);
    }

    private void run(String statement) throws SQLException {
        try (Statement one = owner.createStatement()) {
            one.execute(statement);
        }
    }
}
