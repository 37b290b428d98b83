package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.core.queue.LineState;
import io.jari.core.queue.Standing;
import io.jari.db.DatabaseClock;
import io.jari.db.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines that follow a database. */
class LinesTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final long LARGE = 40_000_000;

    private final ArrayList<Lines> open = new ArrayList<>();
    private final ArrayList<Drawn> drawn = new ArrayList<>();

    private Lines lines(DataSource database, long bytes) {
        Ranks backwards = draw -> {
            drawn.add(draw);
            return ticket -> ticket <= draw.tickets() ? draw.tickets() + 1 - ticket : ticket;
        };
        var lines = new Lines(database, new DatabaseClock(database), backwards, new SimpleMeterRegistry(), bytes);
        open.add(lines);
        return lines;
    }

    private Lines lines() {
        return lines(DATABASE, LARGE);
    }

    @AfterEach
    void close() {
        open.forEach(Lines::close);
    }

    private static Line line(Lines lines, QueueDate date) {
        return lines.of(date.dateId()).join().orElseThrow();
    }

    /** As it is in memory, without asking for it again. */
    private static Line follow(Lines lines, QueueDate date, Predicate<Line> until) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Objects.requireNonNull(lines.peek(date.dateId())), until);
    }

    private static Line lineAt(Lines lines, QueueDate date, long version) {
        return follow(lines, date, line -> line.version() == version);
    }

    private static Standing standing(Line line, long ticket) {
        return line.place(ticket, System.currentTimeMillis()).standing();
    }

    @Test
    void stepAfterStepIsFollowed() {
        var date = QueueDate.make(DATABASE).queue("first_come", "10 seconds");
        date.set("tickets = 1000");
        var lines = lines();
        var line = line(lines, date);
        assertThat(line.state().admissionsPerSecond()).isEqualTo(500);
        assertThat(line.state().entrySeconds()).isEqualTo(60);
        assertThat(line.place(11, System.currentTimeMillis()).ahead()).isEqualTo(10);
        lineAt(lines, date, date.admit(1, 10));
        line = lineAt(lines, date, date.admit(11, 30));
        assertThat(line.state().steps().size()).isEqualTo(2);
        assertThat(line.state().admitted()).isEqualTo(30);
        assertThat(standing(line, 1)).isEqualTo(Standing.ADMITTED);
        assertThat(standing(line, 30)).isEqualTo(Standing.ADMITTED);
        assertThat(standing(line, 31)).isEqualTo(Standing.WAITING);
        line = lineAt(lines, date, date.close(1));
        assertThat(standing(line, 10)).isEqualTo(Standing.FORFEITED);
        assertThat(standing(line, 11)).isEqualTo(Standing.ADMITTED);
        var fresh = line(lines(), date);
        assertThat(fresh.state().steps().size()).isEqualTo(2);
        for (var i = 0; i < 2; i++) {
            assertThat(fresh.state().steps().get(i))
                    .isEqualTo(line.state().steps().get(i));
        }
        assertThat(fresh.version()).isEqualTo(line.version());
    }

    @Test
    void aNewProcessKnowsWhatIsOpenHoweverOld() {
        var date = QueueDate.make(DATABASE).queue("first_come", "1 hour");
        date.set("tickets = 5000");
        date.commit("""
                insert into queue_step (date_id, first_rank, last_rank, admitted_at, enter_by, closed_at, version)
                select %d, r, r, jari_now() - interval '10 minutes', jari_now() - interval '9 minutes',
                       case when r > 1 then jari_now() end, VERSION from generate_series(1, 3000) r
                """.formatted(date.dateId()));
        date.set("admitted = 3000");
        date.admit(3_001, 3_010);
        var line = line(lines(), date);
        assertThat(line.state().steps().size()).isEqualTo(2);
        assertThat(standing(line, 1)).isEqualTo(Standing.ADMITTED);
        assertThat(standing(line, 2)).isEqualTo(Standing.FORFEITED);
        assertThat(standing(line, 3_010)).isEqualTo(Standing.ADMITTED);
    }

    @Test
    void pausedSoldOutAndAgain() {
        var date = QueueDate.make(DATABASE).queue("first_come", "1 minute");
        date.set("tickets = 10");
        var lines = lines();
        assertThat(standing(line(lines, date), 1)).isEqualTo(Standing.WAITING);
        assertThat(standing(lineAt(lines, date, date.set("paused = true")), 1)).isEqualTo(Standing.PAUSED);
        assertThat(standing(lineAt(lines, date, date.set("paused = false, sold_out_at = jari_now()")), 1))
                .isEqualTo(Standing.SOLD_OUT);
        assertThat(standing(lineAt(lines, date, date.set("sold_out_at = null")), 1))
                .isEqualTo(Standing.WAITING);
        assertThat(standing(lineAt(lines, date, date.set("mode = 'off'")), 1)).isEqualTo(Standing.OFF);
    }

    @Test
    void aQueueMadeLaterIsSeen() {
        var date = QueueDate.make(DATABASE);
        var lines = lines();
        assertThat(lines.peek(date.dateId())).isNull();
        assertThat(standing(line(lines, date), 1)).isEqualTo(Standing.OFF);
        assertThat(lines.peek(date.dateId())).as("remembered").isNotNull();
        lineAt(lines, date, date.commit()); // a head without a queue
        date.queue("first_come", "-1 minute");
        var line = follow(lines, date, l -> l.state().mode() == LineState.Mode.FIRST_COME);
        assertThat(standing(line, 1)).isEqualTo(Standing.NOT_OPEN);
    }

    @Test
    void whatIsNoDateIsNotRemembered() {
        var lines = lines();
        assertThat(lines.of(999_999).join()).isEmpty();
        assertThat(lines.peek(999_999)).isNull();
    }

    @Test
    void memoryIsBounded() {
        var lines = lines(DATABASE, 50_000);
        var dates = new ArrayList<QueueDate>();
        for (var i = 0; i < 12; i++) {
            var date = QueueDate.make(DATABASE);
            dates.add(date);
            line(lines, date);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> dates.stream()
                                .filter(date -> lines.peek(date.dateId()) != null)
                                .count()
                        <= 6);
        dates.forEach(date -> assertThat(standing(line(lines, date), 1)).isEqualTo(Standing.OFF));
    }

    @Test
    void anOrderIsMadeOnceWhenItsDrawStands() {
        var date = QueueDate.make(DATABASE).queue("drawn", "1 minute");
        date.set("tickets = 10, drawn_tickets = 8, root = '\\xab', frozen_at = jari_now()");
        var lines = lines();
        assertThat(standing(line(lines, date), 8)).isEqualTo(Standing.DRAWING);
        assertThat(line(lines, date).drawn()).as("nobody is told before").isNull();
        lineAt(lines, date, date.set("drawn_at = jari_now(), public_value = 'v'"));
        var line = lineAt(lines, date, date.admit(1, 2));
        assertThat(standing(line, 8)).isEqualTo(Standing.ADMITTED);
        assertThat(line.place(1, System.currentTimeMillis()).rank()).isEqualTo(8);
        assertThat(line.place(9, System.currentTimeMillis()).rank()).isEqualTo(9);
        assertThat(drawn).hasSize(1);
        var draw = drawn.getFirst();
        assertThat(draw.tickets()).isEqualTo(8);
        assertThat(draw.seed()).hasSize(32).containsOnly(0x5e);
        assertThat(draw.root()).containsExactly(0xab);
        assertThat(draw.publicValue()).isEqualTo("v");
    }

    /** Nothing is written when it is time, or while nothing moves. */
    @Test
    void timeAloneMovesALineAndShowsThatItIsStuck() {
        var date = QueueDate.make(DATABASE).queue("first_come", "-2 seconds");
        date.set("tickets = 10");
        var lines = lines();
        assertThat(line(lines, date).state().movingSinceMillis()).isEqualTo(LineState.STANDS);
        var moving = follow(lines, date, l -> l.state().movingSinceMillis() != LineState.STANDS);
        assertThat(moving.state().movingSinceMillis())
                .isGreaterThanOrEqualTo(moving.state().opensAtMillis());
        var began = moving.state().movingSinceMillis();
        assertThat(moving.perSecond(began)).isEqualTo(500);
        assertThat(moving.perSecond(began + 10_000)).isZero();
        assertThat(lineAt(lines, date, date.set("tickets = 11")).state().movingSinceMillis())
                .as("one more waits, and it moves no later for that")
                .isEqualTo(began);
    }

    /** Who was admitted after a backup is not, once it is restored, under the same version. */
    @Test
    void aLostFutureIsForgotten() {
        var database = TestPostgres.fresh();
        var date = QueueDate.make(database).queue("first_come", "1 minute");
        date.set("tickets = 100");
        var lines = lines(database, LARGE);
        line(lines, date);
        date.admit(1, 5);
        date.dump();
        var lost = lineAt(lines, date, date.admit(6, 50));
        assertThat(standing(lost, 50)).isEqualTo(Standing.ADMITTED);
        date.restore();
        assertThat(date.admit(6, 10)).isEqualTo(lost.version());
        var line = follow(lines, date, l -> l.state().admitted() == 10);
        assertThat(standing(line, 50)).isEqualTo(Standing.WAITING);
        assertThat(standing(line, 10)).isEqualTo(Standing.ADMITTED);
        assertThat(line.state().steps().size()).isEqualTo(2);
    }
}
