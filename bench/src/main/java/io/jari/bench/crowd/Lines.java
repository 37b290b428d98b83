package io.jari.bench.crowd;

import io.jari.bench.wire.ResponseReader;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of connections on which all people speak, one request at a time on each. Whoever is due takes the
 * connection that has been idle longest, so that people are spread over the servers and meet another one each time. A
 * connection that breaks is made again, at growing intervals.
 */
final class Lines {
    private static final long MILLION = 1_000_000L;
    private static final long LEAST_PAUSE_MILLIS = 100;
    private static final long MOST_PAUSE_MILLIS = 1_000;
    /** An answer that has not come by then does not come. */
    private static final long PATIENCE_NANOS = 60_000 * MILLION;

    private final Vertx vertx;
    private final NetClient net;
    private final long begun;
    private final Part part;
    private final Consumer<Throwable> failed;
    private final Agenda agenda;
    private final Agenda coming;
    private final List<Line> lines = new ArrayList<>();
    private final ArrayDeque<Line> idle = new ArrayDeque<>();
    private final ArrayDeque<Integer> clicks = new ArrayDeque<>();
    private boolean comersTurn;
    private int connected;
    private long lastConnected;
    private boolean closed;

    /**
     * @param begun what times are counted from, as of {@link System#nanoTime}
     * @param coming who comes for the first time, when
     */
    Lines(Vertx vertx, NetClient net, long begun, Agenda agenda, Agenda coming, Part part, Consumer<Throwable> failed) {
        this.vertx = vertx;
        this.net = net;
        this.begun = begun;
        this.agenda = agenda;
        this.coming = coming;
        this.part = part;
        this.failed = failed;
        this.lastConnected = now();
    }

    /** Connects; what is due is sent as soon as there are connections. */
    void open(List<URI> urls, int count) {
        for (var i = 0; i < count; i++) {
            var line = new Line(urls.get(i % urls.size()));
            lines.add(line);
            line.connect();
        }
    }

    void close() {
        closed = true;
        lines.forEach(Line::drop);
    }

    long now() {
        return System.nanoTime() - begun;
    }

    Agenda agenda() {
        return agenda;
    }

    Agenda coming() {
        return coming;
    }

    /** This person clicks once more at once, on another connection. */
    void clickTwice(int person) {
        clicks.add(person);
    }

    /** Sends what is due, as far as there are idle connections. */
    void pump() {
        while (!idle.isEmpty() && !closed) {
            var twice = clicks.poll();
            if (twice != null) {
                idle.removeFirst().send(twice, What.JOIN_TWICE, now());
                continue;
            }
            var due = due();
            if (due == null) {
                return;
            }
            var since = due.first();
            var person = due.poll();
            var what = part.next(person, now());
            if (what != null) {
                idle.removeFirst().send(person, what, since);
            }
        }
    }

    /** Where somebody is due; in turns where it is both, since in truth nobody's request waits behind those of all others. */
    private @Nullable Agenda due() {
        var now = now();
        comersTurn = !comersTurn;
        var first = comersTurn ? coming : agenda;
        var second = comersTurn ? agenda : coming;
        return first.first() <= now ? first : second.first() <= now ? second : null;
    }

    /** Gives up answers that have been awaited for too long. */
    void tidy() {
        var latest = now() - PATIENCE_NANOS;
        for (var line : lines) {
            if (line.what != null && line.asked < latest) {
                line.drop();
            }
        }
    }

    /** For how long there has been no connection at all, in nanoseconds. */
    long deafFor() {
        return connected > 0 ? 0 : now() - lastConnected;
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    /** A connection, and what is being asked on it. */
    private final class Line {
        private final URI url;
        private final ResponseReader reader = new ResponseReader();
        private @Nullable NetSocket socket;
        private @Nullable What what;
        private int person;
        private long due;
        private long asked;
        private long pause = LEAST_PAUSE_MILLIS;

        private Line(URI url) {
            this.url = url;
        }

        void connect() {
            net.connect(url.getPort(), url.getHost()).onFailure(e -> again()).onSuccess(this::connected);
        }

        private void again() {
            if (!closed) {
                vertx.setTimer(pause, timer -> connect());
                pause = Math.min(2 * pause, MOST_PAUSE_MILLIS);
            }
        }

        private void connected(NetSocket made) {
            socket = made;
            connected++;
            pause = LEAST_PAUSE_MILLIS;
            made.handler(bytes -> guarded(() -> received(bytes)));
            made.exceptionHandler(e -> made.close());
            made.closeHandler(nothing -> guarded(this::broken));
            idle.addLast(this);
            guarded(Lines.this::pump);
        }

        void send(int who, What wanted, long since) {
            person = who;
            due = since;
            what = wanted;
            var request = part.request(who, wanted, url.getAuthority());
            asked = now();
            if (socket != null) {
                var _ = socket.write(request);
            }
        }

        private void received(Buffer bytes) {
            if (what == null || !reader.feed(bytes)) {
                return;
            }
            var heard = heard(reader.status(), reader.retryAfterSeconds(), reader.content());
            reader.clear();
            idle.addLast(this);
            part.heard(heard);
            pump();
        }

        private Heard heard(int status, int retryAfter, Buffer body) {
            var wanted = java.util.Objects.requireNonNull(what);
            what = null;
            return new Heard(person, wanted, status, retryAfter, body, due, asked, now());
        }

        private void broken() {
            if (socket == null) {
                return;
            }
            socket = null;
            connected--;
            lastConnected = now();
            idle.remove(this);
            reader.clear();
            again();
            if (what != null && !closed) {
                part.heard(heard(0, ResponseReader.NONE, Buffer.buffer()));
            }
        }

        void drop() {
            if (socket != null) {
                var _ = socket.close();
            }
        }
    }
}
