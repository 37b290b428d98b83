package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.account.AccessMatrix.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may call what: each operation of the API by each kind of caller on both listeners, against the table in access-matrix.txt. */
class AccessMatrixIT {
    private static JariServer server;
    private static AccessScene scene;
    private static List<Operation> operations;

    @BeforeAll
    static void open() {
        server = JariServer.shared();
        scene = AccessScene.on(server);
        operations = AccessMatrix.operations(Api.anonymous(server.internalUrl()));
    }

    private static List<String> expected() {
        try (var table = AccessMatrixIT.class.getResourceAsStream("/access-matrix.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccessMatrix matrix(JariServer at) {
        return new AccessMatrix(scene, at.internalUrl(), at.url());
    }

    @Test
    void everyOperationLetsInWhomTheTableSays() {
        var shared = Api.signedIn(server.internalUrl(), "admin@demo.jari", "demo-demo");
        var found = matrix(server).lines(operations, _ -> true);
        System.out.println(String.join("\n", found));
        assertThat(found).isEqualTo(expected());
        assertThat(shared.get("/v1/account").status())
                .as("who asks on behalf of other tests is still signed in")
                .isEqualTo(200);
    }

    @Test
    void theDocumentSaysOfEachOperationWhoMayCallIt() {
        var document = Api.anonymous(server.internalUrl())
                .get("/q/openapi?format=json")
                .body();
        assertThat(operations)
                .allSatisfy(operation -> assertThat(document.path("paths")
                                .path(operation.path())
                                .path(operation.verb().toLowerCase(java.util.Locale.ROOT))
                                .has("x-access"))
                        .as(operation.name())
                        .isTrue());
    }

    /** Reading alone, so that nobody spoils what other tests share. */
    @Test
    void withTheGuardOffTheTableIsAnother() {
        try (var unguarded = server.another(Map.of("JARI_ACCESS_GUARDS", "off"))) {
            var read = matrix(unguarded)
                    .lines(operations, o -> o.verb().equals("GET") && o.path().startsWith("/v1/hotels/{hotelID}/"));
            var known = Set.copyOf(expected());
            assertThat(read.stream().filter(line -> !known.contains(line)).collect(Collectors.toList()))
                    .hasSizeGreaterThan(10);
        }
    }
}
