package io.jari.bench.replay;

import io.jari.bench.api.Login;
import io.jari.bench.cli.ProgressBar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Moves the server's clock from moment to moment, and lets everybody act who acted then, all at once. */
final class Replay {
    private final Stage stage;
    private final Timeline timeline;
    private final Login staff;
    private final RateCalendar rates;
    private final Semaphore connections;
    private final Map<BookingRow, Visit> visits = new HashMap<>();

    Replay(Stage stage, Timeline timeline, Login staff, int connections) {
        this.stage = stage;
        this.timeline = timeline;
        this.staff = staff;
        this.rates = new RateCalendar(staff, stage.hotel(), stage.plan(), stage.tally());
        this.connections = new Semaphore(connections);
    }

    void run(ProgressBar progress) throws InterruptedException {
        var done = 0L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var crowd : timeline.crowds()) {
                moveClock(staff, instant(crowd));
                rates.publish(crowd.day());
                act(crowd, threads);
                done += crowd.rows().size();
                progress.at(done, crowd.day().toString());
            }
        }
    }

    static void moveClock(Login keeper, Instant now) {
        keeper.must("move the clock", api -> api.put("/v1/clock", Map.of("now", now.toString())));
    }

    static Instant instant(Timeline.Crowd crowd) {
        return crowd.day()
                .atTime(crowd.moment().time())
                .atZone(ZoneId.of(ReplayHotel.ZONE))
                .toInstant();
    }

    private void act(Timeline.Crowd crowd, ExecutorService threads) throws InterruptedException {
        var tasks = new ArrayList<Callable<Void>>();
        for (var row : crowd.rows()) {
            var visit = visits.computeIfAbsent(row, r -> new Visit(stage, r));
            tasks.add(() -> {
                connections.acquire();
                try {
                    visit.at(crowd.moment(), crowd.day());
                } finally {
                    connections.release();
                }
                return null;
            });
        }
        var ended = threads.invokeAll(tasks);
        for (var i = 0; i < ended.size(); i++) {
            try {
                ended.get(i).get();
            } catch (ExecutionException e) {
                stage.failures().add("line " + crowd.rows().get(i).line() + ": " + e.getCause());
            }
        }
    }
}
