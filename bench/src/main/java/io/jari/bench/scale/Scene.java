package io.jari.bench.scale;

import io.jari.bench.api.Api;
import io.jari.bench.api.DatabaseCost;
import io.jari.bench.api.OwnDatabase;
import io.jari.bench.api.OwnServer;
import io.jari.bench.load.Orders;
import io.jari.bench.load.People;
import io.jari.bench.load.Rush;
import io.jari.bench.load.Stays;
import io.jari.bench.load.Window;
import io.jari.bench.wire.ProcessCpu;
import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A server of its own with a chain of hotels, more servers beside it where wanted, and rushes for rooms in some of the hotels. */
final class Scene implements AutoCloseable {
    private static final int PEOPLE = 200;
    private static final int PREPARING_PEOPLE = 64;
    private static final int PREPARING_LIMIT_SECONDS = 1_200;
    private static final int PATIENCE_SECONDS = 60;
    /** Of the orders one in so many warms up. */
    private static final int WARMING_SHARE = 4;

    private final Plan plan;
    private final OwnServer server;
    private final List<String> tokens;
    private final Consumer<String> live;
    private final List<String> taking = new ArrayList<>();
    private final ArrayDeque<OwnServer> others = new ArrayDeque<>();
    private boolean fresh = true;

    private Scene(Plan plan, OwnServer server, List<String> tokens, Consumer<String> live) {
        this.plan = plan;
        this.server = server;
        this.tokens = tokens;
        this.live = live;
    }

    static Scene open(Plan plan, Consumer<String> live) throws IOException, InterruptedException {
        live.accept("starting a server");
        var server = OwnServer.start();
        return new Scene(plan, server, server.people(PEOPLE), live);
    }

    /** Hotels that take part, with so many rooms each that few nights become full. */
    void addTaking(int hotels, int rooms) throws IOException, InterruptedException {
        taking.addAll(load(hotels, rooms));
    }

    /** Hotels that only make the tables larger. */
    void addOthers(int hotels) throws IOException, InterruptedException {
        load(hotels, 10 * plan.chain().roomTypes());
    }

    private List<String> load(int hotels, int rooms) throws IOException, InterruptedException {
        if (hotels == 0) {
            return List.of();
        }
        live.accept("loading hotels: %,d".formatted(hotels));
        return server.hotels(
                "--hotels",
                Integer.toString(hotels),
                "--room-types",
                Integer.toString(plan.chain().roomTypes()),
                "--rooms",
                Integer.toString(rooms),
                "--nights",
                Integer.toString(plan.chain().nights()),
                "--seed",
                Integer.toString(plan.offer().seed() + taking.size()),
                "--yes");
    }

    /** What was loaded is vacuumed and analyzed; the rows that there are now. */
    long settle() throws IOException {
        live.accept("vacuum analyze");
        database().settle();
        return database().count("room_type_inventory");
    }

    OwnDatabase database() throws IOException {
        return new OwnDatabase(server.data().databaseUrl());
    }

    /** So many servers on the one database. */
    void processes(int count) throws IOException, InterruptedException {
        while (others.size() < count - 1) {
            live.accept("starting a server beside it");
            others.push(server.another(Map.of()));
            fresh = true;
        }
    }

    /**
     * @param hotels that take part
     * @param days over which arrivals are spread
     */
    Point rush(String at, int hotels, int days) throws IOException, InterruptedException {
        if (fresh) {
            measure(at + ", to warm up", hotels, days);
            fresh = false;
        }
        return measure(at, hotels, days);
    }

    private Point measure(String at, int hotels, int days) throws IOException, InterruptedException {
        live.accept(at + ": ordering");
        var requests = orders(hotels, days);
        var warming = new ConcurrentLinkedQueue<Buffer>();
        for (var left = requests.size() / WARMING_SHARE; left > 0; left--) {
            warming.add(requests.remove());
        }
        System.gc(); // what preparing left behind is not to be cleared while time is taken
        live.accept(at + ": reserving");
        play(warming, plan.offer().warmup());
        var cpu = ProcessCpu.parse(pids());
        var cpuBefore = cpu.seconds();
        var costBefore = DatabaseCost.of(server.data().databaseUrl());
        var rush = play(requests, plan.offer().seconds());
        var cost = DatabaseCost.of(server.data().databaseUrl()).since(costBefore);
        var spent = new LinkedHashMap<String, Double>();
        cpu.seconds().forEach((name, seconds) -> spent.put(name, seconds - cpuBefore.getOrDefault(name, 0.0)));
        var point = new Point(at, rush.seconds(), rush.byStatus(), rush.acceptedMicros(), spent, cost.walBytes());
        live.accept("%s: %,.0f accepted/s".formatted(at, point.perSecond()));
        return point;
    }

    private Queue<Buffer> orders(int hotels, int days) throws InterruptedException {
        var ids = taking.subList(0, Math.min(hotels, taking.size()));
        var stays = new Stays(
                Stays.choices(
                        Api.at(server.url()), ids, ids.size(), plan.chain().roomTypes()),
                LocalDate.now(ZoneOffset.UTC).plusDays(Plan.FROM_DAYS),
                days,
                plan.offer().stayNights(),
                new Random(plan.offer().seed()));
        var orders = new Orders(
                new Wire(server.url()),
                stays,
                tokens,
                true,
                PREPARING_PEOPLE,
                plan.offer().orders());
        try (var people = new People(urls(), PREPARING_PEOPLE)) {
            people.play(orders, PREPARING_LIMIT_SECONDS);
        }
        return orders.reservations();
    }

    private Rush play(Queue<Buffer> requests, double seconds) throws InterruptedException {
        var rush = new Rush(requests, Window.after(0, seconds));
        try (var people = new People(urls(), plan.offer().connections())) {
            people.play(rush, (int) seconds + PATIENCE_SECONDS);
        }
        return rush;
    }

    private List<URI> urls() {
        var urls = new ArrayList<URI>();
        urls.add(server.url());
        others.forEach(other -> urls.add(other.url()));
        return urls;
    }

    private String pids() throws IOException {
        var pids = new StringBuilder(server.pids());
        others.forEach(
                other -> pids.append(",server-").append(other.pid()).append(':').append(other.pid()));
        return pids.toString();
    }

    /** What it says where something does not hold; empty where all does. */
    String verify() throws IOException, InterruptedException {
        live.accept("verify");
        var said = server.run("verify");
        return said.exitCode() == 0 ? "" : said.text().strip();
    }

    @Override
    public void close() {
        others.forEach(OwnServer::close);
        server.close();
    }
}
