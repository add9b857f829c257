package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.vliegwiel.demo.Register.Library;
import nl.vliegwiel.forum.boundary.Markdown;

/** What HR people of the libraries ask each other: solved, open and nameless, in HR-netwerk and in the HR-kring of a region. */
final class Talk {
    private static final int NATIONAL_ROUNDS = 12;

    /** @param accepted number of the answer that helped, from 1; 0 for none */
    private record Thread(boolean circle, boolean question, boolean nameless, int daysAgo, String title, String tags, String body, int accepted, List<String> replies) {
    }

    private static final List<Thread> THREADS = List.of(
        new Thread(false, true, false, 140, "Hoe roosteren jullie de zondag zonder vaste ploeg?", "{rooster,zondag}",
            "Wij gaan vanaf januari elke zondag open, met **vier uur** per keer. Onze mensen willen wel, maar niet altijd dezelfde.\n\n- Hoe verdelen jullie de zondagen?\n- Werken jullie met een vaste toeslag of met tijd voor tijd?", 2,
            List.of("Wij laten iedereen in oktober zelf acht zondagen kiezen. Wie eerst kiest, wisselt elk jaar.",
                "Bij ons werkt dit:\n\n1. Iedereen kiest zes zondagen per halfjaar.\n2. Wat overblijft, verdelen we in het teamoverleg.\n3. Ruilen mag, als het uiterlijk woensdag in het rooster staat.\n\nDat geeft nauwelijks gedoe, ook niet in de vakantie.", "Dank, hiermee kunnen we beginnen!")),
        new Thread(false, true, false, 96, "Welk inwerkplan gebruiken jullie voor oproepkrachten?", "{inwerken,oproep}",
            "Oproepkrachten draaien bij ons vaak meteen mee. Heeft iemand een plan dat in **één dagdeel** past?", 1,
            List.of("Ja. Wij hebben drie blokken van een uur:\n\n| Blok | Wat |\n|---|---|\n| 1 | Rondleiding en veiligheid |\n| 2 | Balie en systeem |\n| 3 | Meelopen met een collega |\n\nDaarna krijgt iedereen twee weken een vaste vraagbaak.")),
        new Thread(false, true, true, 61, "Collega’s weigeren mee te doen aan de flexpool: wat helpt?", "{flexpool,draagvlak}",
            "Een deel van ons team is bang dat uitlenen straks moet. Ik wil dat graag goed uitleggen, zonder dat er een naam aan hangt. Wat heeft bij jullie geholpen?", 0,
            List.of("Laat iemand vertellen die al een keer ging. Bij ons deed dat meer dan elke presentatie.", "Zet voorop dat iedereen zelf ja of nee zegt. Dat stelde hier gerust.", "Fijn, dat eerste ga ik proberen.")),
        new Thread(false, true, false, 40, "Reistijd bij uitlenen: telt die als werktijd?", "{cao,flexpool}",
            "Een medewerker werkt een dag bij een bibliotheek op **50 minuten**. Haar gewone reis is een kwartier. Wat spreken jullie af?", 1,
            List.of("Wij vergoeden de extra reistijd boven haar gewone reis als werktijd, en leggen dat per uitleen vast. Kijk wel in de cao en vraag het je eigen adviseur: dit is onze afspraak, geen regel.")),
        new Thread(false, true, false, 19, "Wie heeft een voorbeeld van een functieprofiel digitaal coach?", "{functies,digitaal}",
            "We willen onze medewerkers digitale geletterdheid beter inschalen. Ik zoek een profiel met taken en niveaus.", 0,
            List.of("Wij zijn er ook mee bezig. Zullen we samen optrekken?")),
        new Thread(false, false, false, 12, "Deel je beste vacaturetekst", "{werving}",
            "Wat trekt bij jullie nieuwe mensen? Ik begin: bij ons deed één zin veel, namelijk *je hoeft nog niets van boeken te weten*.", 0,
            List.of("Een foto van het team in plaats van de kast met boeken.", "Het rooster erbij zetten. Veel mensen willen eerst weten of het past.")),
        new Thread(false, true, false, 5, "Hoe regelen jullie vrijwilligersvergoeding en verzekering?", "{vrijwilligers}",
            "We krijgen er een vestiging bij die vooral op vrijwilligers draait. Wat moet er geregeld zijn voordat zij beginnen?", 0, List.of()),
        new Thread(false, true, false, 1, "Ervaring met jaargesprekken zonder formulier?", "{gesprekken}",
            "Onze formulieren worden braaf ingevuld en daarna nooit gelezen. Wie is ermee gestopt, en wat kwam ervoor in de plaats?", 0, List.of()),
        new Thread(true, true, false, 74, "Zullen we de BHV-herhaling samen inkopen?", "{bhv,opleiden}",
            "Wij betalen per persoon veel. Met drie bibliotheken uit de regio hebben we een eigen groep.", 1,
            List.of("Graag! Wij hebben zes mensen die in het voorjaar moeten. Dinsdag komt bij ons het best uit.", "Doe ons ook maar mee, met vier.")),
        new Thread(true, true, false, 30, "Wie kan in de kerstvakantie een dag invallen?", "{rooster}",
            "Wij zitten op 29 december krap. Een gewone aanvraag in de flexpool volgt nog; ik wil vast weten of het zin heeft.", 0, List.of("Bij ons is het dan stil. Zet hem erin, dan kijk ik mee.")),
        new Thread(true, true, true, 9, "Hoe bespreek je dat een collega wil stoppen met leidinggeven?", "{gesprekken}",
            "Ik wil dit zorgvuldig doen en vraag het daarom naamloos. Hebben jullie een goede eerste zin?", 0, List.of("Ik vroeg: waar word je op maandag blij van? Toen kwam het vanzelf.")),
        new Thread(true, false, false, 3, "Volgende HR-kring: waar hebben we het over?", "{overleg}",
            "Zet hier je onderwerp. Ik stel *inwerken over de grenzen van de eigen bibliotheek* voor.", 0, List.of()));

    private final Chance chance;
    private final Register register;
    private final Staff staff;
    private final DemoSize size;
    private final Instant now;
    private final Table topics = new Table("topic",
        "id, space_id, kind, title, tags, author_id, anonymous, created_at, last_post_at, last_position, post_count, likes, accepted_post_id");
    private final Table posts = new Table("post", "id, topic_id, position, author_id, body, html, created_at, likes");
    private final Table likes = new Table("post_like", "post_id, person_id, at");
    private final Table answers = new Table("answer", "post_id, author_id, summary, summary_by, verified_at, verified_by");
    private final Table sources = new Table("answer_source", "post_id, source_id");
    private final Table experts = new Table("tag_expert", "id, tag, person_id, since, by_id");
    private final Table routes = new Table("topic_route", "topic_id, next_step, next_at");
    private final Table steps = new Table("topic_route_step", "topic_id, step, at, told");
    private final Table kinds = new Table("topic_credit", "topic_id, person_id");
    private final Table uses = new Table("letter_use", "topic_id, organisation_id, edition, used_at, by_id");
    private final Table readers = new Table("topic_reader", "topic_id, person_id, last_read, state");

    Talk(Chance chance, Register register, Staff staff, DemoSize size, Instant now) {
        this.chance = chance;
        this.register = register;
        this.staff = staff;
        this.size = size;
        this.now = now;
    }

    /** Where this talk goes on, by the region of a library; null is HR-netwerk. */
    private static UUID space(Connection connection, UUID poi) throws SQLException {
        try (var query = connection.prepareStatement("select id from space where audience_ref is not distinct from ?")) {
            query.setObject(1, poi, java.sql.Types.OTHER);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    void write(Connection connection) throws SQLException {
        UUID network = space(connection, null);
        Library home = register.library(Register.DUINRAND);
        int rounds = size == DemoSize.SMALL ? 1 : NATIONAL_ROUNDS;
        for (int round = 0; round < rounds; round++) {
            Library library = round == 0 ? home : chance.oneOf(register.libraries());
            UUID circle = space(connection, library.poi());
            for (Thread thread : THREADS) {
                thread(thread, thread.circle() ? circle : network, library, round);
            }
        }
        List<UUID> people = register.libraries().stream().map(staff::hrOf).distinct().limit(4).toList();
        List<String> themes = List.of("cao", "rooster", "flexpool", "werving");
        for (int i = 0; i < themes.size(); i++) {
            know(themes.get(i), people.get(i % people.size()));
        }
        letter(network, home, people);
        article(network, people);
        topics.write(connection);
        posts.write(connection);
        likes.write(connection);
        readers.write(connection);
        kinds.write(connection);
        uses.write(connection);
        answers.write(connection);
        sources.write(connection);
        experts.write(connection);
        routes.write(connection);
        steps.write(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("update topic t set used_by = (select count(*) from letter_use u where u.topic_id = t.id) where kind = 'LETTER'");
            statement.execute("select answer_age(array(select post_id from answer))");
            statement.execute("insert into topic_words (topic_id, space_id, title, words) select id, space_id, title, topic_words_of(id) from topic");
        }
    }

    private void thread(Thread thread, UUID space, Library home, int round) {
        List<Library> region = thread.circle() ? register.libraries().stream().filter(one -> one.poi().equals(home.poi())).toList() : register.libraries();
        List<UUID> people = new ArrayList<>(region.stream().map(staff::hrOf).distinct().toList());
        UUID asker = thread.daysAgo() % 3 == 0 || people.size() == 1 ? staff.hrOf(home) : chance.oneOf(people);
        people.remove(asker);
        Instant asked = now.minus(Duration.ofDays(thread.daysAgo() + 27L * round)).minus(Duration.ofMinutes(chance.between(60, 500)));
        UUID topic = chance.id(asked);
        Instant last = asked;
        UUID accepted = null;
        post(chance.id(asked), topic, 1, asker, thread.body(), asked, 0);
        int liked = 0;
        for (int i = 1; i <= thread.replies().size(); i++) {
            last = last.plus(Duration.ofMinutes(chance.between(25, 600)));
            last = last.isAfter(now) ? now : last;
            UUID id = chance.id(last);
            boolean thanks = i == 3;
            UUID author = thanks || people.isEmpty() ? asker : chance.oneOf(people);
            boolean helped = i == thread.accepted();
            post(id, topic, i + 1, author, thread.replies().get(i - 1), last, helped && !author.equals(asker) ? 1 : 0);
            if (helped) {
                accepted = id;
                rest(thread, id, author, last);
                if (!author.equals(asker)) {
                    likes.add(id, asker, last);
                    liked++;
                }
            }
        }
        int count = 1 + thread.replies().size();
        topics.add(topic, space, thread.question() ? "QUESTION" : "DISCUSSION", thread.title(), thread.tags(), asker, thread.nameless() ? "t" : "f", asked, last, count, count, liked, accepted);
        readers.add(topic, asker, count, "WATCHING");
        if (thread.question() && thread.replies().isEmpty()) {
            route(thread, topic, asked);
        }
    }

    /** What an answer rests on: the agreement that has ended, or a law that lasts. */
    private void rest(Thread thread, UUID post, UUID author, Instant at) {
        if (thread.tags().contains("cao")) {
            answers.add(post, author, "Spreek per uitleen af dat extra reistijd meetelt, en zet het in de uitleenafspraak.", author, null, null);
            sources.add(post, "01993000-0000-7000-8000-000000000101");
        } else if (thread.tags().contains("zondag")) {
            answers.add(post, author, null, null, at.plus(Duration.ofDays(30)), author);
            sources.add(post, "01993000-0000-7000-8000-000000000102");
        }
    }

    /** One question waits for who knows its theme, another stands at the moderator. */
    private void route(Thread thread, UUID topic, Instant asked) {
        if (thread.daysAgo() < 2) {
            routes.add(topic, "CIRCLE", asked.plus(Duration.ofHours(24)).isAfter(now) ? asked.plus(Duration.ofHours(24)) : now.plus(Duration.ofHours(3)));
            return;
        }
        steps.add(topic, "CIRCLE", asked.plus(Duration.ofHours(24)), 4);
        steps.add(topic, "EXPERTS", asked.plus(Duration.ofHours(48)), 1);
        steps.add(topic, "MODERATOR", asked.plus(Duration.ofHours(96)), 0);
        routes.add(topic, null, null);
    }

    /** A letter that some libraries use. */
    private void letter(UUID network, Library home, List<UUID> people) {
        Instant at = now.minus(Duration.ofDays(88));
        UUID id = chance.id(at);
        UUID author = staff.hrOf(home);
        post(chance.id(at), id, 1, author, "Beste *naam*,\n\nJe gaat op **datum** een dienst draaien bij *bibliotheek*. Je salaris en je pensioen blijven gewoon bij ons. Je uren geef je daar door.\n\n- [ ] Neem je pas mee\n- [ ] Lees de veiligheidsinstructie\n\nVeel plezier!", at, 0);
        topics.add(id, network, "LETTER", "Brief aan een collega die voor het eerst wordt uitgeleend", "{brieven,flexpool}", author, "f", at, at, 1, 1, 0, null);
        readers.add(id, author, 1, "WATCHING");
        register.libraries().stream().limit(3).forEach(library -> uses.add(id, library.id(), 1, at.plus(Duration.ofDays(9)), staff.hrOf(library)));
    }

    /** An article with thanks to two people. */
    private void article(UUID network, List<UUID> people) {
        Instant at = now.minus(Duration.ofDays(33));
        UUID id = chance.id(at);
        post(chance.id(at), id, 1, people.get(0), "Veel bibliotheken gaan ook op zondag open. Dit werkt bij collega\u2019s:\n\n1. Laat iedereen zelf zondagen kiezen, per halfjaar.\n2. Verdeel de rest in het teamoverleg.\n3. Spreek af tot welke dag ruilen mag.\n\n## Let op\n\nEen vrije zondag hoort bij de arbeidstijd: kijk in de wet hoeveel dat er zijn.", at, 0);
        topics.add(id, network, "ARTICLE", "Zo roosteren bibliotheken de zondag", "{rooster,zondag}", people.get(0), "f", at, at, 1, 1, 0, null);
        readers.add(id, people.get(0), 1, "WATCHING");
        people.stream().limit(2).forEach(person -> kinds.add(id, person));
    }

    /** Who offered to answer what. */
    private void know(String tag, UUID person) {
        experts.add(chance.id(now), tag, person, now.minus(Duration.ofDays(50)), person);
    }

    private void post(UUID id, UUID topic, int position, UUID author, String body, Instant at, int likedBy) {
        posts.add(id, topic, position, author, body, Markdown.html(body), at, likedBy);
    }
}
