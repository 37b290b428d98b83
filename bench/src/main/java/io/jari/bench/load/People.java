package io.jari.bench.load;

import io.jari.bench.wire.ResponseReader;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** So many people, each on a connection of their own, who wait for the answer before they send again. */
public final class People implements AutoCloseable {
    private static final int LOOPS = 1;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int RECONNECTS = 100;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    private final NetClient net;
    private final List<URI> urls;
    private final int count;

    /** @param urls of the servers of one database, between which they are shared out */
    public People(List<URI> urls, int count) {
        this.urls = List.copyOf(urls);
        this.count = count;
        this.net =
                vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_MILLIS));
    }

    /** Plays the script to its end. */
    public void play(Script script, int limitSeconds) throws InterruptedException {
        var all = new ArrayList<Future<Void>>();
        for (var i = 0; i < count; i++) {
            all.add(new Person(i, script).play());
        }
        try {
            Future.join(all).toCompletionStage().toCompletableFuture().get(limitSeconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load could not be made: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("No end after " + limitSeconds + " s: an answer is missing", e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Person {
        private final int number;
        private final Script script;
        private final Promise<Void> end = Promise.promise();
        private final ResponseReader reader = new ResponseReader();
        private long sent;
        private boolean waiting;
        private int reconnects;

        private Person(int number, Script script) {
            this.number = number;
            this.script = script;
        }

        Future<Void> play() {
            var url = urls.get(number % urls.size());
            net.connect(url.getPort(), url.getHost()).onFailure(end::tryFail).onSuccess(this::connected);
            return end.future();
        }

        private void connected(NetSocket socket) {
            socket.handler(bytes -> received(socket, bytes));
            socket.closeHandler(nothing -> broken());
            socket.exceptionHandler(e -> socket.close());
            send(socket);
        }

        private void send(NetSocket socket) {
            var request = script.next(number);
            if (request == null) {
                end.tryComplete();
                socket.close();
                return;
            }
            waiting = true;
            sent = System.nanoTime();
            socket.write(request);
        }

        private void received(NetSocket socket, Buffer bytes) {
            if (waiting && reader.feed(bytes)) {
                waiting = false;
                var body = script.wantsBodies() ? reader.body() : "";
                script.heard(number, reader.status(), body, System.nanoTime() - sent);
                reader.clear();
                send(socket);
            }
        }

        private void broken() {
            if (end.future().isComplete()) {
                return;
            }
            if (waiting) {
                waiting = false;
                script.heard(number, 0, "", System.nanoTime() - sent);
            }
            reader.clear();
            if (++reconnects > RECONNECTS) {
                end.tryFail("Person " + number + " was cut off " + RECONNECTS + " times");
            } else {
                play();
            }
        }
    }
}
