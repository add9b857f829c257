package nl.vliegwiel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Set;

/** The six words of the frame. A word shows as soon as its landing page is there. */
@Named("menu")
@RequestScoped
public class Menu {
    /**
     * @param key of the word in the frame's texts
     * @param outcome landing page
     * @param folders whose pages belong to it
     * @param icon of our sprite
     */
    public record Word(String key, String outcome, Set<String> folders, String icon) {
    }

    private static final List<Word> WORDS = List.of(
        new Word("menu.start", "/index", Set.of(), "home"),
        new Word("menu.flexpool", "/flexpool/index", Set.of("flexpool"), "shift"),
        new Word("menu.network", "/forum/index", Set.of("forum", "meeting", "community"), "people"),
        new Word("menu.learning", "/learning/index", Set.of("learning"), "learn"),
        new Word("menu.projects", "/innovation/index", Set.of("innovation", "programme", "profile"), "project"),
        new Word("menu.organisation", "/organisation/index", Set.of("organisation", "person", "skill"), "building"));

    @Inject
    private ServletContext servlet;

    public List<Word> getWords() {
        return WORDS.stream().filter(word -> exists(word.outcome() + ".xhtml")).toList();
    }

    /** Value of aria-current: on the landing page itself, or somewhere in the section. Null elsewhere. */
    public String current(Word word) {
        if (word.outcome().equals(page())) {
            return "page";
        }
        return word.folders().contains(folder()) ? "true" : null;
    }

    /** Value of aria-current for a link to one page. */
    public String currentPage(String outcome) {
        return outcome.equals(page()) ? "page" : null;
    }

    /** The tabs of this section, or an empty file. */
    public String getTabs() {
        String file = "/WEB-INF/includes/" + folder() + "-tabs.xhtml";
        return !folder().isEmpty() && exists(file) ? file : "/WEB-INF/includes/no-tabs.xhtml";
    }

    public boolean isStart() {
        return "/index".equals(page());
    }

    public boolean isSearch() {
        return exists("/search.xhtml");
    }

    public boolean isInbox() {
        return exists("/inbox.xhtml");
    }

    private boolean exists(String file) {
        try {
            return servlet.getResource(file) != null;
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    private String folder() {
        String page = page();
        int end = page.indexOf('/', 1);
        return end < 0 ? "" : page.substring(1, end);
    }

    private String page() {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return view.replaceFirst("\\.xhtml$", "");
    }
}
