package nl.vliegwiel.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import nl.vliegwiel.platform.rule.Refusal;
import nl.vliegwiel.platform.rule.Violation;

/** A body or parameter that cannot be read; answered as 400. */
public class BadBody extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public BadBody(String key, Object... arguments) {
        super(key, arguments);
        this.violations = List.of();
    }

    private BadBody(String key, Violation violation) {
        super(key);
        this.violations = List.of(violation);
    }

    /** A parameter of the address that has no meaning. */
    public static BadBody parameter(String name) {
        return new BadBody("body.malformed", Violation.of(name, "body.field.wrong"));
    }

    static BadBody of(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String key = failure instanceof UnrecognizedPropertyException ? "body.field.unknown" : "body.field.wrong";
            return new BadBody("body.malformed", Violation.of(path(mapping.getPath()), key));
        }
        return new BadBody("body.malformed");
    }

    private static String path(List<JsonMappingException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return text.toString();
    }

    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
