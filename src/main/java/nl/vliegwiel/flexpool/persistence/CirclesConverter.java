package nl.vliegwiel.flexpool.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import nl.vliegwiel.flexpool.domain.Circle;
import nl.vliegwiel.flexpool.domain.Circles;
import org.postgresql.util.PGobject;

/** The circles of a request as an array of text. */
@Converter(autoApply = true)
public class CirclesConverter implements AttributeConverter<Circles, Object> {
    @Override
    public Object convertToDatabaseColumn(Circles circles) {
        if (circles == null) {
            return null;
        }
        try {
            PGobject array = new PGobject();
            array.setType("_text");
            array.setValue(circles.names().stream().map(Circle::name).collect(Collectors.joining(",", "{", "}")));
            return array;
        } catch (SQLException e) {
            throw new IllegalStateException("Names of circles are plain words", e);
        }
    }

    @Override
    public Circles convertToEntityAttribute(Object column) {
        if (column == null) {
            return null;
        }
        try {
            Object names = column instanceof Array array ? array.getArray() : column;
            return new Circles(Arrays.stream((Object[]) names).map(name -> Circle.valueOf((String) name)).toList());
        } catch (SQLException e) {
            throw new IllegalStateException("The circles of a request cannot be read", e);
        }
    }
}
