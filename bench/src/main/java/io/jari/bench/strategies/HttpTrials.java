package io.jari.bench.strategies;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.bench.api.Api;
import io.jari.bench.api.Metrics;
import io.jari.bench.api.OwnDatabase;
import io.jari.bench.api.OwnServer;
import io.jari.bench.load.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;

/** Trials over HTTP: a whole server with one strategy, and clients with a connection and a session each. */
final class HttpTrials implements Trials {
    private static final int LEAD_IN_SECONDS = 1;
    private static final int GROUP_COMMIT_CONNECTIONS = 2;
    private static final int GROUPED_AT_FIRST = 5_000;
    private static final int OTHERS_AT_FIRST = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Plan plan;
    private final Map<String, String> environment;
    private final ToIntBiFunction<Contest, Strategy> connections;
    private final Consumer<String> live;

    /**
     * @param environment of the server
     * @param connections of a strategy, for each contest
     */
    HttpTrials(
            Plan plan,
            Map<String, String> environment,
            ToIntBiFunction<Contest, Strategy> connections,
            Consumer<String> live) {
        this.plan = plan;
        this.environment = environment;
        this.connections = connections;
        this.live = live;
    }

    @Override
    public List<Trial> run(Contest contest, Strategy strategy) throws IOException, InterruptedException {
        var transactions = strategy == Strategy.GROUP_COMMIT
                ? GROUP_COMMIT_CONNECTIONS
                : connections.applyAsInt(contest, strategy);
        live.accept(contest.name() + ", " + strategy.setting() + ": a server of its own");
        try (var server = OwnServer.start(settings(strategy, transactions))) {
            var shop = open(contest, strategy, server);
            shop.warm(Plan.WARMING_CLIENTS, plan.warmup(), plan.warmupAnswers(), Plan.LONGEST_WARMUP);
            new OwnDatabase(server.data().databaseUrl()).settle();
            var trials = new ArrayList<Trial>();
            for (var clients : plan.clients()) {
                live.accept("%s, %s, %d clients".formatted(contest.name(), strategy.setting(), clients));
                trials.add(trial(contest, strategy, server, shop, clients, transactions));
            }
            var said = server.run("verify");
            if (said.exitCode() != 0) {
                throw new IllegalStateException(strategy.setting() + " broke what must hold: " + said.text());
            }
            return trials;
        }
    }

    private Shop open(Contest contest, Strategy strategy, OwnServer server) throws IOException, InterruptedException {
        return contest.ofRooms()
                ? new RoomShop(
                        server, contest.isHot(), strategy == Strategy.GROUP_COMMIT ? GROUPED_AT_FIRST : OTHERS_AT_FIRST)
                : new SeatShop(server, contest.isHot(), plan.mostClients());
    }

    private Trial trial(Contest contest, Strategy strategy, OwnServer server, Shop shop, int clients, int transactions)
            throws IOException, InterruptedException {
        shop.prepare(clients, LEAD_IN_SECONDS + plan.seconds());
        System.gc(); // what preparing left behind is not to be cleared while time is taken
        var staff = Api.at(server.internalUrl());
        var feature = contest.ofRooms() ? "booking" : "seat";
        var selling = CompletableFuture.supplyAsync(
                () -> sell(shop, clients, Window.after(LEAD_IN_SECONDS, plan.seconds())), Thread::startVirtualThread);
        Thread.sleep(1_000L * LEAD_IN_SECONDS);
        var retriesBefore = retries(staff, feature);
        var before = Costs.now(server.pid(), server.data());
        Thread.sleep(1_000L * plan.seconds());
        var after = Costs.now(server.pid(), server.data());
        var retries = retries(staff, feature) - retriesBefore;
        return before.trial(
                contest,
                strategy,
                told(selling.join(), clients, transactions).put("retries", Math.round(retries)),
                after);
    }

    private static Shop.Sold sell(Shop shop, int clients, Window window) {
        try {
            return shop.sell(clients, window);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static double retries(Api staff, String feature) {
        return Metrics.of(staff).sum("jari_commit_retries_total", "of=\"" + feature + "\"");
    }

    private static ObjectNode told(Shop.Sold sold, int clients, int connections) {
        var told = JSON.createObjectNode()
                .put("clients", clients)
                .put("connections", connections)
                .put("seconds", sold.seconds())
                .put("accepted", sold.accepted())
                .put("refused", sold.refused())
                .put("failed", sold.failed());
        var took = told.putObject("micros");
        for (var percentile : List.of(50.0, 95.0, 99.0, 99.9)) {
            took.put("p" + percentile, sold.micros().getValueAtPercentile(percentile));
        }
        return told;
    }

    private Map<String, String> settings(Strategy strategy, int transactions) {
        var settings = new HashMap<>(environment);
        for (var feature : List.of("BOOKING", "SEAT")) {
            settings.put("JARI_" + feature + "_STRATEGY", strategy.setting());
            settings.put("JARI_" + feature + "_CONNECTIONS", Integer.toString(transactions));
            settings.put("JARI_" + feature + "_DEADLINE_MILLIS", "60000");
        }
        return settings;
    }
}
