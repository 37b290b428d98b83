package io.jari.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureFileTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final ErasureEntry ONE = new ErasureEntry("account:7", THEN, THEN.plusSeconds(9), "account:7");
    private static final ErasureEntry TWO =
            new ErasureEntry("reservation:x_Y-9", THEN, THEN.plusSeconds(99), "account:1");

    @TempDir
    private Path folder;

    @Test
    void whatWasAddedIsRead() {
        var file = new ErasureFile(folder.resolve("e"));
        assertThat(file.read()).isEmpty();
        file.add(List.of(ONE));
        file.add(List.of(ONE, TWO));
        assertThat(new ErasureFile(folder.resolve("e")).read()).containsExactly(ONE, TWO);
    }

    @Test
    void aLineThatACrashCutShortIsNobody() throws IOException {
        var path = folder.resolve("e");
        new ErasureFile(path).add(List.of(ONE, TWO));
        var whole = Files.readString(path);
        Files.writeString(path, whole.substring(0, whole.length() - 5));
        var file = new ErasureFile(path);
        assertThat(file.read()).containsExactly(ONE);
        file.add(List.of(TWO));
        assertThat(new ErasureFile(path).read()).containsExactly(ONE, TWO);
    }

    @Test
    void aLineOfNonsenseHidesNoOther() throws IOException {
        var path = folder.resolve("e");
        Files.writeString(path, "{\"subject\":7}\nwhat\n");
        new ErasureFile(path).add(List.of(TWO));
        Files.writeString(path, "\n", StandardOpenOption.APPEND);
        assertThat(new ErasureFile(path).read()).containsExactly(TWO);
    }
}
