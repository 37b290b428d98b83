package io.jari;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.DataFolder;
import io.jari.db.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoProviderTest {
    @TempDir
    private Path folder;

    @Test
    void eachDatabaseHasALogOfItsOwnAndKeepsIt() throws Exception {
        var first = TestPostgres.fresh();
        var second = TestPostgres.fresh();
        var kept = account(first);
        assertThat(account(first)).isEqualTo(kept).contains("\"log\":\"" + folder.toAbsolutePath());
        assertThat(log(account(second)))
                .as("money of the first is not known to the second")
                .isNotEqualTo(log(kept));
    }

    /** What a start from this data folder finds or leaves in a database. */
    private String account(DataSource database) throws Exception {
        var jar = Files.writeString(folder.resolve("provider.jar"), "");
        assertThat(DemoProvider.of(
                        new DataFolder(folder), database, "127.0.0.1", Map.of("JARI_PROVIDER_JAR", jar.toString())))
                .isPresent();
        return stored(database);
    }

    private static String stored(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select value from setting where name = 'demo-provider'");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String log(String account) {
        return account.replaceFirst(".*\"log\":\"([^\"]*)\".*", "$1");
    }
}
