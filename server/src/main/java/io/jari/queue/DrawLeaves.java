package io.jari.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.concert.Dates;
import io.jari.core.queue.Draw;
import io.jari.core.queue.MerkleTree;
import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** The frozen lists of draws as they are sent: read once for each root, since they never change. */
@ApplicationScoped
class DrawLeaves {
    /** One list of the longest, or ten of 200,000. */
    private static final long MOST_BYTES = (long) Draw.MOST_TICKETS * MerkleTree.HASH_BYTES;

    private final DataSource dataSource;
    private final Dates dates;
    private final Cache<Key, byte[]> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, byte[] leaves) -> leaves.length)
            .build();

    DrawLeaves(DataSource dataSource, Dates dates) {
        this.dataSource = dataSource;
        this.dates = dates;
    }

    private record Key(int dateId, String root) {}

    /**
     * A list that can be had.
     *
     * @param root lower-case hex
     */
    record Published(int dateId, String root, long count) {}

    /** The date's list, or 404. Blocks. */
    Published published(int concertId, int dateId) {
        if (!dates.concert(dateId).equals(OptionalInt.of(concertId))) {
            throw unknown("There is no such date.");
        }
        try (var connection = dataSource.getConnection()) {
            var frozen = DrawStore.frozen(connection, dateId)
                    .orElseThrow(() -> unknown("No list of this date is frozen yet."));
            return new Published(dateId, HexFormat.of().formatHex(frozen.root()), frozen.count());
        } catch (SQLException e) {
            throw new IllegalStateException("draw of date " + dateId, e);
        }
    }

    /** Its leaves, {@link MerkleTree#HASH_BYTES} each, in the order of tickets. May block. */
    byte[] bytes(Published list) {
        return cache.get(new Key(list.dateId(), list.root()), _ -> read(list));
    }

    /** Caches keep what is sent for ever: so nothing is sent that is not the root's. */
    private byte[] read(Published list) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var leaves = DrawStore.leaves(connection, list.dateId(), list.count());
                if (!Arrays.equals(MerkleTree.root(leaves), HexFormat.of().parseHex(list.root()))) {
                    throw new IllegalStateException(
                            "the tickets of date %d are not those that were frozen".formatted(list.dateId()));
                }
                return leaves;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("list of the draw of date " + list.dateId(), e);
        }
    }

    /** Not to be kept by caches: at the opening it will be there. */
    private static Problem unknown(String detail) {
        return Problem.notFound("list")
                .detail(detail)
                .header("Cache-Control", "no-store")
                .exception();
    }
}
