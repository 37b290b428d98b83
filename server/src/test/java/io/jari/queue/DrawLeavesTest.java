package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.concert.Dates;
import io.jari.core.queue.Draw;
import io.jari.core.queue.DrawnOrder;
import io.jari.db.TestPostgres;
import io.jari.http.Problem;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The frozen list as it is read from the tickets. */
class DrawLeavesTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final int MANY = 12_000;

    private final DrawLeaves leaves = new DrawLeaves(DATABASE, new Dates(DATABASE));
    private final DrawnLine line = DrawnLine.make(DATABASE);

    private byte[] sent() {
        return leaves.bytes(leaves.published(line.concertId(), line.dateId()));
    }

    @Test
    void theListIsTheTicketsInOrderUpToTheFreeze() {
        line.join(1, MANY);
        var root = line.freeze(MANY);
        line.join(MANY + 1, MANY + 5);
        var published = leaves.published(line.concertId(), line.dateId());
        assertThat(published.root()).isEqualTo(DrawnLine.hex(root));
        assertThat(published.count()).isEqualTo(MANY);
        assertThat(sent()).isEqualTo(line.leaves(MANY)).isSameAs(sent());
    }

    @Test
    void aLineThatNobodyJoinedHasAnEmptyList() {
        line.freeze(0);
        assertThat(sent()).isEmpty();
    }

    @Test
    void thereIsNoListBeforeTheFreeze() {
        line.join(1, 3);
        assertThatThrownBy(this::sent)
                .isInstanceOfSatisfying(
                        Problem.class,
                        no -> assertThat(no.getResponse().getStatus()).isEqualTo(404));
        line.freeze(3);
        assertThat(sent()).hasSize(96);
        assertThatThrownBy(() -> leaves.published(line.concertId() + 1, line.dateId()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> leaves.published(line.concertId(), 1_000_000)).isInstanceOf(Problem.class);
    }

    @Test
    void aGapIsNoList() throws SQLException {
        line.join(1, 9);
        line.execute("delete from queue_ticket where ticket = 4 and date_id = " + line.dateId());
        try (var connection = DATABASE.getConnection()) {
            assertThat(DrawStore.leaves(connection, line.dateId(), 3)).isEqualTo(line.leaves(3));
            assertThatThrownBy(() -> DrawStore.leaves(connection, line.dateId(), 9))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ticket 5");
            assertThatThrownBy(() -> DrawStore.leaves(connection, line.dateId(), 10))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** Its twin is the line whose tickets were left alone, above. */
    @Test
    void ticketsChangedAfterTheFreezeAreNotSentUnderItsRoot() {
        line.join(1, 9);
        line.freeze(9);
        line.execute("update queue_ticket set joiner = decode(repeat('00', 16), 'hex') where ticket = 4 and date_id = "
                + line.dateId());
        assertThatThrownBy(this::sent).isInstanceOf(IllegalStateException.class).hasMessageContaining("frozen");
        line.freeze(0);
        assertThat(sent()).isEmpty();
    }

    @Test
    void anOrderIsComputedOnce() {
        var ranks = new QueueRanks();
        var root = new byte[32];
        var order = ranks.of(3, DrawnLine.SEED, root, "value", 1_000).join();
        assertThat(ranks.of(3, DrawnLine.SEED.clone(), root.clone(), "value", 1_000)
                        .join())
                .isSameAs(order);
        var key = Draw.ranks(Draw.key(DrawnLine.SEED, root, "value"), 1_000);
        for (var ticket = 1; ticket <= 1_000; ticket++) {
            assertThat(order.rank(ticket)).isEqualTo(key[ticket - 1]);
        }
        var other = ranks.of(3, DrawnLine.SEED, root, null, 1_000).join();
        assertThat(other.rank(1))
                .isEqualTo(DrawnOrder.of(DrawnLine.SEED, root, null, 1_000).rank(1));
        assertThat(other).isNotSameAs(order);
    }
}
