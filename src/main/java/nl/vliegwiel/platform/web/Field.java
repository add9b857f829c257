package nl.vliegwiel.platform.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.vliegwiel.platform.text.Bundles;
import org.primefaces.component.api.InputHolder;

/**
 * One question of a form: label, help, what is wrong, and inside it the input, all tied together for those who hear
 * the page (WCAG 1.3.1, 3.3.1, 3.3.2). A component and not a tag file, because it must find the input and its messages
 * while the page is drawn, also inside a repetition.
 *
 * <p>Attributes: {@code for} id of the input; {@code label}; {@code help}; {@code required} or {@code optional} for the
 * word behind the label; {@code kind}: nothing for one input, {@code group} for radio buttons or several checkboxes,
 * {@code check} for a single checkbox before its label.
 */
@FacesComponent(Field.TYPE)
public class Field extends UIComponentBase {
    public static final String TYPE = "nl.vliegwiel.Field";

    @Override
    public String getFamily() {
        return "nl.vliegwiel";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        UIComponent input = input();
        boolean group = "group".equals(text("kind"));
        boolean check = "check".equals(text("kind"));
        String inputId = input instanceof InputHolder holder ? holder.getInputClientId() : input.getClientId(context);
        String field = input.getClientId(context) + "-field";
        List<FacesMessage> faults = context.getMessageList(input.getClientId(context));
        boolean helped = !text("help").isEmpty();
        describe(input, field, helped, !faults.isEmpty(), group);

        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("div", this);
        writer.writeAttribute("id", field, null);
        writer.writeAttribute("class", "field" + (check ? " field-check" : "") + (faults.isEmpty() ? "" : " field-wrong"), null);
        if (group) {
            writer.writeAttribute("role", "group", null);
            writer.writeAttribute("aria-labelledby", field + "-label", null);
            String described = described(field, helped, !faults.isEmpty());
            if (!described.isEmpty()) {
                writer.writeAttribute("aria-describedby", described, null);
            }
        }
        if (!check) {
            label(writer, field, group ? null : inputId);
            help(writer, field, helped);
        }
        faults(writer, field, faults);
        if (check) {
            writer.startElement("div", this);
            writer.writeAttribute("class", "field-choice", null);
        }
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        if ("check".equals(text("kind"))) {
            UIComponent input = input();
            String field = input.getClientId(context) + "-field";
            label(writer, field, input.getClientId(context));
            writer.endElement("div");
            help(writer, field, !text("help").isEmpty());
        }
        writer.endElement("div");
    }

    private void label(ResponseWriter writer, String field, String forId) throws IOException {
        writer.startElement(forId == null ? "span" : "label", this);
        writer.writeAttribute("id", field + "-label", null);
        writer.writeAttribute("class", "field-label", null);
        if (forId != null) {
            writer.writeAttribute("for", forId, null);
        }
        writer.writeText(text("label"), null);
        String mark = flag("required") ? "frame.field.required" : flag("optional") ? "frame.field.optional" : null;
        if (mark != null) {
            writer.write(" ");
            writer.startElement("span", this);
            writer.writeAttribute("class", "field-mark", null);
            writer.writeText(frame(mark), null);
            writer.endElement("span");
        }
        writer.endElement(forId == null ? "span" : "label");
    }

    private void help(ResponseWriter writer, String field, boolean helped) throws IOException {
        if (helped) {
            writer.startElement("div", this);
            writer.writeAttribute("id", field + "-help", null);
            writer.writeAttribute("class", "field-help", null);
            writer.writeText(text("help"), null);
            writer.endElement("div");
        }
    }

    private void faults(ResponseWriter writer, String field, List<FacesMessage> faults) throws IOException {
        if (faults.isEmpty()) {
            return;
        }
        writer.startElement("div", this);
        writer.writeAttribute("id", field + "-fault", null);
        writer.writeAttribute("class", "field-fault", null);
        writer.startElement("span", this);
        writer.writeAttribute("class", "sr-only", null);
        writer.writeText(frame("frame.field.wrong"), null);
        writer.endElement("span");
        for (FacesMessage fault : faults) {
            writer.startElement("p", this);
            writer.writeText(Notices.text(fault), null);
            writer.endElement("p");
        }
        writer.endElement("div");
    }

    private void describe(UIComponent input, String field, boolean helped, boolean wrong, boolean group) {
        // Messages speak of the field by its label
        input.getAttributes().putIfAbsent("label", text("label"));
        if (group) {
            return;
        }
        Map<String, Object> passed = input.getPassThroughAttributes(true);
        String described = described(field, helped, wrong);
        set(passed, "aria-describedby", described.isEmpty() ? null : described);
        // PrimeFaces writes these two itself
        boolean ours = !(input.getClass().getName().startsWith("org.primefaces."));
        set(passed, "aria-invalid", ours && wrong ? "true" : null);
        boolean required = flag("required") || input instanceof UIInput asked && asked.isRequired();
        set(passed, "aria-required", ours && required ? "true" : null);
    }

    private static void set(Map<String, Object> passed, String name, String value) {
        if (value == null) {
            passed.remove(name);
        } else {
            passed.put(name, value);
        }
    }

    private static String described(String field, boolean helped, boolean wrong) {
        return ((helped ? field + "-help " : "") + (wrong ? field + "-fault" : "")).trim();
    }

    private UIComponent input() {
        UIComponent input = findComponent(text("for"));
        if (input == null) {
            throw new IllegalArgumentException("No input with id '" + text("for") + "' in the field");
        }
        return input;
    }

    private String frame(String key) {
        return Bundles.of("platform", getFacesContext().getViewRoot().getLocale()).getString(key);
    }

    private boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    private String text(String name) {
        Object value = getAttributes().get(name);
        return value == null ? "" : value.toString();
    }
}
