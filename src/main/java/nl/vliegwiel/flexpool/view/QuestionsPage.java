package nl.vliegwiel.flexpool.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.vliegwiel.flexpool.boundary.Question;
import nl.vliegwiel.flexpool.boundary.QuestionService;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.text.Texts;
import nl.vliegwiel.platform.web.Languages;
import nl.vliegwiel.platform.web.Notices;
import org.omnifaces.cdi.ViewScoped;

/** Questions about a request on its page, and their answers. */
@Named
@ViewScoped
public class QuestionsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private QuestionService service;

    @Inject
    private Languages languages;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private UUID requestId;
    private String question;
    private boolean named;
    /** By question, so that an answer that could not be sent stays where it was typed. */
    private final Map<UUID, String> answers = new HashMap<>();
    private final Map<UUID, Boolean> forHerOnly = new HashMap<>();
    private transient List<Question> questions;
    private transient UUID opened;
    private transient boolean asking;

    /** @throws NotFound for an address without the id of a request */
    @PostConstruct
    void read() {
        try {
            requestId = UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("request.notFound");
        }
    }

    public List<Question> getQuestions() {
        if (questions == null) {
            questions = service.questions(requestId);
        }
        return questions;
    }

    public boolean isMayAsk() {
        return service.mayAsk(requestId);
    }

    /** There is something to read or to ask. */
    public boolean isShown() {
        return !getQuestions().isEmpty() || isMayAsk();
    }

    public String ask() {
        asking = true;
        service.ask(requestId, question, named);
        notices.done(Texts.of(languages.getLocale(), "question.done.asked"));
        return "/flexpool/request?faces-redirect=true";
    }

    public String answer(Question asked) {
        opened = asked.id();
        service.answer(asked.id(), asked.version(), answers.get(asked.id()), Boolean.TRUE.equals(forHerOnly.get(asked.id())));
        notices.done(Texts.of(languages.getLocale(), "question.done.answered"));
        return "/flexpool/request?faces-redirect=true";
    }

    /** The question whose answer could not be sent; null for none. */
    public UUID getOpened() {
        return opened;
    }

    public boolean isAsking() {
        return asking;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    public boolean isNamed() {
        return named;
    }

    public void setNamed(boolean named) {
        this.named = named;
    }

    public Map<UUID, String> getAnswers() {
        return answers;
    }

    public Map<UUID, Boolean> getForHerOnly() {
        return forHerOnly;
    }
}
