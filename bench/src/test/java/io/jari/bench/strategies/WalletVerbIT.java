package io.jari.bench.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.bench.chart.Page;
import io.jari.bench.cli.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletVerbIT {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void moneyIsMovedBothWays() throws Exception {
        var report = folder.resolve("wallet.html");

        var exitCode = run("--quick", "--shape", "hot", "--report", report.toString());

        assertThat(exitCode).as(text()).isZero();
        assertThat(text()).contains("Transfers, hot", "group-commit", "lock");
        assertThat(Page.of(Files.readString(report)).text())
                .contains("Everything held that must", "two postings")
                .doesNotContain("Rooms");
    }

    @Test
    void strategiesOfRoomsMoveNoMoney() {
        assertThatThrownBy(() -> run("--strategies", "optimistic"))
                .isInstanceOf(Options.Misuse.class)
                .hasMessageContaining("group-commit, lock");
    }

    private int run(String... words) throws Exception {
        return new WalletVerb(List.of(words), new PrintStream(said, true, StandardCharsets.UTF_8)).run();
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
