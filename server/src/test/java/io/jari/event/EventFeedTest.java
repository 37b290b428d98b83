package io.jari.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jari.account.Caller;
import io.jari.account.Rights;
import io.jari.db.Partition;
import io.jari.db.TestPostgres;
import io.jari.http.Problem;
import io.jari.journal.Changes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hotels 1 and 2, concert 3 with date 4, each with something that is offered and something that is not. */
class EventFeedTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final List<String> ALL = List.copyOf(EventTypes.names());
    private static final Changes CHANGES = new Changes(DATABASE);

    private final EventTail tail = new EventTail();
    private final EventFeed feed = new EventFeed(new OfferedEvents(DATABASE), tail, 1);
    private final Relay relay = new Relay(DATABASE, new Relay.Listener() {
        @Override
        public void standing(long last, @Nullable Double lagSeconds) {
            tail.moved(last);
        }

        @Override
        public void published(long events, long last) {
            tail.moved(last);
        }
    });

    @BeforeAll
    static void happen() throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into concert_date (date_id, concert_id, plan_id, sale_opens_at, sale_closes_at, hold_minutes, most_seats, most_ever,
                                              currency, time_zone, seats, plan_hash, created_at)
                    values (4, 3, 1, now(), now(), 3, 1, 1, 'KRW', 'Asia/Seoul', 0, '', now())
                    """);
        }
        write(Partition.hotel(1), "reservation.created", "{\"rooms\": 1}");
        write(Partition.hotel(1), "rate.changed", null);
        write(Partition.account(9), "payment.captured", null);
        write(
                Partition.hotel(2),
                "stay.walked",
                "{\"refunded\": 7, \"reason\": \"Mr Kim was loud\", \"to\": \"elsewhere\"}");
        write(Partition.date(4), "hold.made", null);
        write(Partition.concert(3), "concert.changed", null);
        write(Partition.queue(4), "queue.opened", null);
        write(Partition.date(5), "hold.made", null);
    }

    private static void write(Partition partition, String action, @Nullable String body) {
        CHANGES.first(partition, "test", change -> {
            change.journal(action, "s" + partition.id(), body);
            return true;
        });
    }

    private EventFeed.Page page(long after, int limit, List<String> types, Sight sight, Duration wait)
            throws Exception {
        relay.turn();
        return feed.page(new EventFeed.Wish(after, limit, types, sight), wait)
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private List<Long> numbers(Sight sight, List<String> types) throws Exception {
        return page(0, 100, types, sight, Duration.ZERO).events().stream()
                .map(EventBody::number)
                .filter(number -> number <= 8)
                .toList();
    }

    @Test
    void eachSeesWhatIsTheirs() throws Exception {
        assertThat(numbers(Sight.ALL, ALL)).containsExactly(1L, 4L, 5L, 8L);
        assertThat(numbers(Sight.hotel(1), ALL)).containsExactly(1L);
        assertThat(numbers(Sight.concert(3), ALL)).containsExactly(5L);
        assertThat(numbers(Sight.concert(9), ALL)).isEmpty();
        assertThat(numbers(Sight.ALL, List.of("hold.made"))).containsExactly(5L, 8L);
        assertThat(numbers(new Sight(true, false, List.of(), List.of(), List.of()), ALL))
                .containsExactly(1L, 4L);
        assertThat(numbers(new Sight(false, true, List.of(2L), List.of(), List.of()), ALL))
                .containsExactly(4L, 5L, 8L);
    }

    @Test
    void aGuestHasChargeOfNothing() {
        assertThat(Sight.of(new Caller(7, "Guest", false, Rights.NONE)).isEmpty())
                .isTrue();
    }

    @Test
    void itSaysWhereAndNothingAboutPeople() throws Exception {
        var events = page(3, 2, ALL, Sight.ALL, Duration.ZERO).events();
        assertThat(events.getFirst().hotelId()).isEqualTo("2");
        assertThat(String.valueOf(events.getFirst().data())).isEqualTo("{\"refunded\":7}");
        assertThat(events.getLast().dateId()).isEqualTo("4");
        assertThat(events.getLast().concertId()).isEqualTo("3");
    }

    @Test
    void nextLeadsOn() throws Exception {
        var first = page(0, 1, ALL, Sight.ALL, Duration.ZERO);
        assertThat(first.next()).isEqualTo(1);
        var second = page(first.next(), 1, ALL, Sight.ALL, Duration.ZERO);
        assertThat(second.events()).extracting(EventBody::number).containsExactly(4L);
        assertThat(page(0, 1, ALL, Sight.concert(9), Duration.ZERO).next()).isGreaterThanOrEqualTo(8);
        assertThatThrownBy(() -> page(1_000_000, 1, ALL, Sight.ALL, Duration.ZERO))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.members()).containsKey("newest"));
    }

    @Test
    void whoWaitsHearsOfTheNext() throws Exception {
        relay.turn();
        var wish = new EventFeed.Wish(tail.last(), 10, List.of("date.paused"), Sight.ALL);
        var waiting = feed.page(wish, Duration.ofSeconds(60)).toCompletableFuture();
        assertThatThrownBy(() -> feed.page(wish, Duration.ofSeconds(60)))
                .as("one more than may wait")
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(503));
        write(Partition.date(4), "date.changed", null);
        relay.turn();
        write(Partition.date(4), "date.paused", null);
        assertThat(waiting).isNotDone();
        CompletableFuture<EventFeed.Page> heard = waiting;
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            relay.turn();
            return heard.isDone();
        });
        assertThat(heard.get().events()).extracting(EventBody::type).containsExactly("date.paused");
        assertThat(page(heard.get().next(), 10, ALL, Sight.ALL, Duration.ofMillis(1))
                        .events())
                .as("its place is free again, and nothing came")
                .isEmpty();
    }
}
