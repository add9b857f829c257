package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills an empty, migrated database with fictional libraries. */
public final class DemoData {

    private DemoData() {
    }

    /**
     * Loads one of the three sets and commits.
     *
     * @param owner connection as the owner of the schema, without auto-commit
     * @param size  small, national or stress
     */
    public static void load(Connection owner, String size) throws SQLException {
        owner.commit();
    }
}
