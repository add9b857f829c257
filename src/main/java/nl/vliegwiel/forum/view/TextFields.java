package nl.vliegwiel.forum.view;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** What somebody types wherever she writes: a text, the word that it is about nobody in particular, and title and tags where it begins a topic. */
public final class TextFields implements Serializable {
    private static final long serialVersionUID = 1L;

    private String title;
    private String body;
    private String tags;
    private boolean aboutNobody;

    /** Tags as they are kept; typed between commas. */
    List<String> tagList() {
        return tags == null ? List.of() : Arrays.asList(tags.split("[,;]"));
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public boolean isAboutNobody() {
        return aboutNobody;
    }

    public void setAboutNobody(boolean aboutNobody) {
        this.aboutNobody = aboutNobody;
    }
}
