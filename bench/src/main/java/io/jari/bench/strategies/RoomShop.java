package io.jari.bench.strategies;

import io.jari.bench.api.Api;
import io.jari.bench.api.OwnServer;
import io.jari.bench.load.Orders;
import io.jari.bench.load.People;
import io.jari.bench.load.Rush;
import io.jari.bench.load.Stays;
import io.jari.bench.load.Window;
import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stays of three nights: all in one room type on the same nights, or spread over room types and days. Prices are asked for beforehand. */
final class RoomShop implements Shop {
    private static final int PEOPLE = 200;
    private static final int ROOM_TYPES = 20;
    private static final int NIGHTS = 3;
    private static final int FROM_DAYS = 30;
    private static final int SPREAD_DAYS = 600;
    private static final int ORDERING = 64;
    private static final int LIMIT_SECONDS = 600;
    private static final int PATIENCE_SECONDS = 120;
    private static final double MORE_THAN_BEFORE = 1.5;
    private static final List<String> HOT =
            List.of("--hotels", "1", "--room-types", "1", "--rooms", "1000000", "--nights", "60", "--yes");
    private static final List<String> SPREAD = List.of("--hotels", "20", "--rooms", "1000", "--yes");

    private final OwnServer server;
    private final List<String> tokens;
    private final Stays stays;
    private double perSecond;
    private Queue<Buffer> requests = new ConcurrentLinkedQueue<>();

    /** @param perSecond how many are expected to be sold; what is prepared follows what was sold before */
    RoomShop(OwnServer server, boolean hot, double perSecond) throws IOException, InterruptedException {
        this.server = server;
        this.perSecond = perSecond;
        this.tokens = server.people(PEOPLE);
        var hotelIDs = server.hotels((hot ? HOT : SPREAD).toArray(String[]::new));
        this.stays = new Stays(
                Stays.choices(Api.at(server.url()), hotelIDs, hotelIDs.size(), ROOM_TYPES),
                LocalDate.now(ZoneOffset.UTC).plusDays(FROM_DAYS),
                hot ? 1 : SPREAD_DAYS,
                NIGHTS,
                new Random(1));
    }

    @Override
    public void warm(int clients, double seconds, int answers, double most) throws InterruptedException {
        prepare(Math.max(answers, expected(seconds)));
        sell(clients, Window.warming(seconds, answers, most));
    }

    @Override
    public void prepare(int clients, double seconds) throws InterruptedException {
        prepare(expected(seconds));
    }

    private int expected(double seconds) {
        return (int) Math.ceil(perSecond * MORE_THAN_BEFORE * seconds);
    }

    private void prepare(int count) throws InterruptedException {
        var orders = new Orders(new Wire(server.url()), stays, tokens, true, ORDERING, count);
        try (var people = new People(List.of(server.url()), ORDERING)) {
            people.play(orders, LIMIT_SECONDS);
        }
        requests = orders.reservations();
    }

    @Override
    public Sold sell(int clients, Window window) throws InterruptedException {
        var rush = new Rush(requests, window);
        try (var people = new People(List.of(server.url()), clients)) {
            people.play(rush, (int) window.seconds() + PATIENCE_SECONDS);
        }
        var sold = new Sold(rush.byStatus(), rush.acceptedMicros(), rush.seconds());
        if (sold.accepted() > 0) {
            perSecond = Math.max(perSecond, sold.accepted() / window.secondsUntilLast());
        }
        return sold;
    }
}
