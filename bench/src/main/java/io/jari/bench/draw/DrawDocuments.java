package io.jari.bench.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.bench.api.Api;
import io.jari.core.queue.PublishedDraw;
import io.jari.core.queue.PublishedDraw.Frozen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The two documents in which a draw is published, from a server or as somebody saved them. */
final class DrawDocuments {
    private static final int NOT_FOUND = 404;

    private DrawDocuments() {}

    /** @param queuePath of the line of a date: {@code /v1/concerts/…/dates/…/queue} */
    static PublishedDraw fetch(Api api, String queuePath) {
        var queue = api.get(queuePath);
        if (!queue.ok()) {
            var why = queue.status() == NOT_FOUND ? "There is no line at " : "Could not read ";
            throw new IllegalStateException(why + queuePath + ": " + queue.explanation());
        }
        var draw = draw(queue.body());
        return published(draw, isFrozen(draw) ? api.bytes(queuePath + "/leaves") : new byte[0]);
    }

    /** @param folder with queue.json, and with leaves.bin once the list is frozen */
    static PublishedDraw open(Path folder) {
        try {
            var draw = draw(new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("queue.json"))));
            return published(draw, isFrozen(draw) ? Files.readAllBytes(folder.resolve("leaves.bin")) : new byte[0]);
        } catch (IOException e) {
            throw new IllegalStateException("Could not read what was saved: " + e, e);
        }
    }

    /** 64 digits, or an {@link IllegalStateException} that names the field. */
    static byte[] hash(String name, String hex) {
        try {
            var bytes = HexFormat.of().parseHex(hex.strip());
            if (bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException _) { // said below
        }
        throw new IllegalStateException(name + " takes 64 hexadecimal digits, not \"" + hex + "\"");
    }

    private static JsonNode draw(JsonNode queue) {
        var draw = queue.path("draw");
        if (!draw.path("seedHash").isTextual()) {
            throw new IllegalStateException("The order of this line is not drawn: its mode is "
                    + queue.path("mode").asText("unknown") + ".");
        }
        return draw;
    }

    private static boolean isFrozen(JsonNode draw) {
        return draw.path("root").isTextual();
    }

    private static PublishedDraw published(JsonNode draw, byte[] leaves) {
        var seed = text(draw, "seed");
        var list = isFrozen(draw)
                ? new Frozen(
                        draw.path("count").asLong(-1),
                        hash("root", draw.path("root").asText()),
                        leaves,
                        instant(text(draw, "frozenAt")))
                : null;
        return new PublishedDraw(
                hash("seedHash", draw.path("seedHash").asText()),
                seed == null ? null : hash("seed", seed),
                text(draw, "publicSource"),
                text(draw, "publicValue"),
                list);
    }

    private static @Nullable String text(JsonNode draw, String field) {
        return draw.path(field).isTextual() ? draw.path(field).asText() : null;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
