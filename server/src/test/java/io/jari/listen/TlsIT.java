package io.jari.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jari.FreePorts;
import io.jari.JariServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both listeners with a certificate each, in production; plain requests are sent to TLS. */
class TlsIT {
    private static final int PLAIN = FreePorts.next();
    private static Path folder;
    private static TestCertificate guests;
    private static TestCertificate staff;
    private static JariServer server;

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "tls");
        guests = TestCertificate.fresh(folder, "guests");
        staff = TestCertificate.fresh(folder, "staff");
        guests.write(folder, "guests");
        staff.write(folder, "staff");
        server = JariServer.start(
                Map.of(
                        "JARI_SECRET", "0123456789abcdef0123456789abcdef",
                        "JARI_TLS_CERT", folder.resolve("guests.pem").toString(),
                        "JARI_TLS_KEY", folder.resolve("guests.key").toString(),
                        "JARI_INTERNAL_TLS_CERT", folder.resolve("staff.pem").toString(),
                        "JARI_INTERNAL_TLS_KEY", folder.resolve("staff.key").toString(),
                        "JARI_TLS_REDIRECT_PORT", Integer.toString(PLAIN),
                        "JARI_TLS_RELOAD_SECONDS", "1"),
                "--production");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(SSLContext context, int port, String path, HttpClient.Version version)
            throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().sslContext(context).version(version).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void eachListenerShowsItsOwn() throws Exception {
        var port = server.url().getPort();
        for (var version : HttpClient.Version.values()) {
            var answer = get(guests.trusting(), port, "/", version);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        }
        var inside = get(staff.trusting(), server.internalUrl().getPort(), "/q/metrics", HttpClient.Version.HTTP_2);
        assertThat(inside.statusCode()).isEqualTo(200);
        assertThat(get(guests.trusting(), port, "/q/metrics", HttpClient.Version.HTTP_2)
                        .statusCode())
                .isEqualTo(404);
        assertThatThrownBy(() -> get(staff.trusting(), port, "/", HttpClient.Version.HTTP_1_1))
                .isInstanceOf(IOException.class);
    }

    @Test
    void plainRequestsAreSentToTls() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PLAIN + "/concerts?x=1"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location"))
                    .contains("https://127.0.0.1:%d/concerts?x=1"
                            .formatted(server.url().getPort()));
            assertThatThrownBy(() -> client.send(
                            HttpRequest.newBuilder(server.url()).build(), HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void onlyTls12AndNewerAreSpoken() throws Exception {
        try (var socket = (SSLSocket) guests.trusting()
                .getSocketFactory()
                .createSocket("127.0.0.1", server.url().getPort())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
        }
    }

    @Test
    void aNewCertificateIsUsedOnceItIsWhole() throws Exception {
        var port = server.internalUrl().getPort();
        var next = TestCertificate.fresh(folder, "next");
        Files.writeString(folder.resolve("staff.pem"), next.certificate());
        await().atMost(Duration.ofSeconds(30)).until(() -> server.log().contains("do not belong together"));
        assertThat(get(staff.trusting(), port, "/q/health", HttpClient.Version.HTTP_2)
                        .statusCode())
                .as("the old one is kept")
                .isEqualTo(200);
        next.write(folder, "staff");
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            var answer = get(next.trusting(), port, "/q/health", HttpClient.Version.HTTP_2);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        });
    }
}
