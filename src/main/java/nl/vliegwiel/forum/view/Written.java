package nl.vliegwiel.forum.view;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import nl.vliegwiel.forum.boundary.Post;

/**
 * Shows what somebody wrote as the HTML that was made of it when she did. The only component that writes HTML as it is kept,
 * so it takes a post and nothing else: that HTML went through {@link nl.vliegwiel.forum.boundary.Markdown}.
 */
@FacesComponent(Written.TYPE)
public class Written extends UIComponentBase {
    public static final String TYPE = "nl.vliegwiel.Written";

    @Override
    public String getFamily() {
        return "nl.vliegwiel";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Post post = (Post) getAttributes().get("value");
        if (post != null && post.html() != null) {
            context.getResponseWriter().startElement("div", this);
            context.getResponseWriter().writeAttribute("class", "written", null);
            context.getResponseWriter().write(post.html());
            context.getResponseWriter().endElement("div");
        }
    }
}
