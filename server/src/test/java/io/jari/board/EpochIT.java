package io.jari.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The database cannot say whether what it holds is older than what it held in another run. */
class EpochIT {

    @Test
    void anotherRunOfTheDatabaseHasAnotherEpoch() {
        var first = JariServer.start(Map.of());
        var date = BoardDate.make(TestData.of(first).dataSource(), 4);
        var before = etag(first, date);
        first.close();
        try (var second = JariServer.start(first.data(), Map.of())) {
            var after = etag(second, date);
            assertThat(version(after)).isEqualTo(version(before));
            assertThat(after).isNotEqualTo(before);
        }
    }

    private static String etag(JariServer server, BoardDate date) {
        return Api.anonymous(server.url()).get(date.path()).header("ETag");
    }

    private static String version(String etag) {
        return etag.substring(etag.indexOf('-'));
    }
}
