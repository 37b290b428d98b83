package io.jari.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.StartRefused;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Certificate files() {
        return Certificate.of(
                        "jari.tls",
                        Optional.of(folder.resolve("a.pem").toString()),
                        Optional.of(folder.resolve("a.key").toString()))
                .orElseThrow();
    }

    @Test
    void whatBelongsTogetherIsUsedAndNothingElse() throws Exception {
        var one = TestCertificate.fresh(folder, "one");
        var other = TestCertificate.fresh(folder, "other");
        one.write(folder, "a");
        assertThat(files().read(vertx).getCertValues()).hasSize(1);

        Files.writeString(folder.resolve("a.pem"), other.certificate());
        refused("do not belong together");
        Files.writeString(folder.resolve("a.pem"), one.certificate().substring(0, 200));
        refused("a.pem");
        Files.writeString(folder.resolve("a.key"), "");
        refused("jari.tls.cert");
        Files.delete(folder.resolve("a.key"));
        refused("can't be read");
    }

    private void refused(String why) {
        assertThatThrownBy(() -> files().read(vertx))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(why);
    }

    @Test
    void bothOrNeitherIsNamed() {
        assertThat(Certificate.of("jari.tls", Optional.empty(), Optional.of(" ")))
                .isEmpty();
        assertThatThrownBy(() -> Certificate.of("jari.tls", Optional.of("a.pem"), Optional.empty()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("jari.tls.key");
    }
}
