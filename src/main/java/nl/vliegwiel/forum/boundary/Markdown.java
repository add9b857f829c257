package nl.vliegwiel.forum.boundary;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes HTML of what people write. HTML that they typed is shown as they typed it; what the renderer makes is judged again by
 * a list of what is allowed, so that a fault in one of the two does no harm. A picture from elsewhere becomes a link, since
 * showing it would tell its server who reads; one that was uploaded here is shown.
 */
public final class Markdown {
    private static final Logger LOG = Logger.getLogger(Markdown.class.getName());
    /** Where files of ours are fetched; an id follows. */
    static final String FILES = "/forum/file/";
    /** Where somebody is shown; an id follows. */
    static final String PEOPLE = "/forum/person?id=";
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern FILE = Pattern.compile(Pattern.quote(FILES) + "(" + ID + ")");
    private static final Pattern PERSON = Pattern.compile("\\(" + Pattern.quote(PEOPLE) + "(" + ID + ")\\)");
    /** Under the headings of the page itself. */
    private static final int HEADING_BELOW = 2;
    private static final int LOWEST_HEADING = 6;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create(), TaskListItemsExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).escapeHtml(true).sanitizeUrls(true)
        .attributeProviderFactory(context -> (node, tag, attributes) -> {
            if ("img".equals(tag)) {
                attributes.put("loading", "lazy");
            }
        }).build();
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
        .allowElements("p", "br", "hr", "h3", "h4", "h5", "h6", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "a")
        .allowAttributes("href").onElements("a").allowUrlProtocols("https", "http", "mailto").requireRelNofollowOnLinks()
        .allowElements("img").allowAttributes("src").matching(FILE).onElements("img").allowAttributes("alt").onElements("img")
        .allowAttributes("loading").matching(true, "lazy").onElements("img")
        .allowAttributes("start").matching(Pattern.compile("\\d{1,6}")).onElements("ol")
        .allowAttributes("align").matching(true, "left", "center", "right").onElements("th", "td")
        .toFactory();

    private Markdown() {
    }

    /** @return HTML that can be shown as it is */
    public static String html(String body) {
        try {
            Node document = PARSER.parse(body);
            SortedSet<Integer> levels = new TreeSet<>();
            document.accept(new AbstractVisitor() {
                @Override
                public void visit(Heading heading) {
                    levels.add(heading.getLevel());
                }
            });
            document.accept(new Plain(List.copyOf(levels)));
            return ALLOWED.sanitize(RENDERER.render(document));
        } catch (StackOverflowError e) {
            LOG.log(Level.FINE, "Marks in marks in marks: shown as typed", e);
            return "<p>" + ALLOWED.sanitize(body.replace("&", "&amp;").replace("<", "&lt;")) + "</p>";
        }
    }

    /** Files of ours that a text names. */
    static Set<UUID> files(String body) {
        return FILE.matcher(body).results().map(found -> UUID.fromString(found.group(1))).collect(Collectors.toUnmodifiableSet());
    }

    /** People whom a text names. */
    static Set<UUID> people(String body) {
        return PERSON.matcher(body).results().map(found -> UUID.fromString(found.group(1))).collect(Collectors.toUnmodifiableSet());
    }

    /** What this product shows otherwise than the renderer would. */
    private static final class Plain extends AbstractVisitor {
        /** Of headings in the text, the highest first: whatever somebody chose, they follow one another. */
        private final List<Integer> levels;

        Plain(List<Integer> levels) {
            this.levels = levels;
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            if (FILE.matcher(image.getDestination()).matches()) {
                image.setTitle(null);
                return;
            }
            Link link = new Link(image.getDestination(), image.getTitle());
            if (image.getFirstChild() == null) {
                link.appendChild(new Text(image.getDestination()));
            }
            for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
                link.appendChild(child);
            }
            // A link in a link is none: then only its words stay
            if (isInLink(image)) {
                for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                    image.insertBefore(child);
                }
            } else {
                image.insertBefore(link);
            }
            image.unlink();
        }

        private static boolean isInLink(Node node) {
            Node parent = node.getParent();
            while (parent != null && !(parent instanceof Link)) {
                parent = parent.getParent();
            }
            return parent != null;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LOWEST_HEADING, levels.indexOf(heading.getLevel()) + 1 + HEADING_BELOW));
            visitChildren(heading);
        }

        /** A box that nobody can tick would only be in the way of who hears the page. */
        @Override
        public void visit(CustomNode node) {
            if (node instanceof TaskListItemMarker marker) {
                Text box = new Text(marker.isChecked() ? "\u2611 " : "\u2610 ");
                Node paragraph = marker.getNext();
                if (paragraph instanceof Paragraph) {
                    paragraph.prependChild(box);
                } else {
                    marker.insertBefore(box);
                }
                marker.unlink();
            } else {
                visitChildren(node);
            }
        }
    }
}
