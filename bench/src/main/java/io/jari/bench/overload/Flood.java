package io.jari.bench.overload;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Customers over so many connections, sent for by one event loop: either as many as there are at once, each followed by the next, or so many
 * a second whatever becomes of those before. A customer for whom no connection is free waits for one, and that time counts.
 */
final class Flood implements AutoCloseable, Line.Visits {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int TICK_MILLIS = 1;
    private static final int PATIENCE_SECONDS = 40;
    /** Customers who wait for a connection; more would only wait longer. */
    private static final int MOST_WAITING = 20_000;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    private final NetClient net;
    private final Wishes wishes;
    private final ArrayList<Line> lines = new ArrayList<>();

    private final ArrayDeque<Line> free = new ArrayDeque<>();
    private final ArrayDeque<Long> waiting = new ArrayDeque<>();
    private final ArrayDeque<Due> returning = new ArrayDeque<>();
    private @Nullable Play play;
    private long come;

    private record Play(Course course, long begun, long until, double perSecond, Promise<Course> end) {
        boolean open() {
            return perSecond > 0;
        }

        boolean over() {
            return System.nanoTime() - until >= 0;
        }
    }

    private record Due(Line.Order order, long due) {}

    Flood(URI url, Wishes wishes, Acknowledged acknowledged, int looks, int connections) {
        this.net =
                vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_MILLIS));
        this.wishes = wishes;
        for (var i = 0; i < connections; i++) {
            lines.add(new Line(net, url, wishes, acknowledged, looks, this));
        }
    }

    /** Opens all connections. */
    void connect() throws InterruptedException {
        await(this.<Void>run(promise -> {
            var all = Future.join(lines.stream().map(Line::connect).toList());
            all.<Void>mapEmpty().onComplete(promise);
        }));
        free.addAll(lines);
    }

    /** So many customers at once. */
    Course atOnce(int customers, double seconds, Consumer<Course.Moment> look) throws InterruptedException {
        return play(0, seconds, look, () -> {
            for (var i = 0; i < Math.min(customers, lines.size()); i++) {
                begin(free.pop(), System.nanoTime());
            }
        });
    }

    /** So many customers a second. */
    Course each(double perSecond, double seconds, Consumer<Course.Moment> look) throws InterruptedException {
        return play(perSecond, seconds, look, () -> {});
    }

    private Course play(double perSecond, double seconds, Consumer<Course.Moment> look, Runnable first)
            throws InterruptedException {
        var begun = System.nanoTime();
        var course = new Course(begun, seconds);
        Future<Course> end = run(promise -> {
            play = new Play(course, begun, begun + (long) (seconds * 1e9), perSecond, promise);
            first.run();
            vertx.setPeriodic(TICK_MILLIS, this::tick);
        });
        while (System.nanoTime() - begun < seconds * 1e9) {
            TimeUnit.SECONDS.sleep(1);
            look.accept(course.now(System.nanoTime()));
        }
        return await(end);
    }

    private void tick(long timer) {
        var now = play;
        if (now == null) {
            vertx.cancelTimer(timer);
        } else if (now.over()) {
            vertx.cancelTimer(timer);
            waiting.clear();
            returning.clear();
            endWhereAllIsHeard(now);
        } else if (now.open()) {
            var passed = System.nanoTime() - now.begun;
            var due = (long) (passed / 1e9 * now.perSecond);
            while (come < due) {
                arrive(now, now.begun + (long) (++come * 1e9 / now.perSecond));
            }
        }
    }

    private void arrive(Play now, long intended) {
        var line = free.poll();
        if (line != null) {
            begin(line, intended);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(intended);
        } else {
            now.course.unsent();
        }
    }

    private void begin(Line line, long intended) {
        var now = Objects.requireNonNull(play);
        now.course.came(System.nanoTime());
        line.begin(now.course, wishes.next(), intended);
    }

    @Override
    public void again(int seconds, Line.Order order) {
        var now = play;
        vertx.setTimer(TimeUnit.SECONDS.toMillis(seconds), _ -> {
            if (now == null || !now.equals(play) || now.over()) {
                return;
            }
            var line = free.poll();
            if (line == null) {
                returning.add(new Due(order, System.nanoTime()));
            } else {
                line.beginAgain(now.course, order, System.nanoTime());
            }
        });
    }

    @Override
    public void done(Line line) {
        var now = play;
        if (now != null && !now.over()) {
            var back = returning.poll();
            if (back != null) {
                line.beginAgain(now.course, back.order(), back.due());
                return;
            }
            var intended = now.open() ? waiting.poll() : Long.valueOf(System.nanoTime());
            if (intended != null) {
                begin(line, intended);
                return;
            }
        }
        free.push(line);
        if (now != null && now.over()) {
            endWhereAllIsHeard(now);
        }
    }

    private void endWhereAllIsHeard(Play now) {
        if (play != null && free.size() == lines.size()) {
            play = null;
            come = 0;
            now.end.complete(now.course);
        }
    }

    private <T> Future<T> run(Consumer<Promise<T>> work) {
        Promise<T> promise = Promise.promise();
        vertx.runOnContext(_ -> work.accept(promise));
        return promise.future();
    }

    private static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load could not be made: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("No end after " + PATIENCE_SECONDS + " s: an answer is missing", e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
