package nl.vliegwiel.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.vliegwiel.run.PostgresServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** From an empty database to the newest schema, and whether classes and tables speak of the same columns. */
@RunAsClient
class MigrationIT extends ServerTest {
    private static PostgresServer postgres() {
        return TestServers.get().servers().postgres();
    }

    @Test
    void anEmptyDatabaseComesToTheNewestSchemaAndASecondTimeChangesNothing() {
        postgres().createDatabase("migration");
        assertThat(postgres().migrate("migration")).isPositive();
        assertThat(postgres().migrate("migration")).isZero();
    }

    @Test
    void everyEntityColumnExists() throws SQLException {
        Map<String, Set<String>> tables = new HashMap<>();
        try (Connection owner = TestServers.get().servers().connectAsOwner();
             ResultSet columns = owner.getMetaData().getColumns(null, "public", null, null)) {
            while (columns.next()) {
                tables.computeIfAbsent(columns.getString("TABLE_NAME"), name -> new HashSet<>()).add(columns.getString("COLUMN_NAME"));
            }
        }
        Set<String> missing = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("nl.vliegwiel")) {
            if (!type.isAnnotatedWith(Entity.class)) {
                continue;
            }
            String table = type.isAnnotatedWith(Table.class) ? type.getAnnotationOfType(Table.class).name()
                : type.getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
            for (JavaField field : type.getAllFields()) {
                if (field.isAnnotatedWith(Column.class)) {
                    String column = field.getAnnotationOfType(Column.class).name();
                    if (!tables.getOrDefault(table, Set.of()).contains(column)) {
                        missing.add(table + "." + column);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void whatHappenedStaysEvenForTheOwnerOfTheTables() throws SQLException {
        try (Connection owner = TestServers.get().servers().connectAsOwner(); Statement statement = owner.createStatement()) {
            statement.execute("""
                insert into audit_entry (at, actor_name, action, entity, entity_id)
                values (now(), 'Test', 'tried', 'test', gen_random_uuid())""");
            assertThatThrownBy(() -> statement.execute("update audit_entry set actor_name = 'Other' where actor_name = 'Test'"))
                .isInstanceOf(SQLException.class).hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("delete from audit_entry where actor_name = 'Test'"))
                .isInstanceOf(SQLException.class).hasMessageContaining("append-only");
        }
    }
}
