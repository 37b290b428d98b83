package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.provider.journal.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the file keeps, and what it does about damage. */
class DurableTest {
    @TempDir
    Path data;

    @Test
    void aRestartChangesNothing() throws IOException {
        try (var running = new Running(data)) {
            var captured = running.alpha().paid("R1");
            running.alpha().refund(captured, 7, "F1", "k1");
            running.beta().paid("R2");
            running.beta().open("R3");
            var before = pictures(running);

            running.restart();
            assertThat(pictures(running)).isEqualTo(before);
            running.alpha().paid("R4");
            assertThat(running.alpha().log().findValuesAsText("line")).containsExactly("1", "2", "3");
        }
    }

    @Test
    void aLineTornByACrashIsDropped() throws IOException {
        String whole;
        try (var running = new Running(data)) {
            whole = running.alpha().paid("R1");
        }
        Files.writeString(file(), "{\"shop\":\"alpha\",\"checkout\":{\"id\":\"co_", StandardOpenOption.APPEND);
        try (var running = new Running(data)) {
            assertThat(running.alpha().log().findValuesAsText("checkout")).containsExactly(whole);
            running.alpha().paid("R2");
            running.restart();
            assertThat(running.alpha().log()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{}", "{\"shop\":\"alpha\",\"colour\":\"red\"}", "", "{\"shop\":\"alpha\"}}"})
    void aBrokenLineInTheMiddleIsNotPassedOver(String line) throws IOException {
        try (var running = new Running(data)) {
            running.alpha().open("R1");
        }
        var good = Files.readString(file());
        Files.writeString(file(), good + line + "\n" + good);
        assertThatThrownBy(() -> new Running(data)).hasMessageContaining("Line 2 of the log");
        // It let go of the folder, and left the file alone.
        FolderLock.take(data).close();
        assertThat(Files.readString(file())).isEqualTo(good + line + "\n" + good);
    }

    @Test
    void aFolderIsForOneProviderOnly() throws IOException {
        try (var running = new Running(data)) {
            assertThatThrownBy(() -> new Running(data)).isInstanceOf(FolderLock.Taken.class);
            assertThat(running.alpha().log()).isEmpty();
        }
    }

    @Test
    void aLineLongerThanAChunkIsReadToo() throws IOException {
        try (var running = new Running(data)) {
            var name = "가".repeat(200);
            for (var i = 0; i < 200; i++) {
                var order = Caller.order("R" + i, Caller.NOWHERE).replace("Two nights", name);
                assertThat(running.alpha().post("/v1/checkouts", order).status())
                        .isEqualTo(201);
            }
            assertThat(Files.size(file())).isGreaterThan(2 << 16);
            running.restart();
            for (var i = 0; i < 200; i++) {
                assertThat(running.alpha()
                                .get("/v1/checkouts?reference=R" + i)
                                .json()
                                .get("checkouts"))
                        .hasSize(1);
            }
        }
    }

    private Path file() {
        return data.resolve("log.jsonl");
    }

    /** The page's address has the port, which is another after a restart. */
    private static String pictures(Running running) {
        var text = new StringBuilder();
        for (var path : new String[] {
            "/v1/log",
            "/v1/checkouts?reference=R1",
            "/v1/checkouts?reference=R2",
            "/v1/checkouts?reference=R3",
            "/v1/refunds?reference=F1"
        }) {
            text.append(running.alpha().get(path).response().body());
            text.append(running.beta().get(path).response().body());
        }
        return text.toString().replace(running.url(), "");
    }
}
