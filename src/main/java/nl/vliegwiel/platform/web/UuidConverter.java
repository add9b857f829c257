package nl.vliegwiel.platform.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.vliegwiel.platform.text.Texts;

/**
 * An id in an address or in a choice. What is no id names nothing: in an address the answer is "not there" (404), and a
 * choice that is none is a fault at its field.
 */
@FacesConverter(value = "uuid")
public class UuidConverter implements Converter<UUID> {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public UUID getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (ID.matcher(value).matches()) {
            return UUID.fromString(value);
        }
        if (!(component instanceof UIViewParameter)) {
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.of(context.getViewRoot().getLocale(), "body.field.wrong"), null));
        }
        if (context.getResponseComplete()) {
            return null;
        }
        try {
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            context.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, UUID value) {
        return value == null ? "" : value.toString();
    }
}
