package io.jari.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.db.MovableClock;
import io.jari.db.Partition;
import io.jari.db.TestPostgres;
import io.jari.event.Event;
import io.jari.event.EventReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From events to a mail server: each letter once, whoever makes and sends it, and whatever the mail server answers. */
class SendingTest {
    private static final Duration KEEP = Duration.ofDays(3);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int LETTERS = 40;
    private final DataSource database = TestPostgres.fresh();
    private final MovableClock clock = new MovableClock(database);
    private final LetterStore store = new LetterStore(database);
    private final CatchingServer server = CatchingServer.start();
    private final List<Dispatch> dispatches = new ArrayList<>();

    @AfterEach
    void stop() {
        dispatches.forEach(Dispatch::close);
        server.close();
    }

    private static Event event(long number, String type, String body, Instant at) {
        try {
            return new Event(
                    number, type, "S" + number, Partition.hotel(1), at, "account:1", new ObjectMapper().readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Event> paid(int howMany) throws SQLException {
        var at = clock.now();
        return LongStream.rangeClosed(1, howMany)
                .mapToObj(n -> event(n, "reservation.paid", "{}", at))
                .toList();
    }

    private LetterReader reader(List<Event> events, LetterReader.Place place) {
        return new LetterReader(
                database,
                (_, after, most) -> events.stream()
                        .filter(e -> e.number() > after)
                        .limit(Math.min(most, 10))
                        .toList(),
                place,
                KEEP);
    }

    private static LetterReader.Place place() {
        return LetterReader.Place.of(new EventReader("mail"));
    }

    private void make(List<Event> events) throws SQLException {
        var reader = reader(events, place());
        reader.begin();
        while (reader.turn().letters() > 0) {
            // until there are none
        }
    }

    private Dispatch dispatch(String claim, int connections) {
        var dispatch = new Dispatch(
                store,
                SendingTest::draft,
                server.address(),
                Sender.parse("jari@jari.example"),
                new Stationery(),
                new Dispatch.Terms(claim, LEASE, 5_000, connections),
                (_, _) -> {});
        dispatches.add(dispatch);
        return dispatch;
    }

    private static Draft draft(Letter letter) {
        var text = new LetterText.Draft(Wording.in("en"), "Kim", "About " + letter.subject()).done("jari.example");
        return new Draft.Written("guest" + letter.event() + "@example.com", text, List.of(), List.of());
    }

    private void drain(Dispatch dispatch) throws InterruptedException {
        while (dispatch.turn()) {
            // until there is nothing to do
        }
    }

    private void move(Duration by) throws SQLException {
        clock.moveTo(clock.now().plus(by));
    }

    private Letter letter(long event) {
        return store.find(new Letter.Id(event, LetterKind.CONFIRMATION)).orElseThrow();
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void together(List<Callable<Void>> work) throws Exception {
        try (var people = Executors.newFixedThreadPool(work.size())) {
            for (var one : people.invokeAll(work)) {
                one.get();
            }
        }
    }

    @Test
    void eachLetterIsMadeAndSentOnceByTwoOfUs() throws Exception {
        var events = paid(LETTERS);
        reader(events, place()).begin();
        together(List.of(() -> turns(reader(events, place())), () -> turns(reader(events, place()))));
        make(events);
        assertThat(count("select count(*) from letter")).isEqualTo(LETTERS);

        var one = dispatch(LetterStore.CLAIM, 2);
        var other = dispatch(LetterStore.CLAIM, 2);
        together(List.of(() -> drained(one), () -> drained(other)));
        assertThat(server.messageIds()).hasSize(LETTERS).doesNotHaveDuplicates();
        assertThat(count("select count(*) from letter where state = 'sent' and due_at is null and tries = 1"))
                .isEqualTo(LETTERS);
    }

    private Void turns(LetterReader reader) throws SQLException {
        for (var i = 0; i < LETTERS; i++) {
            reader.turn();
        }
        return null;
    }

    private Void drained(Dispatch dispatch) throws InterruptedException {
        drain(dispatch);
        return null;
    }

    @Test
    void whatIsReadTwiceIsMadeOnce() throws Exception {
        var events = paid(5);
        reader(events, forgotten()).turn();
        reader(events, forgotten()).turn();
        assertThat(count("select count(*) from letter")).isEqualTo(5);
    }

    /** The twin: a place that is forgotten, and no key. */
    @Test
    void withoutPlaceAndKeyALetterIsMadeTwice() throws Exception {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute("alter table letter drop constraint letter_pkey");
        }
        var events = paid(5);
        reader(events, forgotten()).turn();
        reader(events, forgotten()).turn();
        assertThat(count("select count(*) from letter")).isEqualTo(10);
    }

    private static LetterReader.Place forgotten() {
        return new LetterReader.Place() {
            @Override
            public void begin(Connection connection) {}

            @Override
            public OptionalLong lock(Connection connection) {
                return OptionalLong.of(0);
            }

            @Override
            public void moveTo(Connection connection, long number) {}
        };
    }

    /** The twin: who claims does not say so. */
    @Test
    void withoutTheMarkALetterIsSentTwice() throws Exception {
        make(paid(1));
        var unmarked = "select * from letter where due_at <= jari_now() and make_interval(secs => :lease) is not null";
        server.holdEach();
        var one = dispatch(unmarked, 1);
        var other = dispatch(unmarked, 1);
        try (var people = Executors.newFixedThreadPool(2)) {
            var first = people.submit(() -> one.turn());
            var second = people.submit(() -> other.turn());
            await().until(() -> server.messageIds().size() == 2);
            server.release();
            one.close();
            other.close();
            first.get();
            second.get();
        }
        assertThat(server.messageIds().get(0)).isEqualTo(server.messageIds().get(1));
    }

    @Test
    void whatFailsForNowIsTriedAgainLaterUnderTheSameName() throws Exception {
        make(paid(1));
        var dispatch = dispatch(LetterStore.CLAIM, 1);
        server.answer(451);
        drain(dispatch);
        assertThat(letter(1).state()).isEqualTo(Letter.State.PENDING);
        assertThat(letter(1).reason()).isEqualTo("smtp-451");
        drain(dispatch);
        assertThat(letter(1).tries()).as("not before its time").isEqualTo(1);

        move(Duration.ofSeconds(15));
        drain(dispatch);
        assertThat(letter(1).tries()).isEqualTo(2);
        server.answer(250);
        move(Duration.ofSeconds(30));
        drain(dispatch);
        assertThat(letter(1).state()).isEqualTo(Letter.State.SENT);
        assertThat(letter(1).reason()).isNull();
        assertThat(server.messageIds()).containsExactly(letter(1).messageId("jari.example"));
    }

    @Test
    void aServerThatIsAwayIsAskedUntilItsTimeIsOver() throws Exception {
        make(paid(1));
        server.close();
        var dispatch = dispatch(LetterStore.CLAIM, 1);
        drain(dispatch);
        assertThat(letter(1).state()).isEqualTo(Letter.State.PENDING);
        assertThat(letter(1).reason()).isEqualTo("ConnectException");
        move(KEEP);
        assertThat(store.skipOld()).isEqualTo(1);
        assertThat(letter(1).state()).isEqualTo(Letter.State.FAILED);
        assertThat(letter(1).reason()).as("what it was").isEqualTo("ConnectException");
    }

    @Test
    void whatIsRefusedHasEnded() throws Exception {
        make(paid(1));
        server.answer(550);
        drain(dispatch(LetterStore.CLAIM, 1));
        assertThat(letter(1).state()).isEqualTo(Letter.State.FAILED);
        assertThat(letter(1).reason()).isEqualTo("smtp-550");
        move(KEEP.dividedBy(2));
        drain(dispatch(LetterStore.CLAIM, 1));
        assertThat(letter(1).tries()).isEqualTo(1);
    }

    @Test
    void whoDiesWhileSendingIsFollowedByAnotherUnderTheSameName() throws Exception {
        make(paid(1));
        var died = store.claim(LetterStore.CLAIM, LEASE).orElseThrow();
        var other = dispatch(LetterStore.CLAIM, 1);
        drain(other);
        assertThat(server.messageIds()).as("it may be sending still").isEmpty();
        move(LEASE.plusSeconds(1));
        drain(other);
        assertThat(server.messageIds()).containsExactly(died.messageId("jari.example"));
        assertThat(store.end(died, Letter.State.FAILED, "late"))
                .as("it is not its own any more")
                .isFalse();
        assertThat(letter(1).state()).isEqualTo(Letter.State.SENT);
    }

    @Test
    void whatIsAskedForAgainHasAnotherName() throws Exception {
        make(paid(1));
        var dispatch = dispatch(LetterStore.CLAIM, 1);
        drain(dispatch);
        Jdbi.create(database)
                .useHandle(handle ->
                        LetterStore.resend(handle, letter(1).id(), clock.now().plus(KEEP)));
        drain(dispatch);
        assertThat(server.messageIds()).hasSize(2).doesNotHaveDuplicates();
        assertThat(letter(1).resent()).isEqualTo(1);
    }

    @Test
    void eventsAskForTheirLettersWhileTheyAreFresh() throws Exception {
        var now = clock.now();
        make(List.of(
                event(1, "reservation.paid", "{}", now),
                event(2, "reservation.canceled", "{\"before\":\"pending\",\"reason\":\"guest\"}", now),
                event(3, "reservation.canceled", "{\"before\":\"pending\",\"reason\":\"payment_timeout\"}", now),
                event(4, "reservation.canceled", "{\"before\":\"pending\",\"reason\":\"staff\"}", now),
                event(5, "reservation.canceled", "{\"before\":\"paid\",\"reason\":\"guest\"}", now),
                event(6, "refund.done", "{\"n\":3}", now),
                event(7, "hold.made", "{}", now),
                event(8, "reservation.paid", "{}", now.minus(KEEP).minusSeconds(1)),
                event(9, "account.reset_asked", "{}", now.minus(Duration.ofHours(2))),
                event(10, "hold.sold", "{}", now.minus(Duration.ofHours(71)))));
        assertThat(count("select count(*) from letter")).isEqualTo(5);
        assertThat(count("select sum(event) from letter")).isEqualTo(1 + 4 + 5 + 6 + 10);
        assertThat(count("select n from letter where kind = 'refund'")).isEqualTo(3);
        assertThat(count("select position from event_reader where name = 'mail'"))
                .isEqualTo(10);
    }
}
