package io.jari.queue;

import io.jari.board.BoardDate;
import io.jari.core.queue.Draw;
import io.jari.core.queue.Joiner;
import io.jari.core.queue.MerkleTree;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;

/** A line whose order is drawn, as its rows stand: ticket t is the joiner (7, t)'s. */
record DrawnLine(DataSource database, int concertId, int dateId) {
    static final byte[] SEED = new byte[Draw.SEED_BYTES];

    /** Nothing is frozen yet. */
    static DrawnLine make(DataSource database) {
        var date = BoardDate.make(database, 4);
        var line = new DrawnLine(database, date.concertId(), date.dateId());
        line.execute("""
                insert into queue (date_id, mode, opens_at, most_inside, admissions, pass_seconds, entry_seconds, seed, seed_hash,
                                   created_at)
                values (%d, 'drawn', now(), 100, 100, 90, 60, '\\x%s', '\\x%s', now())
                """.formatted(line.dateId, hex(SEED), hex(Draw.seedHash(SEED))));
        return line;
    }

    /** The last first: the table's order is no ticket order. */
    void join(int from, int to) {
        execute("""
                insert into queue_ticket (date_id, ticket, joiner, joined_at)
                select %d, t, decode('0000000000000007' || lpad(to_hex(t), 16, '0'), 'hex'), now()
                  from generate_series(%d, %d, -1) t
                """.formatted(dateId, to, from));
        execute("update queue set tickets = %d where date_id = %d".formatted(to, dateId));
    }

    /** Returns the root. */
    byte[] freeze(int count) {
        var root = MerkleTree.root(leaves(count));
        execute("update queue set drawn_tickets = %d, root = '\\x%s', frozen_at = now() where date_id = %d"
                .formatted(count, hex(root), dateId));
        return root;
    }

    /** By hand. */
    byte[] leaves(int count) {
        var leaves = ByteBuffer.allocate(count * MerkleTree.HASH_BYTES);
        for (var ticket = 1; ticket <= count; ticket++) {
            leaves.put(Draw.leaf(dateId, ticket, new Joiner(7, ticket)));
        }
        return leaves.array();
    }

    String path() {
        return "/v1/concerts/%d/dates/%d/queue/leaves".formatted(concertId, dateId);
    }

    void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
