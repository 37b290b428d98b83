package io.jari.load;

import io.jari.concert.Dates;
import io.jari.concert.DemoConcert;
import io.jari.db.Mode;
import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.journal.Changes;
import io.jari.queue.DemoQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The on-sale of a demo: as it stands, opened early, and played again. In production there is none. */
@ApplicationScoped
public class OnSales {
    private static final String ACTOR = "demo";
    /** Dates that the demo's concert gets in all. */
    private static final int MOST_DATES = 50;

    private static final int OPENS_AGAIN_SECONDS = 60;

    private final Jdbi jdbi;
    private final Changes changes;
    private final Dates dates;
    private final Consumer<OnSale> begun;
    private final boolean isDemo;
    private final Duration untilOpening;

    @Inject
    public OnSales(
            DataSource database,
            Changes changes,
            Dates dates,
            Event<OnSale> begun,
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = "jari.demo.opens-seconds") Optional<Integer> opensSeconds) {
        this(database, changes, dates, begun::fire, Mode.of(mode), opensSeconds.orElse(OPENS_AGAIN_SECONDS));
    }

    OnSales(DataSource database, Changes changes, Dates dates, Consumer<OnSale> begun, Mode mode, int opensSeconds) {
        this.jdbi = Jdbi.create(database);
        this.changes = changes;
        this.dates = dates;
        this.begun = begun;
        this.isDemo = mode == Mode.DEMO;
        this.untilOpening = Duration.ofSeconds(opensSeconds);
    }

    /** How far it has come. OVER: all is sold, or nobody plays it any more. */
    public enum Stage {
        COMING,
        OPEN,
        OVER
    }

    /**
     * The on-sale and how it stands.
     *
     * @param joined whether anybody has stood in its line
     */
    public record Stand(OnSale sale, Instant opensAt, Stage stage, boolean joined) {
        /** Whether it is for fans to begin: also where it opened before there was a server to come to. */
        public boolean isFresh() {
            return stage == Stage.COMING || !joined;
        }
    }

    /** The latest. */
    public Optional<Stand> now() {
        return isDemo ? jdbi.withHandle(OnSales::stand) : Optional.empty();
    }

    private static Optional<Stand> stand(Handle handle) {
        return OnSaleStore.find(handle).flatMap(sale -> Optional.ofNullable(stand(handle, sale)));
    }

    private static @Nullable Stand stand(Handle handle, OnSale sale) {
        var queue = DemoQueue.stand(handle.getConnection(), sale.dateId());
        if (queue == null) {
            return null;
        }
        var stage = queue.opensAt().isAfter(OnSaleStore.now(handle))
                ? Stage.COMING
                : queue.soldOut() || !fansAlive(handle) ? Stage.OVER : Stage.OPEN;
        return new Stand(sale, queue.opensAt(), stage, queue.joined());
    }

    /** Puts a fresh date on sale; the one there is where that is not over. */
    public OnSale again() {
        mustBeDemo();
        var before = now().orElseThrow(OnSales::none).sale();
        if (dates.of(before.concertId()).size() >= MOST_DATES) {
            throw Problem.of(409, "played-enough", "It has been played often enough")
                    .detail("This demo's concert has %d dates. Start one with fresh data.".formatted(MOST_DATES))
                    .exception();
        }
        var sale = jdbi.inTransaction(this::again);
        if (!sale.equals(before)) {
            begun.accept(sale);
        }
        return sale;
    }

    private OnSale again(Handle handle) {
        var last = OnSaleStore.locked(handle).orElseThrow(OnSales::none);
        var stand = stand(handle, last);
        if (stand != null && stand.stage() != Stage.OVER) {
            return last;
        }
        return make(handle, last.concertId(), untilOpening, OnSaleStore.now(handle));
    }

    /** A date with a queue, in the caller's transaction. */
    static OnSale make(Handle handle, int concertId, Duration untilOpening, Instant now) {
        var opensAt = now.plus(untilOpening);
        try {
            var sale = new OnSale(concertId, DemoConcert.smaller(handle, concertId, opensAt, now));
            DemoQueue.make(handle, sale.dateId(), opensAt, now);
            OnSaleStore.put(handle, sale);
            return sale;
        } catch (SQLException e) {
            throw new IllegalStateException("an on-sale of concert " + concertId, e);
        }
    }

    /** Opens sale and queue of the one that is to come. */
    public OnSale openNow() {
        mustBeDemo();
        var sale = now().orElseThrow(OnSales::none).sale();
        // The sale first: whoever is admitted may choose.
        var _ = changes.of(Partition.date(sale.dateId()), ACTOR, change -> {
            DemoConcert.openNow(change, sale.concertId(), sale.dateId());
            return sale;
        });
        return changes.of(Partition.queue(sale.dateId()), ACTOR, change -> {
            DemoQueue.openNow(change, sale.dateId());
            return sale;
        });
    }

    /** Notes who plays it, for all processes on this database: those of a demo run on one machine. */
    public void played(ProcessHandle fans) {
        jdbi.useHandle(handle -> OnSaleStore.putFans(handle, text(fans)));
    }

    /** Whether fans are about, whichever process began them. */
    public boolean isPlayed() {
        return jdbi.withHandle(OnSales::fansAlive);
    }

    private static boolean fansAlive(Handle handle) {
        return OnSaleStore.fans(handle)
                .flatMap(noted -> ProcessHandle.of(Long.parseLong(noted.split(" ", 2)[0]))
                        .filter(process -> process.isAlive() && text(process).equals(noted)))
                .isPresent();
    }

    /** Numbers of processes come again, with another time. */
    private static String text(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private void mustBeDemo() {
        if (!isDemo) {
            throw none();
        }
    }

    private static Problem none() {
        return Problem.notFound("on-sale").exception();
    }
}
