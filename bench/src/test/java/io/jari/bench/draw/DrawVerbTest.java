package io.jari.bench.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jari.bench.cli.Options;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./jari verify-draw} says of an honest draw and of frauds. */
class DrawVerbTest {
    private final SavedDraw saved = new SavedDraw();

    @TempDir
    private Path folder;

    private record Said(int exitCode, String text) {
        List<String> failures() {
            return text.lines().filter(line -> line.startsWith("  FAILS")).toList();
        }
    }

    private static Said run(List<String> words) {
        var bytes = new ByteArrayOutputStream();
        var exitCode = new DrawVerb(words, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
        return new Said(exitCode, bytes.toString(StandardCharsets.UTF_8));
    }

    private Said offline(String... words) throws IOException {
        saved.save(folder);
        var all = new ArrayList<>(List.of("--file", folder.toString()));
        all.addAll(List.of(words));
        return run(all);
    }

    @Test
    void anHonestDrawHolds() throws IOException {
        var seedHash = saved.draw.path("seedHash").asText();
        var said = offline(
                "--token", SavedDraw.token(SavedDraw.DATE, 5),
                "--rank", Long.toString(saved.rank(5)),
                "--seed-hash", seedHash,
                "--root", saved.root(),
                "--public-value", SavedDraw.VALUE);
        assertThat(said.exitCode()).isEqualTo(0);
        assertThat(said.text())
                .contains("1,000 took part; the order is drawn.", "Your leaf is number 5 of 1,000", "Nothing fails.")
                .contains("Your rank is %,d, as you were told".formatted(saved.rank(5)))
                .contains("nobody could choose the order")
                .doesNotContain("open ");
        assertThat(said.text().lines().filter(line -> line.startsWith("  holds")))
                .hasSize(8);
    }

    @Test
    void whatOneHasNotNotedIsOpen() throws IOException {
        var said = offline("--token", SavedDraw.token(SavedDraw.DATE, 5));
        assertThat(said.exitCode()).isEqualTo(0);
        assertThat(said.text().lines().filter(line -> line.startsWith("  open ")))
                .hasSize(4);
        assertThat(said.text())
                .contains("what is open (4) was not checked", "By this draw your rank is %,d".formatted(saved.rank(5)));
    }

    @Test
    void theThreeFraudsAreFound() throws IOException {
        saved.swap(4, 700);
        assertThat(offline().failures()).singleElement().asString().contains("not the one that was frozen");
        var root = saved.draw.path("root").asText();
        saved.draw.put("root", saved.root());
        assertThat(offline("--root", root).failures())
                .singleElement()
                .asString()
                .contains("after the freeze");
        assertThat(offline("--token", SavedDraw.token(SavedDraw.DATE, 4)).failures())
                .singleElement()
                .asString()
                .contains("You were moved: your leaf is number 700");
        saved.swap(4, 700);
        saved.add();
        saved.draw.put("root", root);
        assertThat(offline().failures()).hasSize(2).first().asString().contains("1,001 leaves");
        saved.draw.put("count", SavedDraw.COUNT + 1).put("root", saved.root());
        assertThat(offline("--root", root).failures())
                .singleElement()
                .asString()
                .contains("after the freeze");
        var honest = new SavedDraw();
        honest.draw.put("seed", "0".repeat(64));
        honest.save(folder);
        var swapped = run(List.of("--file", folder.toString()));
        assertThat(swapped.exitCode()).isEqualTo(1);
        assertThat(swapped.failures()).singleElement().asString().contains("seed is not the one");
    }

    @Test
    void withoutAPublicValueItSaysWhatTheHouseCouldDo() throws IOException {
        saved.draw.remove(List.of("publicSource", "publicValue"));
        var said = offline();
        assertThat(said.exitCode()).isEqualTo(0);
        assertThat(said.text()).contains("could have added made-up people before it froze the list");
        saved.draw.put("publicSource", "the lottery");
        assertThat(offline().failures()).singleElement().asString().contains("without the value");
    }

    @Test
    void beforeTheDrawItSaysWhatToNote() throws IOException {
        saved.draw.remove(List.of("seed", "publicValue", "drawnAt"));
        assertThat(offline().text())
                .contains(
                        "Note the root now",
                        "is still to come",
                        "Nothing fails so far; what is open (4) was not checked.");
        saved.draw.remove(List.of("root", "count", "frozenAt"));
        assertThat(offline().text()).contains("Note the hash of the seed now");
        saved.queue.put("mode", "first-come").remove("draw");
        assertThatThrownBy(this::offline)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("first-come");
    }

    @Test
    void aServerIsAskedForTheDocumentsAndOnesRank() throws IOException {
        var path = "/v1/concerts/2/dates/3/queue";
        var status = "{\"state\":\"waiting\",\"rank\":%d}".formatted(saved.rank(5) + 1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, path, saved.queue.toString().getBytes(StandardCharsets.UTF_8));
        serve(server, path + "/leaves", saved.leaves);
        serve(server, "/v1/queue/status", status.getBytes(StandardCharsets.UTF_8));
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            var token = SavedDraw.token(3, 5);
            var place = List.of("--concert", "2", "--date", "3", "--url", url);
            assertThat(run(place).exitCode()).isEqualTo(0);
            var own = new ArrayList<>(place);
            own.addAll(List.of("--token", token));
            assertThat(run(own).failures()).singleElement().asString().contains("The order was not kept");
            own.addAll(List.of("--rank", Long.toString(saved.rank(5))));
            assertThat(run(own).exitCode()).isEqualTo(0);
            assertThatThrownBy(() -> run(List.of("--concert", "2", "--date", "4", "--url", url)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no line");
            assertThatThrownBy(() -> run(List.of("--concert", "2", "--date", "4", "--url", url, "--token", token)))
                    .isInstanceOf(Options.Misuse.class)
                    .hasMessageContaining("date 3");
        } finally {
            server.stop(0);
        }
    }

    private static void serve(HttpServer server, String path, byte[] body) {
        server.createContext(path, exchange -> {
            var found = exchange.getRequestURI().getPath().equals(path);
            exchange.sendResponseHeaders(found ? 200 : 404, found ? body.length : -1);
            if (found) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }

    @Test
    void whatCannotBeUnderstoodIsSaid() {
        for (var words : List.of(
                List.of("--token", "nonsense", "--file", "x"),
                List.of("--token", SavedDraw.token(3, 5).replaceFirst("A", "B"), "--file", "x"),
                List.of("--rank", "7", "--file", "x"),
                List.of("--concert", "1"),
                List.of("here"))) {
            assertThatThrownBy(() -> run(words)).isInstanceOf(Options.Misuse.class);
        }
        assertThatThrownBy(() -> run(List.of("--root", "abc", "--file", "x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--root");
        assertThatThrownBy(() -> run(List.of("--file", folder.toString())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("queue.json");
    }
}
