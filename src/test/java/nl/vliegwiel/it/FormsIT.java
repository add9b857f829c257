package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.it.GoodCalls.Side;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of every page, sent with rubbish as a browser without script would: no 500, and what was typed is still there. */
@RunAsClient
class FormsIT extends ServerTest {
    static final List<String> RUBBISH = List.of("", "geen keuze", "-1", "99999999999999999999", "30-2-2027", "25:61", "<b>&amp;\"'</b>#{7*7}", "naam\u0000nul",
        "x".repeat(5000));
    private static Map<String, String> ids;

    @BeforeAll
    static void things() {
        ids = PageAccessIT.ids(Side.DUINRAND);
    }

    @AfterAll
    static void ownThingsAreAsBefore() {
        BadInputIT.itsOwnThingsAreAsBefore();
    }

    private static String path(String page) {
        String path = page;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    @ParameterizedTest(name = "{1} as {0}")
    @CsvSource({"begeleider,/person/profile", "begeleider,/notification-settings", "begeleider,/person/skill-edit", "begeleider,/person/skill-edit?id={skill}", "begeleider,/flexpool/availability",
        "anna.duinrand,/flexpool/request?id={published}", "hr.duinrand,/flexpool/request-edit", "hr.duinrand,/flexpool/request-edit?id={draft}",
        "hr.duinrand,/flexpool/request?id={published}", "hr.duinrand,/flexpool/request-publish?id={draft}", "hr.duinrand,/flexpool/placement?id={borrowed}",
        "hr.duinrand,/flexpool/placement?id={lent}", "anna.duinrand,/flexpool/swap?id={swap}", "hr.duinrand,/flexpool/weights?organisation={library}", "hr.duinrand,/flexpool/lending", "hr.duinrand,/flexpool/frame", "hr.duinrand,/flexpool/frame?id={frame}", "hr.duinrand,/flexpool/induction?branch={new branch}",
         "hr.duinrand,/flexpool/evaluation-consent", "hr.duinrand,/organisation/retention", "hr.duinrand,/flexpool/rates", "hr.duinrand,/flexpool/pace?organisation={library}", "hr.duinrand,/organisation/employee-edit",
        "hr.duinrand,/organisation/roles?id={library}", "beheer,/organisation/library-edit", "beheer,/organisation/branch-edit?id={library}", "beheer,/skill/catalogue-edit",
        "begeleider,/learning/cohort-edit", "begeleider,/learning/programme-edit", "begeleider,/learning/cohort?id={cohort}", "begeleider,/learning/session-edit?cohort={cohort}", "begeleider,/learning/session?id={session}", "hr.duinrand,/learning/consent?id={enrolment}",
        "moderator.poi,/forum/sources", "moderator.poi,/forum/experts", "moderator.poi,/forum/tidy?id={topic}",
        "hr.duinrand,/forum/ask", "anna.duinrand,/forum/topic?id={topic}", "hr.duinrand,/forum/post?id={circle post}", "moderator.poi,/forum/post?id={circle post}", "beheer,/search/synonyms"})
    void aFormWithRubbishIsSaidAndKept(String account, String page) {
        Truth.forgetCalls();
        Visitor visitor = new Visitor();
        visitor.signIn(account);
        List<String> faults = new ArrayList<>();
        for (WebForm seen : WebForm.all(visitor.get(path(page)).body())) {
            if (seen.isPosted() && !seen.typed().isEmpty()) {
                seen.buttons().forEach(button -> RUBBISH.forEach(rubbish -> fill(visitor, path(page), seen.id(), button, rubbish, faults)));
            }
        }
        assertThat(faults).as(page).isEmpty();
    }

    private static void fill(Visitor visitor, String path, String id, String button, String rubbish, List<String> faults) {
        List<WebForm> now = WebForm.all(visitor.get(path).body()).stream().filter(form -> form.id().equals(id) && form.buttons().contains(button)).toList();
        if (now.isEmpty()) {
            return;
        }
        WebForm form = now.get(0);
        form.typed().forEach(field -> form.with(field, rubbish));
        Visitor.Page answer = visitor.post(path, form.with(button, "x").encoded());
        String what = button + " with " + (rubbish.length() > 40 ? rubbish.length() + " characters" : rubbish) + ": ";
        if (answer.status() >= 500) {
            faults.add(what + answer.status());
        }
        if (answer.status() == 200) {
            if (!answer.body().contains("</html>")) {
                faults.add(what + "half a page");
            }
            WebForm.all(answer.body()).stream().filter(kept -> kept.id().equals(id)).forEach(kept -> form.texts().forEach(field -> {
                String value = kept.values().get(field);
                if (value != null && !rubbish.contains("\u0000") && !value.strip().equals(rubbish)) {
                    faults.add(what + field + " is not kept but " + (value.length() > 60 ? value.substring(0, 60) : value));
                }
            }));
        }
    }

    @Test
    void aFormOfAnotherSessionOrWithoutOneDoesNothing() {
        Visitor visitor = new Visitor();
        visitor.signIn("begeleider");
        WebForm form = WebForm.all(visitor.get("/person/profile").body()).stream().filter(one -> one.isPosted() && !one.texts().isEmpty()).findFirst().orElseThrow();
        form.texts().forEach(field -> form.with(field, "Vreemd"));
        form.with(form.buttons().get(0), "x");
        for (String state : new String[] {"", "stateless", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", "1:2", "x".repeat(10_000)}) {
            int status = visitor.post("/person/profile", form.with("jakarta.faces.ViewState", state).encoded()).status();
            assertThat(status).as("view state " + state).isLessThan(500);
        }
        assertThat(Truth.number("select count(*) from person where given_name = 'Vreemd'")).isZero();
    }
}
