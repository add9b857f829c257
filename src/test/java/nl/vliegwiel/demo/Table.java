package nl.vliegwiel.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Rows for one table, written in one go with COPY. */
final class Table {
    private final String name;
    private final String columns;
    private final StringBuilder rows = new StringBuilder();
    private int size;

    Table(String name, String columns) {
        this.name = name;
        this.columns = columns;
    }

    /** One row; null is allowed, everything else is written as its text. */
    void add(Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
        size++;
    }

    /** How many rows were added. */
    int size() {
        return size;
    }

    private void append(Object value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }

    void write(Connection connection) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy " + name + " (" + columns + ") from stdin", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new SQLException("Cannot write " + name, e);
        }
        rows.setLength(0);
    }
}
