package nl.vliegwiel.platform.web;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
import nl.vliegwiel.platform.text.Bundles;

/**
 * Makes the texts of a feature known to pages under the feature's name, {@code #{flexpool['request.title']}},
 * and those of the frame as {@code #{text['…']}}. Not by {@code resource-bundle} in faces-config.xml, which
 * falls back on the language of the machine before it takes the Dutch base file.
 */
public class TextResolver extends ELResolver {
    private static final String FRAME = "text";

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        String feature = FRAME.equals(name) ? "platform" : name;
        if (!Bundles.exists(feature)) {
            return null;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        Locale locale = faces.getViewRoot() == null
            ? faces.getApplication().getViewHandler().calculateLocale(faces)
            : faces.getViewRoot().getLocale();
        context.setPropertyResolved(base, property);
        return Bundles.of(feature, locale);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // texts are read only; another resolver may know the name
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base == null ? String.class : null;
    }
}
