package io.jari;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a server ends: politely, or killed. */
class StopIT {

    @Test
    void aRequestUnderWayIsAnsweredAfterTheSignalToStop() throws IOException {
        var body = "{\"now\":\"2027-01-01T00:00:00Z\"}";
        try (var server = JariServer.start(Map.of());
                var caller = new Socket(
                        InetAddress.getLoopbackAddress(), server.internalUrl().getPort())) {
            caller.setSoTimeout(60_000);
            var admin = Api.demo(server.internalUrl(), "admin");
            send(caller, """
                    PUT /v1/clock HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Type: application/json\r
                    Authorization: Bearer %s\r
                    Content-Length: %d\r
                    \r
                    """.formatted(admin.token(), body.length()));
            send(caller, body.substring(0, 10));
            begun(admin);
            server.terminate();
            await().atMost(Duration.ofSeconds(30)).until(() -> !takesRequests(server));
            send(caller, body.substring(10));
            var answer = new String(caller.getInputStream().readNBytes(12), US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void postgresOutlivesAKilledServerAndIsTakenOver() {
        var first = JariServer.start(Map.of());
        var postmaster = postmaster(first);
        first.kill9();
        assertThat(ProcessHandle.of(postmaster)).isPresent();
        try (var second = JariServer.start(first.data(), Map.of())) {
            assertThat(postmaster(second)).isEqualTo(postmaster);
        }
        assertThat(postmasterFile(first)).doesNotExist();
    }

    /** The request is under way once the server has had time to take the next one. */
    private static void begun(Api admin) {
        assertThat(admin.get("/v1/clock").status()).isEqualTo(200);
    }

    private static boolean takesRequests(JariServer server) {
        try {
            return Api.anonymous(server.url()).get("/v1/nowhere").status() != 503;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static void send(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(US_ASCII));
        caller.getOutputStream().flush();
    }

    private static Path postmasterFile(JariServer server) {
        return server.data().resolve("postgres").resolve("postmaster.pid");
    }

    private static long postmaster(JariServer server) {
        try {
            return Long.parseLong(
                    Files.readAllLines(postmasterFile(server)).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
