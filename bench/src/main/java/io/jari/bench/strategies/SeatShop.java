package io.jari.bench.strategies;

import io.jari.bench.api.Api;
import io.jari.bench.api.OwnServer;
import io.jari.bench.api.Venue;
import io.jari.bench.load.People;
import io.jari.bench.load.Window;
import io.jari.bench.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Seats of one date, the front ones, or of several dates. */
final class SeatShop implements Shop {
    private static final int SEATS = 15_000;
    private static final int FRONT_SEATS = 500;
    private static final int DATES = 8;
    private static final int PATIENCE_SECONDS = 120;

    private final OwnServer server;
    private final List<String> tokens;
    private final List<GiveAndTake.SeatRow> dates = new ArrayList<>();

    /** @param people who have accounts, at most so many at once */
    SeatShop(OwnServer server, boolean hot, int people) throws IOException, InterruptedException {
        this.server = server;
        this.tokens = server.people(people);
        var venue = new Venue(Api.at(server.internalUrl()));
        for (var n = hot ? 1 : DATES; n > 0; n--) {
            dates.add(row(venue.date(SEATS), hot ? FRONT_SEATS : SEATS));
        }
    }

    private GiveAndTake.SeatRow row(Venue.Date date, int front) {
        var answer = Api.at(server.url()).get(date.path() + "/seats");
        if (!answer.ok()) {
            throw new IllegalStateException("No seats: " + answer.explanation());
        }
        var ids = new ArrayList<String>();
        answer.body().path("seats").forEach(seat -> ids.add(seat.path("seatID").asText()));
        return new GiveAndTake.SeatRow(date.dateId(), ids.subList(0, Math.min(front, ids.size())));
    }

    @Override
    public void warm(int clients, double seconds, int answers, double most) throws InterruptedException {
        sell(clients, Window.warming(seconds, answers, most));
    }

    @Override
    public void prepare(int clients, double seconds) {}

    @Override
    public Sold sell(int clients, Window window) throws InterruptedException {
        var script = new GiveAndTake(new Wire(server.url()), dates, tokens.subList(0, clients), window);
        try (var people = new People(List.of(server.url()), clients)) {
            people.play(script, (int) window.seconds() + PATIENCE_SECONDS);
        }
        return new Sold(window.byStatus(), window.acceptedMicros(), window.seconds());
    }
}
