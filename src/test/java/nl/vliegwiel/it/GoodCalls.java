package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * For every operation of the API a call that succeeds for who may make it, with things made for it: what is refused then
 * is refused for its one fault, and not for another.
 */
final class GoodCalls {
    /** Unlike those of another run on the same database. */
    /** What accounts begin with that were made for a call only. */
    static final String MADE = "toets";
    private static final String START = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger WORKED = new AtomicInteger();
    private static final AtomicInteger FRAMES = new AtomicInteger();
    /** Below those of the demo data. */
    private static final int FIRST_CODE = (int) (System.currentTimeMillis() / 1000 % 8000);
    private static final int WEEKS = 45;
    private static final Map<String, Object> EVALUATION = Map.of("asAgreed", "YES", "prepared", "PARTLY", "wentWell", "De overdracht was helder.");

    private GoodCalls() {
    }

    /** Whose thing it is. Both libraries have the same things; they differ in who asks. */
    enum Side {
        DUINRAND("hr.duinrand", "anna.duinrand"), HOOGVEEN("hr.hoogveen", "carla.hoogveen");

        final String hr;
        final String employee;

        Side(String hr, String employee) {
            this.hr = hr;
            this.employee = employee;
        }

        String organisation() {
            return Loans.organisation(hr);
        }
    }

    /** @param body an object for JSON, bytes for a file, null for none; @param operation as the description of the API writes it */
    record Call(String operation, String path, Object body, String contentType, Map<String, String> headers) {
        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        Api.Answer by(Api caller) {
            return caller.call(method(), path, contentType, body, flat(headers));
        }

        Call with(String header, String value) {
            Map<String, String> changed = new TreeMap<>(headers);
            if (value == null) {
                changed.remove(header);
            } else {
                changed.put(header, value);
            }
            return new Call(operation, path, body, contentType, changed);
        }

        Call withBody(Object other) {
            return new Call(operation, path, other, contentType, headers);
        }

        Call withPath(String other) {
            return new Call(operation, other, body, contentType, headers);
        }

        private static String[] flat(Map<String, String> headers) {
            return headers.entrySet().stream().flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue())).toArray(String[]::new);
        }
    }

    /** A thing with the version that was seen. */
    private record Thing(String id, String etag, JsonNode json) {
    }

    /**
     * @param operation method and path as in the description of the API
     * @param thing which of several, as the table names it
     * @param side whose thing
     * @param caller account, for what everybody has for herself
     * @throws IllegalArgumentException when no good call is known for it
     */
    static Call of(String operation, String thing, Side side, String caller) {
        String organisation = side.organisation();
        String ours = "/organisations/" + organisation;
        return switch (operation + " " + thing) {
            case "GET /retention/me own", "GET /retention/rules all", "GET /retention/runs all" -> get(operation, operation.substring(4));
            case "GET /me own", "GET /me/export own", "GET /me/skills own", "GET /me/pool own", "GET /me/availability own", "GET /me/hours own", "GET /me/favourites own", "GET /me/notifications own", "GET /me/feed own", "GET /me/forum-feed own", "GET /me/busy own", "GET /inbox own", "GET /inbox/notices own", "GET /released-numbers all",
                "GET /organisations all", "GET /places all", "GET /requests all", "GET /pool-health all", "GET /placements all", "GET /skills all" ->
                get(operation, operation.substring(4));
            // Of last week all work is over, whatever day it is today
            case "POST /me/hours:complete own" -> posting(operation, "/me/hours:complete?week=" + java.time.LocalDate.now(Loans.ZONE).minusWeeks(1), null);
            case "POST /inbox/notices:read own" -> posting(operation, "/inbox/notices:read", null);
            case "POST /me/forum-feed own" -> posting(operation, "/me/forum-feed", null);
            case "DELETE /me/forum-feed own" -> new Call(operation, "/me/forum-feed", null, null, Map.of());
            case "POST /me/feed own" -> posting(operation, "/me/feed", null);
            case "DELETE /me/busy own" -> new Call(operation, "/me/busy", null, null, Map.of());
            case "DELETE /me/feed own" -> new Call(operation, "/me/feed", null, null, Map.of());
            case "PUT /me own" -> mine(operation, "/me", caller, "givenName", "familyName", "language");
            case "PUT /me/notifications own" -> changing(operation, "/me/notifications", Map.of("reminderMinutes", 1440, "quietFrom", "20:00", "quietTo", "07:30",
                "topics", List.of(Map.of("topic", "HOURS", "channel", "AT_ONCE"))), Api.as(caller).get("/me/notifications").etag());
            case "PUT /me/pool own" -> mine(operation, "/me/pool", caller, "participating", "maxTravelMinutes", "maxMinutesPerWeek", "place");
            // Who says something already says the same again: scripts and other tests count on the named employees
            case "PUT /me/availability own" -> Api.as(caller).get("/me/availability").json().at("/weekly/0").isObject() && !caller.equals("begeleider")
                ? mine(operation, "/me/availability", caller, "weekly", "overrides") : changing(operation, "/me/availability", Map.of("weekly", List.of(Map.of("day", "MONDAY", "from", "08:30", "to", "18:00")),
                "overrides", List.of(Map.of("start", "2027-05-03T09:00:00+02:00", "end", "2027-05-03T12:00:00+02:00", "available", true))),
                Api.as(caller).get("/me/availability").etag());
            case "POST /me/availability:import own" -> new Call(operation, "/me/availability:import",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nEND:VCALENDAR\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/calendar", Map.of());
            case "PUT /me/skills own" -> Api.as(caller).get("/me/skills").json().at("/0").isObject() && !caller.equals("begeleider")
                ? changing(operation, "/me/skills", Api.as(caller).get("/me/skills").json(), Api.as(caller).get("/me/skills").etag()) : changing(operation, "/me/skills", List.of(Map.of("skillId", someSkill(), "level", 2, "evidence", "Doet dit elke week")),
                Api.as(caller).get("/me/skills").etag());
            case "POST /me/skills:ask-confirmation own" -> {
                Api.Answer skills = Api.as(caller).get("/me/skills");
                if (skills.json().isEmpty()) {
                    skills = of("PUT /me/skills", "own", side, caller).by(Api.as(caller));
                }
                yield changing(operation, "/me/skills:ask-confirmation", Map.of("skillIds", List.of(skills.json().at("/0/skillId").asText())), skills.etag());
            }
            case "GET /audit draft" -> get(operation, "/audit?entity=" + draft(side).id());
            case "GET /audit lent" -> get(operation, "/audit?entity=" + lent(side).id());
            case "GET /organisations/{id} library", "GET /organisations/{id}/match-weights library", "GET /organisations/{organisationId}/employees library",
                "GET /organisations/{organisationId}/roles library" -> get(operation, operation.substring(4).replaceFirst("\\{.*?\\}", organisation));
            case "POST /organisations all" -> posting(operation, "/organisations", newOrganisation());
            case "PUT /organisations/{id} library" -> {
                Thing library = caller.equals("beheer") ? organisation() : read("beheer", ours);
                yield changing(operation, "/organisations/" + library.id(), Map.of("name", library.json().get("name").asText(), "kind", "LIBRARY", "alsoPoi", false,
                    "province", library.json().get("province").asText(), "poiProvinces", List.of(), "poiId", library.json().get("poiId").asText()), library.etag());
            }
            case "POST /organisations/{id}:isil library" -> {
                Thing library = caller.equals("beheer") ? organisation() : read("beheer", ours);
                Truth.change("update isil_code set valid_from = valid_from - 1 where organisation_id = ?::uuid and valid_from = current_date", library.id());
                yield changing(operation, "/organisations/" + library.id() + ":isil", Map.of("isil", isil()), library.etag());
            }
            case "POST /organisations/{id}:merge library" -> {
                Thing from = caller.equals("beheer") ? organisation() : read("beheer", ours);
                yield changing(operation, "/organisations/" + from.id() + ":merge", Map.of("into", organisation().id()), from.etag());
            }
            case "POST /organisations/{id}/branches library" -> posting(operation, "/organisations/" + (caller.equals("beheer") ? organisation().id() : organisation) + "/branches",
                Map.of("name", "Filiaal " + next(), "placeId", somePlace(), "address", "Dorpsstraat 1"));
            case "PUT /organisations/{id}/branches/{branchId} library", "POST /organisations/{id}/branches/{branchId}:close library" -> {
                Thing library = caller.equals("beheer") ? withBranch() : read("beheer", ours);
                String branch = "/organisations/" + library.id() + "/branches/" + library.json().at("/branches/0/id").asText();
                String tag = "\"" + library.json().at("/branches/0/version").asInt() + "\"";
                yield operation.startsWith("PUT") ? changing(operation, branch, Map.of("name", "Filiaal " + next(), "placeId", somePlace(), "address", "Dorpsstraat 2"), tag)
                    : changing(operation, branch + ":close", Map.of("from", "2099-01-01"), tag);
            }
            case "GET /frame-agreements own" -> get(operation, "/frame-agreements");
            case "POST /frame-agreements library" -> {
                noFrames(organisation);
                yield posting(operation, "/frame-agreements", Map.of("organisationId", organisation, "otherId", Loans.organisation(Loans.LENDER), "terms", frameTerms()));
            }
            case "GET /frame-agreements/{id} library" -> get(operation, "/frame-agreements/" + frame(organisation).id());
            case "GET /frame-agreements/{id}/paper library" -> get(operation, "/frame-agreements/" + frame(organisation).id() + "/paper");
            case "PUT /frame-agreements/{id}/terms library" -> {
                Thing frame = frame(organisation);
                yield changing(operation, "/frame-agreements/" + frame.id() + "/terms", Map.of("organisationId", organisation, "terms", frameTerms()), frame.etag());
            }
            case "POST /frame-agreements/{id}/consents library" -> {
                Thing frame = frame(organisation);
                yield changing(operation, "/frame-agreements/" + frame.id() + "/consents", frameYes(organisation), frame.etag());
            }
            case "POST /frame-agreements/{id}:terminate library" -> {
                Thing frame = frame(organisation);
                String path = "/frame-agreements/" + frame.id();
                Thing agreed = thing(Api.as(side.hr).post(path + "/consents", frameYes(organisation), "If-Match", frame.etag()), 200);
                yield changing(operation, path + ":terminate", Map.of("organisationId", organisation), agreed.etag());
            }
            case "GET /branches/{id}/induction library" -> get(operation, "/branches/" + newBranch(organisation) + "/induction");
            case "PUT /branches/{id}/induction library" -> changing(operation, "/branches/" + newBranch(organisation) + "/induction", INDUCTION, "\"0\"");
            case "GET /branches/{id}/induction lent" -> get(operation, "/branches/" + inductedBranch(side) + "/induction");
            case "POST /branches/{id}/induction:accept lent" -> {
                String branch = inductedBranch(side);
                yield changing(operation, "/branches/" + branch + "/induction:accept", null, Api.as(Loans.LENDER).get("/branches/" + branch + "/induction").etag());
            }
            case "GET /organisations/{id}/retention library" -> get(operation, ours + "/retention");
            case "PUT /organisations/{id}/retention/{kind} library" -> changing(operation, ours + "/retention/DRAFT",
                Map.of("months", 20, "from", java.time.LocalDate.now(Loans.ZONE).plusDays(100).toString()), Api.as(side.hr).get(ours + "/retention").etag());
            case "GET /organisations/{id}/evaluation-consent library" -> get(operation, ours + "/evaluation-consent");
            case "POST /organisations/{id}/evaluation-consent library" -> {
                Truth.change("update evaluation_consent set revoked_at = now(), revoked_by = recorded_by where organisation_id = ?::uuid and revoked_at is null", organisation);
                yield posting(operation, ours + "/evaluation-consent", Map.of("body", "WORKS_COUNCIL", "consentedOn", "2026-03-02", "document", "OR 2026-14"));
            }
            case "POST /organisations/{id}/evaluation-consent:revoke library" -> {
                consented(organisation);
                yield changing(operation, ours + "/evaluation-consent:revoke", null, "\"1\"");
            }
            case "GET /organisations/{id}/release-policy library" -> get(operation, ours + "/release-policy");
            // Nothing that would ask a reason of a lender in another test
            case "PUT /organisations/{id}/release-policy library" -> changing(operation, ours + "/release-policy", Map.of("reactionHours", 40,
                "blackouts", List.of(Map.of("start", "2090-02-01", "end", "2090-02-10", "reason", "HOLIDAYS"))), Api.as(side.hr).get(ours + "/release-policy").etag());
            case "PUT /organisations/{id}/match-weights library" -> changing(operation, ours + "/match-weights",
                Map.of("skillFit", 20, "travel", 20, "hoursBalance", 20, "fairSpread", 20, "knowsPlace", 20), Api.as("beheer").get(ours + "/match-weights").etag());
            case "GET /organisations/{organisationId}/employees/{id} employee" -> get(operation, ours + "/employees/" + employee(side).id());
            case "POST /organisations/{organisationId}/employees/{id}:end employee" -> {
                Thing employee = employee(side);
                yield changing(operation, ours + "/employees/" + employee.id() + ":end", Map.of("endsOn", "2099-12-31"), employee.etag());
            }
            case "POST /organisations/{organisationId}/employees:import library" -> new Call(operation, ours + "/employees:import", csv(next() + "@vliegwiel.example"), "text/csv", Map.of());
            case "POST /organisations/{organisationId}/employees:invite employee" -> posting(operation, ours + "/employees:invite",
                Map.of("personIds", List.of(employee(side).json().get("personId").asText())));
            case "POST /organisations/{organisationId}/roles facilitator", "POST /organisations/{organisationId}/roles manager" ->
                posting(operation, ours + "/roles", Map.of("email", employee(side).json().get("email").asText(),
                    "role", thing.equals("manager") ? "HR_MANAGER" : "FACILITATOR", "endsOn", "2099-12-31", "deputy", false));
            case "POST /organisations/{organisationId}/roles/{id}:end facilitator", "POST /organisations/{organisationId}/roles/{id}:end manager" -> {
                Thing role = role(side, thing.equals("manager") ? "HR_MANAGER" : "FACILITATOR");
                yield changing(operation, ours + "/roles/" + role.id() + ":end", null, role.etag());
            }
            case "POST /requests library" -> posting(operation, "/requests", request(side, "OWN", "COUNTRY"));
            case "GET /search all" -> get(operation, "/search?q=rooster");
            case "GET /synonyms all" -> get(operation, "/synonyms");
            case "POST /synonyms all" -> posting(operation, "/synonyms", Map.of("words", List.of("toets", "proefwerk " + next())));
            case "GET /synonyms/{id} all" -> get(operation, "/synonyms/" + synonyms().id());
            case "PUT /synonyms/{id} all" -> {
                Thing words = synonyms();
                yield changing(operation, "/synonyms/" + words.id(), Map.of("words", List.of("toets", "examen " + next())), words.etag());
            }
            case "DELETE /synonyms/{id} all" -> {
                Thing words = synonyms();
                yield new Call(operation, "/synonyms/" + words.id(), null, null, Map.of("If-Match", words.etag()));
            }
            case "GET /cohorts all", "GET /learning-programmes all", "GET /me/enrolments own" -> get(operation, operation.substring(4));
            case "GET /learning-programmes/{id} all" -> get(operation, "/learning-programmes/" + programme().id());
            case "POST /learning-programmes all" -> posting(operation, "/learning-programmes", programmeBody());
            case "PUT /learning-programmes/{id} all" -> {
                Thing programme = programme();
                yield changing(operation, "/learning-programmes/" + programme.id(), programmeBody(), programme.etag());
            }
            case "POST /cohorts all" -> posting(operation, "/cohorts", cohortBody());
            case "GET /cohorts/{id} draft" -> get(operation, "/cohorts/" + cohort().id());
            case "GET /cohorts/{id} open", "GET /cohorts/{id}/enrolments open" -> get(operation, operation.substring(4).replace("{id}", openCohort().id()));
            case "PUT /cohorts/{id} open" -> {
                Thing cohort = openCohort();
                yield changing(operation, "/cohorts/" + cohort.id(), cohortBody(cohort.json().get("programmeId").asText()), cohort.etag());
            }
            case "POST /cohorts/{id}:open draft" -> {
                Thing cohort = cohort();
                yield changing(operation, "/cohorts/" + cohort.id() + ":open", null, cohort.etag());
            }
            case "POST /cohorts/{id}:finish running", "POST /cohorts/{id}:alumni finished" -> {
                Thing cohort = openCohort();
                Truth.change("update cohort set state = ? where id = ?::uuid", thing.equals("running") ? "RUNNING" : "FINISHED", cohort.id());
                yield changing(operation, "/cohorts/" + cohort.id() + operation.substring(operation.indexOf(':')), null, cohort.etag());
            }
            case "GET /cohorts/{id}/sessions open", "GET /cohorts/{id}/certificates open" -> get(operation, operation.substring(4).replace("{id}", openCohort().id()));
            case "POST /cohorts/{id}/sessions open" -> posting(operation, "/cohorts/" + openCohort().id() + "/sessions", sessionBody());
            case "GET /sessions/{id} planned", "GET /sessions/{id}/attendance planned" -> get(operation, operation.substring(4).replace("{id}", session().id()));
            case "PUT /sessions/{id} planned", "PUT /sessions/{id}/minutes planned" -> {
                Thing session = session();
                yield changing(operation, operation.substring(4).replace("{id}", session.id()), operation.endsWith("minutes") ? Map.of("minutes", "Afgesproken: verder.") : sessionBody(), session.etag());
            }
            case "POST /sessions/{id}:cancel planned" -> {
                Thing session = session();
                yield changing(operation, "/sessions/" + session.id() + ":cancel", null, session.etag());
            }
            case "POST /sessions/{id}/attendance begun" -> {
                Thing session = session();
                Truth.change("update session set starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour' where id = ?::uuid", session.id());
                yield posting(operation, "/sessions/" + session.id() + "/attendance", Map.of("people", List.of(Truth.person("begeleider"))));
            }
            case "POST /cohorts/{id}/certificates finished" -> posting(operation, "/cohorts/" + finishedWith(side) + "/certificates", Map.of("people", List.of(Truth.person(side.employee))));
            case "POST /cohorts/{id}/certificates/{personId}:revoke given" -> posting(operation, "/cohorts/" + certified(side) + "/certificates/" + Truth.person(side.employee) + ":revoke",
                Map.of("reason", "Was bij de verkeerde groep"));
            case "GET /certificates/{code} public" -> get(operation, "/certificates/" + Truth.texts("select code from certificate where cohort_id = ?::uuid", certified(side)).get(0));
            case "POST /cohorts/{id}:copy open" -> posting(operation, "/cohorts/" + openCohort().id() + ":copy", null);
            case "POST /cohorts/{id}/enrolments own" -> posting(operation, "/cohorts/" + openCohort().id() + "/enrolments", null);
            case "DELETE /cohorts/{id}/enrolments/me own" -> {
                String cohort = openCohort().id();
                Api.as(caller).post("/cohorts/" + cohort + "/enrolments", null);
                yield new Call(operation, "/cohorts/" + cohort + "/enrolments/me", null, null, Map.of());
            }
            case "POST /cohorts/{id}/invitations open" -> posting(operation, "/cohorts/" + openCohort().id() + "/invitations", Map.of("email", side.employee + "@vliegwiel.example"));
            case "GET /enrolments/{id} asked" -> get(operation, "/enrolments/" + enrolled(side).id());
            case "POST /enrolments/{id}:approve asked", "POST /enrolments/{id}:decline asked" -> {
                Thing enrolment = enrolled(side);
                yield changing(operation, "/enrolments/" + enrolment.id() + operation.substring(operation.indexOf(':')), operation.contains("decline") ? Map.of("reason", "Dat past nu niet in het rooster") : null,
                    enrolment.etag());
            }
            case "POST /enrolments/{id}:claim offered" -> {
                Thing enrolment = enrolled(side);
                Truth.change("update enrolment set state = 'OFFERED' where id = ?::uuid", enrolment.id());
                yield changing(operation, "/enrolments/" + enrolment.id() + ":claim", null, enrolment.etag());
            }
            case "POST /enrolments/{id}:move waiting" -> {
                Thing cohort = openCohort();
                Truth.change("update cohort set capacity = 1 where id = ?::uuid", cohort.id());
                thing(Api.as("bram.vennenland").post("/cohorts/" + cohort.id() + "/enrolments", ""), 201);
                Thing enrolment = thing(Api.as(side.employee).post("/cohorts/" + cohort.id() + "/enrolments", ""), 201);
                yield changing(operation, "/enrolments/" + enrolment.id() + ":move", Map.of("place", 1, "reason", "Komt in de plaats van een collega"), enrolment.etag());
            }
            case "GET /spaces all" -> get(operation, "/spaces");
            case "GET /topics:similar all" -> get(operation, "/topics:similar?q=hoe+roosteren+jullie+op+zondag");
            case "GET /spaces/{id}/topics network", "GET /spaces/{id}/topics circle" -> get(operation, "/spaces/" + space(side, thing) + "/topics");
            case "POST /spaces/{id}/topics network", "POST /spaces/{id}/topics circle" -> posting(operation, "/spaces/" + space(side, thing) + "/topics", topicBody());
            case "GET /topics/{id} network", "GET /topics/{id} circle" -> get(operation, "/topics/" + topic(side, thing).id());
            case "GET /topics/{id}/posts network", "GET /topics/{id}/posts circle" -> get(operation, "/topics/" + topic(side, thing).id() + "/posts");
            case "POST /topics/{id}/posts network", "POST /topics/{id}/posts circle" -> posting(operation, "/topics/" + topic(side, thing).id() + "/posts", reply());
            case "POST /topics/{id}:watch circle", "POST /topics/{id}:mute circle" -> posting(operation, "/topics/" + topic(side, thing).id() + operation.substring(operation.indexOf(':')), null);
            case "POST /topics/{id}:close network", "POST /topics/{id}:close circle" -> {
                Thing topic = topic(side, thing);
                yield changing(operation, "/topics/" + topic.id() + ":close", null, topic.etag());
            }
            case "GET /posts/{id} circle" -> get(operation, "/posts/" + firstPost(side, thing).id());
            case "GET /posts/{id}/revisions circle" -> get(operation, "/posts/" + firstPost(side, thing).id() + "/revisions");
            case "PUT /posts/{id} network", "PUT /posts/{id} circle" -> {
                Thing post = firstPost(side, thing);
                yield changing(operation, "/posts/" + post.id(), Map.of("body", "Nu met meer woorden.", "title", "Hoe roosteren jullie op zondag en maandag?", "tags", List.of("rooster"), "aboutNobody", false), post.etag());
            }
            case "DELETE /posts/{id} network" -> {
                Thing post = firstPost(side, thing);
                yield new Call(operation, "/posts/" + post.id(), null, null, Map.of("If-Match", post.etag()));
            }
            case "POST /posts/{id}:accept network" -> {
                Thing answer = answerTo(topic(side, thing));
                yield changing(operation, "/posts/" + answer.id() + ":accept", null, answer.etag());
            }
            case "POST /posts/{id}:like network", "POST /posts/{id}:unlike network" -> posting(operation, "/posts/" + answerTo(topic(side, thing)).id() + operation.substring(operation.indexOf(':')), null);
            case "POST /posts/{id}:flag network" -> posting(operation, "/posts/" + answerTo(topic(side, thing)).id() + ":flag", Map.of("reason", "Dit hoort hier niet"));
            case "POST /posts/{id}:hide network" -> {
                Thing answer = answerTo(topic(side, thing));
                yield changing(operation, "/posts/" + answer.id() + ":hide", Map.of("reason", "Reclame"), answer.etag());
            }
            case "POST /posts/{id}:keep network" -> {
                Thing answer = answerTo(topic(side, thing));
                Api.as("hr.hoogveen").post("/posts/" + answer.id() + ":flag", Map.of("reason", "Klopt dit wel?"));
                yield posting(operation, "/posts/" + answer.id() + ":keep", null);
            }
            case "PUT /posts/{id}/basis network" -> {
                Thing answer = answerTo(topic(side, thing));
                yield changing(operation, "/posts/" + answer.id() + "/basis", Map.of("sourceIds", List.of(someSource()), "summary", "Kort gezegd: om de week.", "aboutNobody", false), answer.etag());
            }
            case "POST /posts/{id}:verify network" -> {
                Thing answer = answerTo(topic(side, thing));
                yield changing(operation, "/posts/" + answer.id() + ":verify", null, answer.etag());
            }
            case "POST /posts/{id}:outdate network" -> {
                Thing answer = answerTo(topic(side, thing));
                yield changing(operation, "/posts/" + answer.id() + ":outdate", Map.of("reason", "Er is een nieuwe regeling"), answer.etag());
            }
            case "GET /spaces/{id}/people circle" -> get(operation, "/spaces/" + space(side, thing) + "/people?q=mar");
            case "POST /attachments all" -> new Call(operation, "/attachments?name=plan.pdf", PDF, "application/octet-stream", Map.of());
            case "GET /attachments/{id} circle" -> get(operation, "/attachments/" + file(side, thing));
            case "POST /topics/{id}:move network" -> {
                Thing topic = topic(side, thing);
                String circle = Truth.texts("select s.id from space s join role_grant g on g.organisation_id = s.audience_ref where g.person_id = ?::uuid and g.role = 'POI_MODERATOR' order by s.id",
                    Truth.person("moderator.poi")).get(0);
                yield changing(operation, "/topics/" + topic.id() + ":move", Map.of("spaceId", circle), topic.etag());
            }
            case "POST /topics/{id}:merge network" -> {
                Thing topic = topic(side, thing);
                yield changing(operation, "/topics/" + topic.id() + ":merge", Map.of("intoId", topic(side, thing).id()), topic.etag());
            }
            case "POST /topics/{id}:redact network" -> posting(operation, "/topics/" + topic(side, thing).id() + ":redact", Map.of("text", "naar een vorm"));
            case "GET /topics/{id}/beside circle" -> get(operation, "/topics/" + topic(side, thing).id() + "/beside");
            case "POST /topics/{id}/article network" -> {
                Thing topic = topic(side, thing);
                Thing answer = answerTo(topic);
                thing(Api.as(side.hr).post("/posts/" + answer.id() + ":accept", null, "If-Match", answer.etag()), 200);
                yield posting(operation, "/topics/" + topic.id() + "/article", null);
            }
            case "PUT /topics/{id}/uses/{organisationId} network", "DELETE /topics/{id}/uses/{organisationId} network" ->
                new Call(operation, "/topics/" + letter(side) + "/uses/" + organisation, null, null, Map.of());
            case "GET /spaces/{id}/export circle" -> get(operation, "/spaces/" + space(side, thing) + "/export");
            case "POST /spaces/{id}:import circle" -> new Call(operation, "/spaces/" + space(side, thing) + ":import?dryRun=true",
                ("topic,kind,title,tags,author,createdAt,body\n1,QUESTION,Van ons oude forum,oud,hr.vennenland@vliegwiel.example,2025-03-01T09:00:00+01:00,Hoe doen jullie dat?\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv", Map.of());
            case "GET /topics/{id}/route circle" -> get(operation, "/topics/" + topic(side, thing).id() + "/route");
            case "GET /sources all", "GET /tag-experts all" -> get(operation, operation.substring(4));
            case "GET /sources/{id} all" -> get(operation, "/sources/" + someSource());
            case "POST /sources all" -> posting(operation, "/sources", sourceBody());
            case "PUT /sources/{id} all" -> {
                Thing source = thing(Api.as("moderator.poi").post("/sources", sourceBody()), 201);
                yield changing(operation, "/sources/" + source.id(), sourceBody(), source.etag());
            }
            case "POST /tag-experts all" -> posting(operation, "/tag-experts", Map.of("tag", "toets " + next()));
            case "DELETE /tag-experts/{id} all" -> {
                String expert = Api.as("hr.vennenland").post("/tag-experts", Map.of("tag", "toets " + next())).json().get("id").asText();
                yield new Call(operation, "/tag-experts/" + expert, null, null, Map.of());
            }
            case "GET /requests/{id} draft" -> get(operation, "/requests/" + draft(side).id());
            case "GET /requests/{id} published" -> get(operation, "/requests/" + published(side, "OWN", "COUNTRY").id());
            case "GET /requests/{id} own people" -> get(operation, "/requests/" + published(side, "OWN").id());
            case "GET /requests/{id}/questions draft" -> get(operation, "/requests/" + draft(side).id() + "/questions");
            case "GET /requests/{id}/questions published" -> get(operation, "/requests/" + published(side, "OWN", "COUNTRY").id() + "/questions");
            case "POST /requests/{id}/questions draft" -> posting(operation, "/requests/" + draft(side).id() + "/questions", question());
            case "POST /requests/{id}/questions published" -> posting(operation, "/requests/" + published(side, "OWN", "COUNTRY").id() + "/questions", question());
            case "POST /questions/{id}:answer asked" -> {
                Thing asked = thing(Api.as("bram.vennenland").post("/requests/" + published(side, "COUNTRY").id() + "/questions", question()), 201);
                yield changing(operation, "/questions/" + asked.id() + ":answer", Map.of("answer", "Ja, dat kan.", "forHerOnly", false), asked.etag());
            }
            case "GET /requests/{id}/learning-goals draft" -> get(operation, "/requests/" + draft(side).id() + "/learning-goals");
            case "GET /requests/{id}/learning-goals published" -> get(operation, "/requests/" + published(side, "OWN", "COUNTRY").id() + "/learning-goals");
            case "PUT /requests/{id}/learning-goals draft", "PUT /requests/{id}/learning-goals published" -> {
                Thing request = thing.equals("draft") ? draft(side) : published(side, "OWN", "COUNTRY");
                Truth.change("update staff_request set purpose = 'LEARNING' where id = ?::uuid", request.id());
                yield changing(operation, "/requests/" + request.id() + "/learning-goals", Map.of("goals", List.of("Een voorleesuur zelf leiden")), request.etag());
            }
            case "GET /requests/{id}/cancel-window draft" -> get(operation, "/requests/" + draft(side).id() + "/cancel-window");
            case "GET /requests/{id}/cancel-window published" -> get(operation, "/requests/" + published(side, "OWN", "COUNTRY").id() + "/cancel-window");
            case "PUT /requests/{id}/cancel-window draft", "PUT /requests/{id}/cancel-window published" -> {
                Thing request = thing.equals("draft") ? draft(side) : published(side, "OWN", "COUNTRY");
                yield changing(operation, "/requests/" + request.id() + "/cancel-window", Map.of("hours", 24, "usual", false), request.etag());
            }
            case "PUT /requests/{id} draft", "POST /requests/{id}:publish draft", "POST /requests/{id}:withdraw draft" -> onRequest(operation, draft(side), side);
            case "PUT /requests/{id} published", "POST /requests/{id}:withdraw published" -> onRequest(operation, published(side, "OWN", "COUNTRY"), side);
            case "GET /requests/{id}/candidates draft" -> get(operation, "/requests/" + draft(side).id() + "/candidates");
            case "GET /requests/{id}/candidates published" -> get(operation, "/requests/" + published(side, "OWN", "COUNTRY").id() + "/candidates?funnel=true");
            case "POST /requests/{id}/applications published" -> {
                Thing request = published(side, "OWN", "COUNTRY");
                yield posting(operation, "/requests/" + request.id() + "/applications", Map.of("shiftIds", List.of(shift(request)), "standby", false));
            }
            case "POST /requests/{id}/applications draft" -> {
                Thing request = draft(side);
                yield posting(operation, "/requests/" + request.id() + "/applications", Map.of("shiftIds", List.of(shift(request)), "standby", false));
            }
            case "POST /requests/{id}/proposals published" -> {
                Thing request = published(side, "OWN", "COUNTRY");
                JsonNode cards = Api.as(side.hr).get("/requests/" + request.id() + "/candidates?limit=1").json();
                yield posting(operation, "/requests/" + request.id() + "/proposals", Map.of("candidateRef", cards.at("/items/0/candidateRef").asText(),
                    "shiftIds", List.of(shift(request))));
            }
            case "GET /requests/{id}/reach draft" -> get(operation, "/requests/" + draft(side).id() + "/reach");
            case "GET /requests/{id}/reach published" -> get(operation, "/requests/" + published(side, "OWN", "COUNTRY").id() + "/reach");
            case "POST /requests/{id}/reach:open-next published", "POST /requests/{id}/reach:pause published" -> reaching(operation, published(side, "OWN", "COUNTRY"));
            case "POST /requests/{id}/reach:resume paused" -> {
                Thing request = published(side, "OWN", "COUNTRY");
                Api.Answer paused = Api.as(side.hr).post("/requests/" + request.id() + "/reach:pause", null, "If-Match", request.etag());
                assertThat(paused.status()).as(paused.body()).isEqualTo(200);
                yield reaching(operation, new Thing(request.id(), paused.etag(), paused.json()));
            }
            case "POST /placements/{id}:confirm-standby standby" -> {
                Thing placement = standby(side);
                yield changing(operation, "/placements/" + placement.id() + ":confirm-standby", null, placement.etag());
            }
            case "GET /organisations/{id}/pace library" -> get(operation, ours + "/pace");
            case "PUT /organisations/{id}/pace library" -> changing(operation, ours + "/pace", Map.ofEntries(Map.entry("allAtOnce", false), Map.entry("strict", false),
                Map.entry("ownHours", 24), Map.entry("favouritesHours", 24), Map.entry("neighboursHours", 48), Map.entry("regionHours", 72), Map.entry("halfDays", 14),
                Map.entry("quarterDays", 7), Map.entry("batch", 10), Map.entry("batchMinutes", 120), Map.entry("enough", 2), Map.entry("standbyHours", 72)),
                Api.as("beheer").get(ours + "/pace").etag());
            case "GET /requests/{id}/rankings draft" -> get(operation, "/requests/" + draft(side).id() + "/rankings");
            case "GET /requests/{id}/rankings published" -> get(operation, "/requests/" + published(side, "OWN", "COUNTRY").id() + "/rankings");
            case "POST /released-numbers all" -> posting(operation, "/released-numbers", release());
            case "POST /released-numbers/{id}:revoke library" -> {
                Api.Answer released = Api.as(side.hr).post("/released-numbers", release());
                assertThat(released.status()).as(released.body()).isEqualTo(201);
                yield posting(operation, "/released-numbers/" + released.header("Location").replaceFirst(".*/", "") + ":revoke", null);
            }
            case "GET /placements/{id} lent", "GET /placements/{id} borrowed", "GET /placements/{id}/agreement lent", "GET /placements/{id}/agreement borrowed" ->
                get(operation, operation.substring(4).replace("{id}", placement(side, thing).id()));
            case "GET /placements/{id}/hours lent", "GET /placements/{id}/hours borrowed" -> get(operation, "/placements/" + worked(side, thing).id() + "/hours");
            case "PUT /placements/{id}/hours lent", "PUT /placements/{id}/hours borrowed" -> {
                Thing work = worked(side, thing);
                yield changing(operation, "/placements/" + work.id() + "/hours", hours(work, 50), work.etag());
            }
            case "POST /placements/{id}/hours:submit lent", "POST /placements/{id}/hours:submit borrowed" -> hoursDeed(operation, worked(side, thing), null);
            case "POST /placements/{id}/hours:confirm lent", "POST /placements/{id}/hours:confirm borrowed" -> hoursDeed(operation, submitted(side, thing), null);
            case "POST /placements/{id}/hours:approve lent", "POST /placements/{id}/hours:approve borrowed" -> hoursDeed(operation, confirmed(side, thing), null);
            case "POST /placements/{id}/hours:reject lent" -> hoursDeed(operation, confirmed(side, thing), Map.of("reason", "De pauze ontbreekt"));
            case "POST /placements/{id}/hours:reject borrowed" -> hoursDeed(operation, submitted(side, thing), Map.of("reason", "De pauze ontbreekt"));
            case "POST /placements/{id}/hours/corrections lent", "POST /placements/{id}/hours/corrections borrowed" -> {
                Thing work = done(confirmed(side, thing), "approve", lenderOf(side, thing));
                Map<String, Object> body = new TreeMap<>(hours(work, 45));
                body.put("reason", "Ik ging eerder weg");
                yield changing(operation, "/placements/" + work.id() + "/hours/corrections", body, work.etag());
            }
            case "POST /placements/{id}/consents as employee" -> consent(operation, lent(side), "EMPLOYEE");
            case "POST /placements/{id}/consents as lender" -> consent(operation, lent(side), "LENDER");
            case "POST /placements/{id}/consents as borrower" -> consent(operation, borrowed(side), "BORROWER");
            case "PUT /placements/{id}/terms lent", "PUT /placements/{id}/terms borrowed" -> {
                Thing placement = placement(side, thing);
                yield changing(operation, "/placements/" + placement.id() + "/terms", Map.of("taskDescription", "Helpen aan de balie", "functionAtBorrower", "Medewerker balie",
                    "waadiGround", "COLLEGIAL_NON_PROFIT", "wttaPosition", "OUTSIDE_COLLEGIAL", "vatGround", "STANDARD", "vatConditions", List.of(), "hourCents", 2000), placement.etag());
            }
            case "POST /placements/{id}:cancel as employee" -> cancel(operation, lent(side), "EMPLOYEE");
            case "POST /placements/{id}:cancel as lender" -> cancel(operation, lent(side), "LENDER");
            case "POST /placements/{id}:cancel as borrower" -> cancel(operation, borrowed(side), "BORROWER");
            case "GET /placements/{id}/cancel-preview as employee" -> get(operation, "/placements/" + lent(side).id() + "/cancel-preview?party=EMPLOYEE");
            case "GET /placements/{id}/cancel-preview as lender" -> get(operation, "/placements/" + lent(side).id() + "/cancel-preview?party=LENDER");
            case "GET /placements/{id}/cancel-preview as borrower" -> get(operation, "/placements/" + borrowed(side).id() + "/cancel-preview?party=BORROWER");
            case "POST /placements/{id}:reopen lent", "POST /placements/{id}:reopen borrowed" -> {
                Thing closed = placement(side, thing);
                Truth.change("update placement set state = 'CANCELLED', ended_by = 'BORROWER', end_reason = 'NEED_ENDED', place_closed = true where id = ?::uuid", closed.id());
                Truth.change("update shift set headcount = 0 where id = (select shift_id from placement where id = ?::uuid)", closed.id());
                yield changing(operation, "/placements/" + closed.id() + ":reopen", null, closed.etag());
            }
            case "GET /organisations/{id}/favourites library" -> get(operation, ours + "/favourites");
            case "POST /placements/{id}/favourite lent", "POST /placements/{id}/favourite borrowed" -> {
                Thing placement = placement(side, thing);
                Truth.change("update favourite f set state = 'ENDED', instant_by = null, instant_at = null from placement p where p.id = ?::uuid and f.organisation_id = p.borrower_id"
                    + " and f.person_id = p.employee_id and f.state in ('ASKED','AGREED')", placement.id());
                yield posting(operation, "/placements/" + placement.id() + "/favourite", null);
            }
            case "GET /favourites/{id} hers", "GET /favourites/{id} kept" -> get(operation, "/favourites/" + favourite(side, thing).id());
            case "POST /favourites/{id}:answer hers" -> {
                Thing favourite = favourite(side, thing);
                yield changing(operation, "/favourites/" + favourite.id() + ":answer", Map.of("yes", true), favourite.etag());
            }
            case "POST /favourites/{id}:end hers", "POST /favourites/{id}:end kept" -> {
                Thing favourite = favourite(side, thing);
                yield changing(operation, "/favourites/" + favourite.id() + ":end", null, favourite.etag());
            }
            case "PUT /favourites/{id}/instant-booking kept" -> {
                Thing favourite = favourite(side, thing);
                yield changing(operation, "/favourites/" + favourite.id() + "/instant-booking", Map.of("on", true), favourite.etag());
            }
            case "POST /placements/{id}/swaps lent" -> posting(operation, "/placements/" + swappable(side) + "/swaps", swapWithBram());
            case "GET /swaps/{id} asked" -> get(operation, "/swaps/" + swap(side).id());
            case "POST /swaps/{id}:accept asked", "POST /swaps/{id}:accept offered" -> {
                Thing swap = thing.equals("offered") ? offered(side) : swap(side);
                yield changing(operation, "/swaps/" + swap.id() + ":accept", Map.of(), swap.etag());
            }
            case "POST /swaps/{id}:decline asked", "POST /swaps/{id}:decline offered", "POST /swaps/{id}:withdraw asked" -> {
                Thing swap = thing.equals("offered") ? offered(side) : swap(side);
                yield changing(operation, "/swaps/" + swap.id() + operation.substring(operation.lastIndexOf(':')), null, swap.etag());
            }
            case "GET /placements/{id}/evaluation lent", "GET /placements/{id}/evaluation borrowed" -> get(operation, "/placements/" + placement(side, thing).id() + "/evaluation");
            case "PUT /placements/{id}/evaluation lent", "PUT /placements/{id}/evaluation borrowed" ->
                changing(operation, "/placements/" + justWorked(side, thing) + "/evaluation", EVALUATION, "\"0\"");
            case "POST /placements/{id}/evaluation:reply lent", "POST /placements/{id}/evaluation:reply borrowed" ->
                posting(operation, "/placements/" + evaluated(side, thing) + "/evaluation:reply", Map.of("reply", "Dank je, tot een volgende keer."));
            case "POST /placements/{id}/evaluation:share lent", "POST /placements/{id}/evaluation:unshare lent" ->
                posting(operation, "/placements/" + evaluated(side, thing) + operation.substring(operation.lastIndexOf('/')), null);
            case "GET /placements/{id}/return-talk lent", "GET /placements/{id}/return-talk borrowed" -> get(operation, "/placements/" + learned(side, thing) + "/return-talk");
            case "PUT /placements/{id}/return-talk lent", "PUT /placements/{id}/return-talk borrowed" -> changing(operation, "/placements/" + learned(side, thing) + "/return-talk",
                Map.of("plannedOn", java.time.LocalDate.now(Loans.ZONE).plusDays(3).toString()), "\"0\"");
            case "GET /placements/{id}/attendance lent", "GET /placements/{id}/attendance borrowed" -> get(operation, "/placements/" + placement(side, thing).id() + "/attendance");
            case "POST /placements/{id}/attendance/no-show lent", "POST /placements/{id}/attendance/no-show borrowed" -> {
                Thing begun = attendance(worked(side, thing), side, thing);
                yield changing(operation, "/placements/" + begun.id() + "/attendance/no-show", null, begun.etag());
            }
            case "POST /placements/{id}/attendance as employee", "POST /placements/{id}/attendance as lender" -> {
                Thing missed = missed(side, "lent");
                yield changing(operation, "/placements/" + missed.id() + "/attendance", Map.of("party", thing.equals("as lender") ? "LENDER" : "EMPLOYEE", "view", "MIXED_UP"), missed.etag());
            }
            case "POST /placements/{id}/attendance/undo lent", "POST /placements/{id}/attendance/undo borrowed" -> {
                Thing missed = missed(side, thing);
                yield changing(operation, "/placements/" + missed.id() + "/attendance/undo", null, missed.etag());
            }
            case "POST /placements/{id}:withdraw lent", "POST /placements/{id}:withdraw borrowed" -> {
                Thing placement = placement(side, thing);
                yield changing(operation, "/placements/" + placement.id() + ":withdraw", null, placement.etag());
            }
            case "GET /organisations/{id}/settlements library" -> get(operation, ours + "/settlements?quarter=2025Q1");
            case "POST /organisations/{id}/settlements library" -> posting(operation, ours + "/settlements", Map.of("quarter", "2025Q1", "leaveOpen", true));
            case "GET /settlements/{id} library" -> get(operation, "/settlements/" + settlement(side).id());
            case "POST /settlements/{id}:send library" -> {
                Thing draft = settlement(side);
                yield changing(operation, "/settlements/" + draft.id() + ":send", null, draft.etag());
            }
            case "POST /settlements/{id}:pay library" -> {
                Thing sent = sent(side);
                yield changing(operation, "/settlements/" + sent.id() + ":pay", null, sent.etag());
            }
            case "GET /invoices/{id} library" -> get(operation, "/invoices/" + sent(side).json().at("/invoices/0/id").asText());
            case "GET /organisations/{id}/rates library" -> get(operation, ours + "/rates");
            case "POST /organisations/{id}/rates library" -> posting(operation, ours + "/rates", price());
            case "DELETE /organisations/{id}/rates/{rateId} library" -> {
                Map<String, Object> price = price();
                JsonNode rates = thing(Api.as(side.hr).post(ours + "/rates", price), 200).json();
                String id = java.util.stream.StreamSupport.stream(rates.get("hours").spliterator(), false)
                    .filter(one -> one.path("scale").asText().equals(price.get("scale"))).findFirst().orElseThrow().get("id").asText();
                yield new Call(operation, ours + "/rates/" + id, null, null, Map.of());
            }
            case "POST /organisations/{id}/rates/irregular-hours library" -> posting(operation, ours + "/rates/irregular-hours", irregularHours());
            case "DELETE /organisations/{id}/rates/irregular-hours/{rateId} library" -> {
                Map<String, Object> hours = irregularHours();
                JsonNode rates = thing(Api.as(side.hr).post(ours + "/rates/irregular-hours", hours), 200).json();
                String id = java.util.stream.StreamSupport.stream(rates.get("irregularHours").spliterator(), false)
                    .filter(one -> one.get("validFrom").asText().equals(hours.get("validFrom"))).findFirst().orElseThrow().get("id").asText();
                yield new Call(operation, ours + "/rates/irregular-hours/" + id, null, null, Map.of());
            }
            case "PUT /organisations/{id}/rates/pay-scales/{personId} library" -> new Call(operation, ours + "/rates/pay-scales/" + Truth.person(side.employee), Map.of("scale", ""), "application/json", Map.of());
            case "PUT /organisations/{id}/rates/invoice-party library" -> changing(operation, ours + "/rates/invoice-party", Map.of("legalName", "Stichting van de toets", "kvk", "00000099",
                "vatId", "NL000000099B01", "street", "Dorpsstraat 9", "postcode", "1234 AB", "city", "Hilversum", "iban", "NL91ABNA0417164300"), Api.as(side.hr).get(ours + "/rates").etag());
            case "GET /skills/{id} all" -> get(operation, "/skills/" + someSkill());
            case "POST /skills all" -> posting(operation, "/skills", newSkill());
            case "PUT /skills/{id} all", "POST /skills/{id}:retire all", "POST /skills/{id}:bring-back all" -> {
                Thing skill = skill();
                yield changing(operation, operation.substring(operation.indexOf(' ') + 1).replace("{id}", skill.id()), operation.startsWith("PUT") ? newSkill() : null, skill.etag());
            }
            default -> throw new IllegalArgumentException("No good call is known for " + operation + ", " + thing + ": add one here and a line in the table");
        };
    }

    private static Call get(String operation, String path) {
        return new Call(operation, path, null, null, Map.of());
    }

    private static Call posting(String operation, String path, Object body) {
        return new Call(operation, path, body, "application/json", Map.of());
    }

    private static Call changing(String operation, String path, Object body, String etag) {
        return new Call(operation, path, body, "application/json", Map.of("If-Match", etag));
    }

    private static Call reaching(String operation, Thing request) {
        return changing(operation, operation.substring(operation.indexOf(' ') + 1).replace("{id}", request.id()), null, request.etag());
    }

    /** Sends back what was read. */
    private static Call mine(String operation, String path, String caller, String... fields) {
        Api.Answer now = Api.as(caller).get(path);
        Map<String, Object> body = new TreeMap<>();
        for (String field : fields) {
            JsonNode value = now.json().path(field);
            body.put(field, value.isTextual() ? value.asText() : value.isBoolean() ? (Object) value.asBoolean() : value.isInt() ? value.asInt() : value.isArray() ? value : null);
        }
        return changing(operation, path, body, now.etag());
    }

    private static Call onRequest(String operation, Thing request, Side side) {
        String path = "/requests/" + request.id();
        return operation.startsWith("PUT") ? changing(operation, path, request(side, "OWN", "COUNTRY"), request.etag())
            : changing(operation, path + operation.substring(operation.lastIndexOf(':')), null, request.etag());
    }

    private static Call consent(String operation, Thing placement, String party) {
        Map<String, Object> body = new TreeMap<>(Map.of("party", party, "decision", "YES", "textVersion", placement.json().get("textVersion").asInt()));
        if (party.equals("LENDER")) {
            body.put("reason", "In overleg met de medewerker");
        }
        return changing(operation, "/placements/" + placement.id() + "/consents", body, placement.etag());
    }

    private static Call cancel(String operation, Thing placement, String party) {
        return changing(operation, "/placements/" + placement.id() + ":cancel", Map.of("party", party, "reason", "TIME_OR_PLACE"), placement.etag());
    }

    private static String next() {
        return MADE + START + NEXT.incrementAndGet();
    }

    /** A number that looks like a BSN and was not released yet. */
    private static Map<String, Object> release() {
        while (true) {
            String number = "%09d".formatted(100_000_000 + FIRST_CODE * 100_000L + NEXT.incrementAndGet() * 37L);
            int sum = -(number.charAt(8) - '0');
            for (int i = 0; i < 8; i++) {
                sum += (9 - i) * (number.charAt(i) - '0');
            }
            if (sum % 11 == 0) {
                return Map.of("number", number, "ground", "ORDER", "noBsn", true);
            }
        }
    }

    private static String isil() {
        return "NL-08%04d0000".formatted((FIRST_CODE + NEXT.incrementAndGet()) % 8000);
    }

    private static Thing read(String account, String path) {
        return thing(Api.as(account).get(path), 200);
    }

    private static Thing thing(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return new Thing(answer.json().path("id").asText(), answer.etag(), answer.json());
    }

    private static Thing synonyms() {
        return thing(Api.as("beheer").post("/synonyms", Map.of("words", List.of("toets", "repetitie " + next()))), 201);
    }

    private static Map<String, Object> newOrganisation() {
        return Map.of("name", "Bibliotheek " + next(), "kind", "LIBRARY", "alsoPoi", false, "isil", isil(), "province", "Utrecht", "poiProvinces", List.of(),
            "poiId", Truth.texts("select poi_id from organisation where poi_id is not null order by id").get(0));
    }

    private static Thing organisation() {
        return thing(Api.as("beheer").post("/organisations", newOrganisation()), 201);
    }

    private static Thing withBranch() {
        Thing made = organisation();
        return thing(Api.as("beheer").post("/organisations/" + made.id() + "/branches", Map.of("name", "Filiaal " + next(), "placeId", somePlace(), "address", "Dorpsstraat 1")), 201);
    }

    private static Map<String, Object> newSkill() {
        String name = next();
        return Map.of("kind", "SKILL", "domain", "SERVICE", "nameNl", name, "nameEn", "en " + name, "descriptionNl", "", "descriptionEn", "");
    }

    private static Thing skill() {
        return thing(Api.as("beheer").post("/skills", newSkill()), 201);
    }

    private static String someSkill() {
        return Truth.texts("select public_id from skill where kind = 'SKILL' and not retired order by id").get(0);
    }

    private static int somePlace() {
        return (int) Truth.number("select min(id) from place");
    }

    private static byte[] csv(String email) {
        return ("email,givenName,familyName,function,hoursPerWeek,startDate\n" + email + ",Toos,Toets,Balie,24,2026-01-01\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Thing employee(Side side) {
        String email = next() + "@vliegwiel.example";
        String path = "/organisations/" + side.organisation() + "/employees";
        Api.Answer taken = Api.as(side.hr).post(path + ":import", "text/csv", csv(email));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        return read(side.hr, path + "/" + Api.as(side.hr).get(path + "?q=" + email).json().at("/items/0/id").asText());
    }

    private static Thing role(Side side, String role) {
        String email = employee(side).json().get("email").asText();
        Api.Answer granted = Api.as(side.hr).post("/organisations/" + side.organisation() + "/roles", Map.of("email", email, "role", role));
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);
        for (JsonNode one : granted.json().get("items")) {
            if (one.get("email").asText().equals(email)) {
                return new Thing(one.get("id").asText(), "\"" + one.get("version").asInt() + "\"", one);
            }
        }
        throw new IllegalStateException("Granted, but not told: " + granted.body());
    }

    static Map<String, Object> request(Side side, String... circles) {
        String organisation = side.organisation();
        var day = Loans.day(DayOfWeek.values()[NEXT.incrementAndGet() % 5], WEEKS);
        Map<String, Object> body = new TreeMap<>(Map.of("organisationId", organisation, "branchId", Loans.branch(organisation), "title", "Toets " + next(), "description", "Helpen.",
            "purpose", "CAPACITY", "skills", new ArrayList<>(List.of(Map.of("skillId", someSkill(), "minLevel", 1, "required", false))),
            "shifts", new ArrayList<>(List.of(Loans.shift(Loans.at(day, 9, 0), Loans.at(day, 13, 0)))), "circles", List.of(circles)));
        body.put("deadline", Loans.at(day.minusDays(5), 12, 0).toOffsetDateTime().toString());
        return body;
    }

    private static Thing draft(Side side, String... circles) {
        return thing(Api.as(side.hr).post("/requests", request(side, circles.length == 0 ? new String[] {"OWN", "COUNTRY"} : circles)), 201);
    }

    private static Thing published(Side side, String... circles) {
        Thing draft = draft(side, circles);
        return thing(Api.as(side.hr).post("/requests/" + draft.id() + ":publish", "", "If-Match", draft.etag()), 200);
    }

    private static String shift(Thing request) {
        return request.json().at("/shifts/0/id").asText();
    }

    private static Thing placement(Side side, String thing) {
        return thing.equals("lent") ? lent(side) : borrowed(side);
    }

    /** The employee of this side has applied at Vennenland. */
    private static Thing lent(Side side) {
        Loans.Asked asked = askedByVennenland();
        return applied(side.employee, asked.id(), asked.shiftId());
    }

    /** The employee of this side stands by at Vennenland. */
    private static Thing standby(Side side) {
        Loans.Asked asked = askedByVennenland();
        Api.Answer answer = Api.as(side.employee).post("/requests/" + asked.id() + "/applications", Map.of("shiftIds", List.of(asked.shiftId()), "standby", true));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return read(side.employee, "/placements/" + answer.json().at("/placements/0/id").asText());
    }

    /** Bram of Vennenland has applied at this side. */
    private static Thing borrowed(Side side) {
        Thing request = published(side, "COUNTRY");
        return applied("bram.vennenland", request.id(), shift(request));
    }

    /** Each on a day of its own, far from all loans. */
    private static Map<String, Object> frameTerms() {
        String day = java.time.LocalDate.of(2160, 1, 1).minusDays(System.currentTimeMillis() / 1000 % 20_000 + FRAMES.incrementAndGet()).toString();
        return Map.of("validFrom", day, "validTo", day, "waadiGround", "COLLEGIAL_NON_PROFIT", "wttaPosition", "OUTSIDE_COLLEGIAL", "vatGround", "STANDARD",
            "travel", "BORROWER_PAYS", "liability", "BORROWER_BEARS", "noticeMonths", 3);
    }

    /** Odd terms of an earlier call may reach over all days; those of the demo data are older. */
    private static void noFrames(String organisation) {
        Truth.change("update frame_agreement set state = 'REFUSED' where state in ('PROPOSED','AGREED') and created_at > now() - interval '1 day'"
            + " and ?::uuid in (one_id, other_id)", organisation);
    }

    /** One that Vennenland proposes to the library. */
    private static Thing frame(String organisation) {
        noFrames(organisation);
        return thing(Api.as(Loans.LENDER).post("/frame-agreements",
            Map.of("organisationId", Loans.organisation(Loans.LENDER), "otherId", organisation, "terms", frameTerms())), 201);
    }

    private static Map<String, Object> frameYes(String organisation) {
        return Map.of("organisationId", organisation, "decision", "YES", "textVersion", 1);
    }

    private static final Map<String, Object> INDUCTION = Map.of("reportTo", "Bij de balie", "contact", "De dienstdoende teamleider", "keysIct", "Een pas ligt klaar",
        "houseRules", "Telefoon op stil", "safety", "Bij alarm naar buiten, verzamelen bij de fietsen.");

    /** A branch where nobody works yet, so that nobody but its own library has to do with it. */
    private static String newBranch(String organisation) {
        String name = "Inwerkplek " + next();
        Truth.change("insert into branch (id, organisation_id, name, place_id) select gen_random_uuid(), ?::uuid, ?, min(id) from place", organisation, name);
        return Truth.texts("select id from branch where organisation_id = ?::uuid and name = ?", organisation, name).get(0);
    }

    /** The branch of Vennenland at which employees of both libraries work, with a sheet. */
    private static String inductedBranch(Side side) {
        String branch = null;
        for (Side one : Side.values()) {
            String placement = worked(one, "lent").id();
            branch = one == side || branch == null ? Truth.texts("select r.branch_id from placement p join staff_request r on r.id = p.request_id where p.id = ?::uuid", placement).get(0) : branch;
        }
        String path = "/branches/" + branch + "/induction";
        Api keeper = Api.as(Loans.LENDER);
        thing(keeper.put(path, INDUCTION, "If-Match", keeper.get(path).etag()), 200);
        return branch;
    }

    /** A definite placement of an hour long ago, of which nobody entered hours yet; each at another time, for nobody works at two places at once. */
    private static Thing worked(Side side, String thing) {
        Thing placement = placement(side, thing);
        int slot = WORKED.incrementAndGet();
        Truth.change("update shift set starts_at = '2001-01-01 08:00Z'::timestamptz + ? * interval '12 hours', ends_at = '2001-01-01 09:00Z'::timestamptz + ? * interval '12 hours', break_minutes = 0"
            + " where id = (select shift_id from placement where id = ?::uuid)", slot, slot, placement.id());
        Truth.change("update placement p set starts_at = s.starts_at, ends_at = s.ends_at, break_minutes = 0, state = 'RUNNING' from shift s where s.id = p.shift_id and p.id = ?::uuid",
            placement.id());
        Thing sheet = read(thing.equals("lent") ? side.employee : "bram.vennenland", "/placements/" + placement.id() + "/hours");
        return new Thing(placement.id(), sheet.etag(), sheet.json());
    }

    /** @param where network or circle */
    static String space(Side side, String where) {
        return where.equals("circle") ? Truth.texts("select s.id from space s join organisation o on o.poi_id = s.audience_ref where o.id = ?::uuid", side.organisation()).get(0)
            : Truth.texts("select id from space where audience = 'STAFF'").get(0);
    }

    private static Map<String, Object> programmeBody() {
        return Map.of("organiserId", Truth.texts("select organisation_id from role_grant where role = 'FACILITATOR' and person_id = ?::uuid", Truth.person("begeleider")).get(0),
            "title", "Toetsprogramma " + next(), "goals", "Leren door te proberen, samen.", "minAttendance", 80);
    }

    /** Whose certificate shows this skill. */
    static String programmeThatShows(String skill) {
        Map<String, Object> body = new TreeMap<>(programmeBody());
        body.putAll(Map.of("skillId", skill, "skillLevel", 3));
        return thing(Api.as("begeleider").post("/learning-programmes", body), 201).id();
    }

    private static Thing programme() {
        return thing(Api.as("begeleider").post("/learning-programmes", programmeBody()), 201);
    }

    private static Map<String, Object> cohortBody() {
        return cohortBody(programme().id());
    }

    /** For people to enrol in now; long before anything else that tests do. */
    static Map<String, Object> cohortBody(String programme) {
        return Map.ofEntries(Map.entry("programmeId", programme), Map.entry("title", "Toetslichting"), Map.entry("startsOn", "2080-04-10"), Map.entry("endsOn", "2080-09-10"),
            Map.entry("enrolFrom", "2020-01-01T00:00:00"), Map.entry("enrolUntil", "2080-04-01T00:00:00"), Map.entry("capacity", 5), Map.entry("place", "Zwolle"),
            Map.entry("employerDecides", true), Map.entry("facilitators", List.of()));
    }

    private static Thing cohort() {
        return thing(Api.as("begeleider").post("/cohorts", cohortBody()), 201);
    }

    static Thing openCohort() {
        Thing draft = cohort();
        return thing(Api.as("begeleider").post("/cohorts/" + draft.id() + ":open", "", "If-Match", draft.etag()), 200);
    }

    private static Map<String, Object> sessionBody() {
        return Map.of("title", "Eerste bijeenkomst", "day", "2080-04-12", "from", "10:00", "to", "12:30", "place", "Zwolle", "agenda", "Kennismaken");
    }

    private static Thing session() {
        return thing(Api.as("begeleider").post("/cohorts/" + openCohort().id() + "/sessions", sessionBody()), 201);
    }

    /** A cohort that is over, in which the employee of this side took part. */
    private static String finishedWith(Side side) {
        Thing enrolment = enrolled(side);
        thing(Api.as(side.hr).post("/enrolments/" + enrolment.id() + ":approve", "", "If-Match", enrolment.etag()), 200);
        String cohort = enrolment.json().get("cohortId").asText();
        Truth.change("update cohort set state = 'FINISHED' where id = ?::uuid", cohort);
        return cohort;
    }

    private static String certified(Side side) {
        String cohort = finishedWith(side);
        Api.Answer given = Api.as("begeleider").post("/cohorts/" + cohort + "/certificates", Map.of("people", List.of(Truth.person(side.employee))));
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        return cohort;
    }

    /** The employee of this side has a place that waits for her employer. */
    private static Thing enrolled(Side side) {
        return thing(Api.as(side.employee).post("/cohorts/" + openCohort().id() + "/enrolments", ""), 201);
    }

    private static Map<String, Object> topicBody() {
        return Map.of("kind", "QUESTION", "title", "Hoe roosteren jullie op zondag?", "body", "Wij zoeken nog **naar een vorm**.", "tags", List.of("rooster"), "anonymous", false, "aboutNobody", false);
    }

    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** A file that a post of HR names. */
    private static String file(Side side, String where) {
        Thing file = thing(Api.as(side.hr).call("POST", "/attachments?name=plan.pdf", "application/octet-stream", PDF), 201);
        thing(Api.as(side.hr).post("/topics/" + topic(side, where).id() + "/posts", Map.of("body", "Zie " + file.json().get("markdown").asText())), 201);
        return file.id();
    }

    private static String letter(Side side) {
        return thing(Api.as(side.hr).post("/spaces/" + space(side, "network") + "/topics",
            Map.of("kind", "LETTER", "title", "Brief voor uitlenen", "body", "Beste collega,", "tags", List.of("brieven"))), 201).id();
    }

    private static String someSource() {
        return Truth.texts("select id from dated_source where valid_until is null order by id").get(0);
    }

    private static Map<String, Object> sourceBody() {
        return Map.of("name", "Bron van de toets " + next(), "link", "https://bron.example/" + next(), "validFrom", "2026-01-01", "validUntil", "2099-12-31");
    }

    private static Map<String, Object> reply() {
        return Map.of("body", "Wij doen dat om de week.", "aboutNobody", false);
    }

    private static Thing topic(Side side, String where) {
        return thing(Api.as(side.hr).post("/spaces/" + space(side, where) + "/topics", topicBody()), 201);
    }

    private static Thing firstPost(Side side, String where) {
        String id = Api.as(side.hr).get("/topics/" + topic(side, where).id() + "/posts").json().at("/items/0/id").asText();
        return read(side.hr, "/posts/" + id);
    }

    private static Thing answerTo(Thing topic) {
        return thing(Api.as("hr.vennenland").post("/topics/" + topic.id() + "/posts", reply()), 201);
    }

    private static Map<String, Object> question() {
        return Map.of("question", "Is er een plek om te lunchen?", "named", false);
    }

    /** Vennenland asks the employee of this side, or this library keeps Bram, who agreed. */
    private static Thing favourite(Side side, String thing) {
        boolean hers = thing.equals("hers");
        String library = Loans.organisation(hers ? Loans.LENDER : side.hr);
        String person = Truth.person(hers ? side.employee : Loans.EMPLOYEE);
        Truth.change("update favourite set state = 'ENDED', instant_by = null, instant_at = null where organisation_id = ?::uuid and person_id = ?::uuid and state in ('ASKED','AGREED')",
            library, person);
        Truth.change("insert into favourite (id, organisation_id, person_id, state, asked_by, asked_at, changed_at) values (uuidv7(), ?::uuid, ?::uuid, ?, ?::uuid, now(), now())",
            library, person, hers ? "ASKED" : "AGREED", Truth.person(hers ? Loans.LENDER : side.hr));
        return new Thing(Truth.texts("select id from favourite where organisation_id = ?::uuid and person_id = ?::uuid and state in ('ASKED','AGREED')", library, person).get(0), "\"0\"", null);
    }

    private static Map<String, Object> swapWithBram() {
        return Map.of("email", "bram.vennenland@vliegwiel.example", "kind", "HANDOVER");
    }

    /** A definite placement of the employee of this side, at a moment of its own. */
    private static String swappable(Side side) {
        return definite(lent(side));
    }

    private static String definite(Thing placement) {
        int slot = WORKED.incrementAndGet();
        Truth.change("update placement set state = 'CONFIRMED', starts_at = '2095-01-01 08:00Z'::timestamptz + ? * interval '2 days', ends_at = '2095-01-01 09:00Z'::timestamptz + ? * interval '2 days'"
            + " where id = ?::uuid", slot, slot, placement.id());
        return placement.id();
    }

    /** Bram asks the employee of this side to go to the other side in his place. */
    private static Thing offered(Side side) {
        String placement = definite(borrowed(side == Side.DUINRAND ? Side.HOOGVEEN : Side.DUINRAND));
        return thing(Api.as("bram.vennenland").post("/placements/" + placement + "/swaps", Map.of("email", side.employee + "@vliegwiel.example", "kind", "HANDOVER")), 201);
    }

    private static Thing swap(Side side) {
        return thing(Api.as(side.employee).post("/placements/" + swappable(side) + "/swaps", swapWithBram()), 201);
    }

    /** The consent of its works council, of long ago. */
    static void consented(String organisation) {
        Truth.change("update evaluation_consent set revoked_at = now(), revoked_by = recorded_by where organisation_id = ?::uuid and revoked_at is null", organisation);
        Truth.change("insert into evaluation_consent (id, organisation_id, body, consented_on, document, recorded_by, recorded_at)"
            + " select gen_random_uuid(), ?::uuid, 'WORKS_COUNCIL', current_date - 200, 'OR 2026-14', ?::uuid, now() - interval '200 days'", organisation, Truth.person("beheer"));
    }

    /** A placement of which the work ended some days ago, between libraries whose works councils consented. */
    private static String justWorked(Side side, String thing) {
        Thing placement = placement(side, thing);
        int slot = WORKED.incrementAndGet();
        Truth.change("update placement set state = 'RUNNING', break_minutes = 0, starts_at = date_trunc('day', now()) - interval '12 days' - interval '3 hours' + ? * interval '80 seconds',"
            + " ends_at = date_trunc('day', now()) - interval '12 days' - interval '3 hours' + ? * interval '80 seconds' + interval '1 minute' where id = ?::uuid", slot, slot, placement.id());
        consented(side.organisation());
        consented(Loans.organisation(Loans.LENDER));
        return placement.id();
    }

    /** Both sides wrote how it went. */
    private static String evaluated(Side side, String thing) {
        String placement = justWorked(side, thing);
        for (String writer : thing.equals("lent") ? List.of(side.employee, Loans.LENDER) : List.of(Loans.EMPLOYEE, side.hr)) {
            Api.Answer written = Api.as(writer).put("/placements/" + placement + "/evaluation", EVALUATION, "If-Match", "\"0\"");
            assertThat(written.status()).as(written.body()).isEqualTo(200);
        }
        return placement;
    }

    /** A place to learn from which somebody is back. */
    private static String learned(Side side, String thing) {
        String placement = justWorked(side, thing);
        Truth.change("update staff_request set purpose = 'LEARNING' where id = (select request_id from placement where id = ?::uuid)", placement);
        return placement;
    }

    private static Thing attendance(Thing work, Side side, String thing) {
        return new Thing(work.id(), read(thing.equals("lent") ? side.employee : "bram.vennenland", "/placements/" + work.id() + "/attendance").etag(), null);
    }

    /** It is written down that she did not come. */
    private static Thing missed(Side side, String thing) {
        Thing begun = attendance(worked(side, thing), side, thing);
        Api.Answer said = Api.as(thing.equals("lent") ? "hr.vennenland" : side.hr).post("/placements/" + begun.id() + "/attendance/no-show", "", "If-Match", begun.etag());
        assertThat(said.status()).as(said.body()).isEqualTo(200);
        return new Thing(begun.id(), said.etag(), said.json());
    }

    /** A draft with hours that the library lent to Vennenland last year, when there were rates. */
    static Thing settlement(Side side) {
        Thing placement = placement(side, "lent");
        int slot = WORKED.incrementAndGet();
        String first = "date_trunc('year', now()) - interval '1 year' + interval '32 hours'";
        Truth.change("update shift set starts_at = " + first + " + ? * interval '12 hours', ends_at = " + first + " + interval '1 hour' + ? * interval '12 hours', break_minutes = 0"
            + " where id = (select shift_id from placement where id = ?::uuid)", slot, slot, placement.id());
        Truth.change("update placement p set starts_at = s.starts_at, ends_at = s.ends_at, break_minutes = 0, state = 'RUNNING' from shift s where s.id = p.shift_id and p.id = ?::uuid",
            placement.id());
        Thing sheet = read(side.employee, "/placements/" + placement.id() + "/hours");
        done(done(done(new Thing(placement.id(), sheet.etag(), sheet.json()), "submit", side.employee), "confirm", "hr.vennenland"), "approve", side.hr);
        String ours = "/organisations/" + side.organisation() + "/settlements";
        java.time.LocalDate day = java.time.LocalDate.parse(sheet.json().at("/planned/start").asText().substring(0, 10));
        thing(Api.as(side.hr).post(ours, Map.of("quarter", day.getYear() + "Q" + ((day.getMonthValue() + 2) / 3), "leaveOpen", true)), 200);
        return read(side.hr, "/settlements/" + Truth.texts("select settlement_id from settlement_line where placement_id = ?::uuid", placement.id()).get(0));
    }

    private static Thing sent(Side side) {
        Thing draft = settlement(side);
        return thing(Api.as(side.hr).post("/settlements/" + draft.id() + ":send", "", "If-Match", draft.etag()), 200);
    }

    private static Map<String, Object> price() {
        return Map.of("scale", next(), "wageCents", 2000, "chargesCents", 800, "source", "Toets", "validFrom", "2025-01-01");
    }

    private static Map<String, Object> irregularHours() {
        String day = java.time.LocalDate.of(2040, 1, 1).plusDays((FIRST_CODE * 7L + NEXT.incrementAndGet()) % 20_000).toString();
        return Map.of("weekday", "MONDAY", "from", "06:00", "to", "06:30", "perMille", 250, "source", "Toets", "validFrom", day, "validTo", day);
    }

    private static Thing submitted(Side side, String thing) {
        return done(worked(side, thing), "submit", thing.equals("lent") ? side.employee : "bram.vennenland");
    }

    private static Thing confirmed(Side side, String thing) {
        return done(submitted(side, thing), "confirm", thing.equals("lent") ? "hr.vennenland" : side.hr);
    }

    private static String lenderOf(Side side, String thing) {
        return thing.equals("lent") ? side.hr : "hr.vennenland";
    }

    private static Thing done(Thing work, String deed, String account) {
        Thing sheet = thing(Api.as(account).post("/placements/" + work.id() + "/hours:" + deed, "", "If-Match", work.etag()), 200);
        return new Thing(work.id(), sheet.etag(), sheet.json());
    }

    private static Map<String, Object> hours(Thing work, int minutes) {
        java.time.Instant start = java.time.Instant.parse(work.json().at("/planned/start").asText());
        return Map.of("start", start.toString(), "end", start.plusSeconds(60L * minutes).toString(), "breakMinutes", 0, "travelMinutes", 30);
    }

    private static Call hoursDeed(String operation, Thing work, Object body) {
        return changing(operation, "/placements/" + work.id() + operation.substring(operation.indexOf("/hours")), body, work.etag());
    }

    private static Thing applied(String account, String requestId, String shiftId) {
        Api.Answer answer = Loans.apply(account, new Loans.Asked(requestId, shiftId));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return read(account, "/placements/" + answer.json().at("/placements/0/id").asText());
    }

    private static Loans.Asked askedByVennenland() {
        Map<String, Object> body = new TreeMap<>(request(Side.DUINRAND, "COUNTRY"));
        String organisation = Loans.organisation("hr.vennenland");
        body.put("organisationId", organisation);
        body.put("branchId", Loans.branch(organisation));
        Thing draft = thing(Api.as("hr.vennenland").post("/requests", body), 201);
        Thing open = thing(Api.as("hr.vennenland").post("/requests/" + draft.id() + ":publish", "", "If-Match", draft.etag()), 200);
        return new Loans.Asked(open.id(), shift(open));
    }
}
