package io.jari.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code bom.json} says is in the archive. */
record BillOfMaterials(JsonNode json) {

    static BillOfMaterials of(Path file) throws IOException {
        return new BillOfMaterials(new JsonMapper().readTree(file.toFile()));
    }

    /** Those of these files that no component has the checksum of. */
    List<Path> missing(List<Path> files) {
        var known = components()
                .flatMap(component -> stream(component.path("hashes")))
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .collect(Collectors.toSet());
        return files.stream().filter(file -> !known.contains(sha256(file))).toList();
    }

    List<String> withoutLicence() {
        return components()
                .filter(component -> component.path("licenses").isEmpty())
                .map(BillOfMaterials::name)
                .toList();
    }

    /** The group and name of all that is not ours. */
    List<String> others() {
        return components()
                .map(BillOfMaterials::name)
                .filter(name -> !name.startsWith("io.jari:"))
                .toList();
    }

    private static String name(JsonNode component) {
        return component.path("group").asText() + ":" + component.path("name").asText();
    }

    private Stream<JsonNode> components() {
        return stream(json.required("components"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String sha256(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
