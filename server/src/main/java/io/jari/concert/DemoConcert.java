package io.jari.concert;

import io.jari.concert.DateSeats.Category;
import io.jari.core.seat.HallPlan;
import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.http.Bilingual;
import io.jari.http.Prose;
import io.jari.journal.Journal;
import io.jari.journal.Outbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The concert that a demo begins with: a large hall, two dates, on sale. All of it or nothing: one transaction. */
public final class DemoConcert {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final int SEATS = 15_000;
    private static final int BALCONIES = 2;
    private static final int FIRST_DATE_IN_DAYS = 45;
    private static final List<LocalTime> TIMES = List.of(LocalTime.of(19, 30), LocalTime.of(17, 0));
    private static final List<Long> PRICES = List.of(198_000L, 165_000L, 132_000L, 99_000L, 77_000L);
    private static final String ACTOR = "load";
    private static final int PLAN = 1;

    private final DataSource database;

    public DemoConcert(DataSource database) {
        this.database = database;
    }

    /** Makes it. */
    public void make() throws SQLException {
        var hall = HallPlan.of(SEATS, BALCONIES);
        var json = PlanWriting.json(hall).toString();
        var categories = IntStream.range(0, hall.categories().size())
                .mapToObj(i -> new Category(
                        hall.categories().get(i).name(),
                        hall.categories().get(i).color(),
                        PRICES.get(i)))
                .toList();
        var store = new ConcertStore(database);
        var dateStore = new DateStore(database);
        Jdbi.create(database).useTransaction(handle -> {
            var now = handle.createQuery("select jari_now()")
                    .mapTo(OffsetDateTime.class)
                    .one()
                    .toInstant();
            var concertId = store.nextId();
            var details = details(now);
            ConcertStore.insert(handle, concertId, details);
            ConcertStore.setDated(handle, concertId);
            SeatPlanStore.insert(
                    handle, concertId, SeatPlanStore.nextId(handle, concertId), hall.name(), SEATS, json, now);
            begin(handle, Partition.concert(concertId), now, "concert.created");
            var hash = PlanHash.of(PlanHash.sha(json), details.currency(), categories, List.of());
            var first = 0;
            for (var terms : terms(details, now)) {
                var id = dateStore.nextId();
                DateStore.insert(
                        handle,
                        new DateStore.Head(id, concertId, PLAN, SEATS, details.currency(), details.timeZone(), hash),
                        terms,
                        now);
                if (first == 0) {
                    first = id;
                    SeatStore.insert(handle.getConnection(), id, DateSeats.inOrder(hall), categories);
                } else {
                    SeatStore.copy(handle, first, id);
                }
                begin(handle, Partition.date(id), now, "date.created");
            }
        });
    }

    private static ConcertDetails details(Instant now) {
        return new ConcertDetails(
                new Bilingual("별이 빛나는 밤", "A Starry Night"),
                new Prose(
                        "자리 심포니 오케스트라가 별과 밤의 노래를 들려드립니다.",
                        "The Jari Symphony Orchestra plays songs of stars and night."),
                new Bilingual("자리 아레나", "Jari Arena"),
                new Prose("서울 송파구 올림픽로 25", "25 Olympic-ro, Songpa-gu, Seoul"),
                ZONE.getId(),
                "KRW",
                List.of(),
                now.minus(Duration.ofDays(1)),
                5,
                4,
                false);
    }

    /** On following days; tickets may be given back until the day before. */
    private static List<SaleTerms> terms(ConcertDetails details, Instant now) {
        var all = new ArrayList<SaleTerms>();
        var day = LocalDate.ofInstant(now, ZONE).plusDays(FIRST_DATE_IN_DAYS);
        for (var time : TIMES) {
            var startsAt = day.atTime(time).atZone(ZONE).toInstant();
            all.add(new SaleTerms(
                    startsAt,
                    details.saleOpensAt(),
                    startsAt,
                    day.atStartOfDay(ZONE).toInstant(),
                    details.holdMinutes(),
                    details.mostSeats()));
            day = day.plusDays(1);
        }
        return all;
    }

    private static void begin(Handle handle, Partition partition, Instant now, String action) throws SQLException {
        var version = handle.createQuery("select nextval('partition_version')")
                .mapTo(Long.class)
                .one();
        var pipeline = new Pipeline();
        Heads.begin(pipeline, partition.kind(), new long[] {partition.id()});
        Heads.raise(pipeline, partition, version, true);
        Journal.write(
                pipeline,
                List.of(new Journal.Row(
                        partition, version, 0, now, ACTOR, action, Long.toString(partition.id()), null)));
        Outbox.write(pipeline, List.of(new Outbox.Row(partition, version, now, 1, new int[0])));
        pipeline.run(handle.getConnection());
    }
}
