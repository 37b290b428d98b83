package io.jari.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SealedSecretTest {
    private static final String FIRST = "1".repeat(40);
    private static final String SECOND = "2".repeat(40);
    private final DataSource database = TestPostgres.fresh();

    private byte[] key(Map<String, String> environment) {
        return SealedSecret.open(database, environment).derive("a purpose");
    }

    @Test
    void itIsMadeOnceAndIsNotWhatSealsIt() {
        var key = key(Map.of("JARI_SECRET", FIRST));
        assertThat(key(Map.of("JARI_SECRET", FIRST))).isEqualTo(key);
        assertThat(Secret.fromEnvironment(Map.of("JARI_SECRET", FIRST)).derive("a purpose"))
                .isNotEqualTo(key);
    }

    @Test
    void whatSealsItMayChangeAndAllStaysGood() {
        var key = key(Map.of("JARI_SECRET", FIRST));
        assertThat(key(Map.of("JARI_SECRET", SECOND, "JARI_SECRET_PREVIOUS", FIRST)))
                .isEqualTo(key);
        assertThat(key(Map.of("JARI_SECRET", SECOND))).isEqualTo(key);
        assertThatThrownBy(() -> key(Map.of("JARI_SECRET", FIRST))).isInstanceOf(StartRefused.class);
    }

    @Test
    void anotherOneOpensNothingAndChangesNothing() {
        var key = key(Map.of("JARI_SECRET", FIRST));
        assertThatThrownBy(() -> key(Map.of("JARI_SECRET", SECOND)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("JARI_SECRET_PREVIOUS");
        assertThatThrownBy(() -> key(Map.of("JARI_SECRET", SECOND, "JARI_SECRET_PREVIOUS", "3".repeat(40))))
                .isInstanceOf(StartRefused.class);
        assertThat(key(Map.of("JARI_SECRET", FIRST))).isEqualTo(key);
    }

    /** Ids and codes from before stay good. */
    @Test
    void whereItWasTheKeyItselfItGoesOnToBe() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into setting (name, value) values ('secret-itself', 'JARI_SECRET')");
        }
        var key = Secret.fromEnvironment(Map.of("JARI_SECRET", FIRST)).derive("a purpose");
        assertThat(key(Map.of("JARI_SECRET", FIRST))).isEqualTo(key);
        assertThat(key(Map.of("JARI_SECRET", SECOND, "JARI_SECRET_PREVIOUS", FIRST)))
                .isEqualTo(key);
    }
}
