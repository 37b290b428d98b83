package io.jari.bench.overload;

import io.jari.bench.wire.ResponseReader;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A connection, and the customer who has it just now: looks, orders, reserves, and goes where told to come again. */
final class Line {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /** Whoever sends the customers. */
    interface Visits {
        /** The line is free. */
        void done(Line line);

        /** Whoever has an order comes again when told to. */
        void again(int seconds, Order order);
    }

    /**
     * An order that is not taken yet.
     *
     * @param came when its customer was to come
     */
    record Order(int customer, long came, String reservationID, String quote) {}

    private enum Step {
        LOOK("look"),
        ORDER("order"),
        RESERVE("reserve");

        private final String text;

        Step(String text) {
            this.text = text;
        }
    }

    private final NetClient net;
    private final URI url;
    private final Wishes wishes;
    private final Acknowledged acknowledged;
    private final int looks;
    private final Visits visits;
    private final ResponseReader reader = new ResponseReader();
    private @Nullable NetSocket socket;
    private @Nullable Course course;
    private int customer;
    private int looked;
    private long intended;
    private long asked;
    private Step step = Step.LOOK;
    private @Nullable Order order;

    Line(NetClient net, URI url, Wishes wishes, Acknowledged acknowledged, int looks, Visits visits) {
        this.net = net;
        this.url = url;
        this.wishes = wishes;
        this.acknowledged = acknowledged;
        this.looks = looks;
        this.visits = visits;
    }

    Future<Void> connect() {
        Promise<Void> connected = Promise.promise();
        net.connect(url.getPort(), url.getHost()).onFailure(connected::fail).onSuccess(made -> {
            made.handler(this::received);
            made.closeHandler(_ -> broken(made));
            made.exceptionHandler(_ -> made.close());
            socket = made;
            connected.complete();
        });
        return connected.future();
    }

    /** @param from when the customer was to come */
    void begin(Course into, int who, long from) {
        course = into;
        customer = who;
        intended = from;
        asked = from;
        looked = 0;
        order = null;
        goOn();
    }

    /** @param due when it was to be sent */
    void beginAgain(Course into, Order known, long due) {
        course = into;
        customer = known.customer();
        intended = known.came();
        asked = due;
        reserve(known);
    }

    private void goOn() {
        step = looked < looks ? Step.LOOK : Step.ORDER;
        looked++;
        send(step == Step.LOOK ? wishes.look(customer) : wishes.of(customer).order());
    }

    private void send(Buffer request) {
        var now = socket;
        if (now == null) {
            var _ = connect().onSuccess(_ -> send(request)).onFailure(_ -> lost());
        } else {
            var _ = now.write(request);
        }
    }

    private void received(Buffer bytes) {
        var now = course;
        if (now == null || !reader.feed(bytes)) {
            return;
        }
        var status = reader.status();
        now.answered(step.text + " " + status);
        if (status == UNAVAILABLE || status == TOO_MANY) {
            refused(now);
        } else if (step == Step.LOOK && status == OK) {
            next(this::goOn);
        } else if (step == Step.ORDER && status == OK) {
            var body = reader.body();
            next(() -> reserve(
                    new Order(customer, intended, text(body, "\"reservationID\":\""), text(body, "\"quote\":\""))));
        } else {
            if (status == CREATED && order != null) {
                now.served(intended, asked, System.nanoTime());
                acknowledged.add(wishes.person(customer), order.reservationID());
            }
            end();
        }
    }

    private void refused(Course now) {
        if (step == Step.RESERVE && reader.body().contains("outcome-unknown")) {
            acknowledged.addUnknown();
        }
        var seconds = reader.retryAfterSeconds();
        now.refused(asked, System.nanoTime(), seconds);
        if (order != null) {
            visits.again(Math.max(1, seconds), order);
        }
        end();
    }

    private void next(Runnable more) {
        reader.clear();
        asked = System.nanoTime();
        more.run();
    }

    private void reserve(Order known) {
        step = Step.RESERVE;
        order = known;
        send(wishes.reservation(customer, known.reservationID(), known.quote()));
    }

    /** Of a member whose text has no escapes. */
    private static String text(String json, String member) {
        var from = json.indexOf(member) + member.length();
        return json.substring(from, json.indexOf('"', from));
    }

    private void end() {
        reader.clear();
        course = null;
        visits.done(this);
    }

    private void broken(NetSocket which) {
        if (which.equals(socket)) {
            socket = null;
            lost();
        }
    }

    /** No answer will come. */
    private void lost() {
        var now = course;
        if (now != null) {
            now.answered(step.text + " broken");
            if (step == Step.RESERVE) {
                acknowledged.addUnknown();
            }
            end();
        }
    }
}
