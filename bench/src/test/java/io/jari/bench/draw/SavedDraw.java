package io.jari.bench.draw;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.core.queue.Draw;
import io.jari.core.queue.DrawList;
import io.jari.core.queue.DrawnOrder;
import io.jari.core.queue.Joiner;
import io.jari.core.queue.MerkleTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The two documents of an honest draw of a thousand, to be tampered with. Ticket t is the joiner (0, t)'s. */
final class SavedDraw {
    static final int DATE = 3;
    static final int COUNT = 1_000;
    static final String VALUE = "3 9 17 28 40 44";
    static final Instant FROZEN = Instant.parse("2027-03-01T11:00:00Z");
    static final byte[] SEED = HexFormat.of().parseHex("5eed".repeat(16));

    private static final ObjectMapper JSON = new ObjectMapper();

    final ObjectNode queue = JSON.createObjectNode().put("mode", "drawn").put("opensAt", FROZEN.toString());
    final ObjectNode draw = queue.putObject("draw");
    byte[] leaves;

    SavedDraw() {
        var list = new DrawList(DATE, COUNT);
        for (var ticket = 1; ticket <= COUNT; ticket++) {
            list.add(ticket, joiner(ticket));
        }
        leaves = list.leaves();
        draw.put("seedHash", hex(Draw.seedHash(SEED)))
                .put("publicSource", "Lotto 6/45, draw 1,300")
                .put("count", COUNT)
                .put("root", root())
                .put("frozenAt", FROZEN.toString())
                .put("publicValue", VALUE)
                .put("seed", hex(SEED))
                .put("drawnAt", FROZEN.plusSeconds(60).toString());
    }

    /** Of the leaves as they are. */
    String root() {
        return hex(MerkleTree.root(leaves));
    }

    /** Two change places. */
    void swap(int ticket, int other) {
        var first = leaf(ticket);
        System.arraycopy(leaves, (other - 1) * 32, leaves, (ticket - 1) * 32, 32);
        System.arraycopy(first, 0, leaves, (other - 1) * 32, 32);
    }

    /** One more, at the end. */
    void add() {
        leaves = ByteBuffer.allocate(leaves.length + 32)
                .put(leaves)
                .put(Draw.leaf(DATE, COUNT + 1L, new Joiner(6, 6)))
                .array();
    }

    private byte[] leaf(int ticket) {
        return Arrays.copyOfRange(leaves, (ticket - 1) * 32, ticket * 32);
    }

    long rank(long ticket) {
        return DrawnOrder.of(SEED, MerkleTree.root(leaves), VALUE, COUNT).rank(ticket);
    }

    static Joiner joiner(long ticket) {
        return new Joiner(0, ticket);
    }

    /** Given an hour before the freeze; its signature is nobody's. */
    static String token(int dateId, long ticket) {
        var bytes = ByteBuffer.allocate(51)
                .put((byte) 1)
                .putShort((short) 9)
                .putInt(dateId)
                .putLong(ticket)
                .put(joiner(ticket).bytes())
                .putInt((int) FROZEN.plusSeconds(47 * 3_600).getEpochSecond());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    void save(Path folder) throws IOException {
        Files.writeString(folder.resolve("queue.json"), queue.toString());
        Files.write(folder.resolve("leaves.bin"), leaves);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
