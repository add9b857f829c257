package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of a page as a browser without script would send it. */
final class WebForm {
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern CONTROL = Pattern.compile("(?s)<(input|textarea|select|button)\\b([^>]*)>(?:(.*?)</(?:textarea|select|button)>)?");
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    private final String id;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> typed = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> buttons = new ArrayList<>();
    private final String method;
    private final boolean multipart;

    private WebForm(String attributes, String content) {
        id = attribute(attributes, "id");
        method = attribute(attributes, "method");
        multipart = attributes.contains("multipart/form-data");
        Matcher control = CONTROL.matcher(content);
        int from = 0;
        while (control.find(from)) {
            boolean single = control.group(1).equals("input");
            from = single ? control.end(2) + 1 : control.end();
            String name = attribute(control.group(2), "name");
            if (!name.isEmpty()) {
                add(control.group(1), name, control.group(2), single ? "" : String.valueOf(control.group(3)));
            }
        }
    }

    private void add(String tag, String name, String attributes, String content) {
        String type = attribute(attributes, "type");
        if (tag.equals("button") || type.equals("submit")) {
            buttons.add(name);
        } else if (type.equals("hidden")) {
            values.put(name, attribute(attributes, "value"));
        } else if (type.equals("checkbox") || type.equals("radio")) {
            typed.add(name);
            if (attributes.contains("checked")) {
                values.put(name, attribute(attributes, "value"));
            }
        } else if (tag.equals("select")) {
            typed.add(name);
            Matcher option = OPTION.matcher(content);
            while (option.find()) {
                if (option.group(1).contains("selected") || !values.containsKey(name)) {
                    values.put(name, attribute(option.group(1), "value"));
                }
            }
        } else if (!type.equals("file")) {
            typed.add(name);
            texts.add(name);
            values.put(name, tag.equals("textarea") ? unescaped(content.strip()) : attribute(attributes, "value"));
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? unescaped(found.group(1)) : "";
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'").replace("&amp;", "&");
    }

    static List<WebForm> all(String page) {
        List<WebForm> forms = new ArrayList<>();
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            forms.add(new WebForm(form.group(1), form.group(2)));
        }
        return forms;
    }

    static WebForm of(String page, String id) {
        List<WebForm> found = all(page).stream().filter(form -> form.id.equals(id)).toList();
        assertThat(found).as("form " + id + " on the page").hasSize(1);
        return found.get(0);
    }

    static String firstButton(String page, String id) {
        return of(page, id).buttons.get(0);
    }

    WebForm with(String name, String value) {
        values.put(name, value);
        return this;
    }

    String id() {
        return id;
    }

    /** Faces' own forms are posted; those with a file or for searching are not tried here. */
    boolean isPosted() {
        return method.equalsIgnoreCase("post") && !multipart && values.containsKey("jakarta.faces.ViewState");
    }

    /** What a person fills in. */
    List<String> typed() {
        return typed.stream().distinct().toList();
    }

    /** Of these what takes any text. */
    List<String> texts() {
        return texts;
    }

    List<String> buttons() {
        return buttons;
    }

    Map<String, String> values() {
        return values;
    }

    String encoded() {
        return values.entrySet().stream().map(one -> Api.encoded(one.getKey()) + "=" + Api.encoded(one.getValue())).collect(Collectors.joining("&"));
    }
}
