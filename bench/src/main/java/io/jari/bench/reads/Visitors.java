package io.jari.bench.reads;

import io.jari.bench.load.OpenLoop.Visit;
import io.jari.bench.load.Stays;
import io.jari.bench.wire.ResponseReader;
import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Those who come: some only look, some order, some reserve. All that can be made before they come is. */
final class Visitors {
    private static final int OK = 200;
    private static final Pattern RESERVATION_ID = Pattern.compile("\"reservationID\":\"([^\"]+)\"");
    private static final Pattern QUOTE = Pattern.compile("\"quote\":\"([^\"]+)\"");

    private final Wire wire;
    private final List<Buffer> pages;
    private final Stays stays;
    private final List<String> tokens;
    private final Random random;
    private int reserving;

    /**
     * @param hotelIDs whose pages are looked at
     * @param tokens of people who reserve in turn
     */
    Visitors(Wire wire, List<String> hotelIDs, Stays stays, List<String> tokens, Random random) {
        this.wire = wire;
        this.pages = hotelIDs.stream().map(id -> get("/hotels/" + id)).toList();
        this.stays = stays;
        this.tokens = tokens;
        this.random = random;
    }

    private Buffer get(String path) {
        return Wire.request("GET " + path, wire.url().getAuthority(), "", "");
    }

    Visit of(Stage stage, Passage passage) {
        return switch (stage) {
            case VIEW -> new View(passage, pages.get(random.nextInt(pages.size())));
            case ORDER -> new Ordering(passage, stays.next());
            case RESERVE -> new Reserving(passage, stays.next(), reserving++);
        };
    }

    private Buffer order(Stays.Stay stay) {
        return wire.post("/v1/reservation-orders", "", "{" + stay.members() + "}");
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Not an order: " + text);
        }
        return matcher.group(1);
    }

    /** What all have in common: they end with the last answer, and tell the passage. */
    private abstract static class Visitor implements Visit {
        private final Passage passage;

        private Visitor(Passage passage) {
            this.passage = passage;
        }

        @Override
        public final @Nullable Buffer next(ResponseReader answer) {
            passage.answered(answer.status());
            return answer.status() == OK ? then(answer) : null;
        }

        /** What is asked once all went well so far; null where that was all. */
        abstract @Nullable Buffer then(ResponseReader answer);

        @Override
        public final void broken() {
            passage.answered(0);
        }

        @Override
        public final void done(long nanos) {
            passage.done(nanos);
        }
    }

    private static final class View extends Visitor {
        private final Buffer page;

        private View(Passage passage, Buffer page) {
            super(passage);
            this.page = page;
        }

        @Override
        public Buffer first() {
            return page;
        }

        @Override
        @Nullable
        Buffer then(ResponseReader answer) {
            return null;
        }
    }

    private final class Ordering extends Visitor {
        private final Stays.Stay stay;
        private boolean ordered;

        private Ordering(Passage passage, Stays.Stay stay) {
            super(passage);
            this.stay = stay;
        }

        @Override
        public Buffer first() {
            return get("/v1/hotels/" + stay.choice().hotelID() + "/availability?startDate=" + stay.start() + "&endDate="
                    + stay.end());
        }

        @Override
        @Nullable
        Buffer then(ResponseReader answer) {
            if (ordered) {
                return null;
            }
            ordered = true;
            return order(stay);
        }
    }

    private final class Reserving extends Visitor {
        private final Stays.Stay stay;
        private final int number;

        private Reserving(Passage passage, Stays.Stay stay, int number) {
            super(passage);
            this.stay = stay;
            this.number = number;
        }

        @Override
        public Buffer first() {
            return order(stay);
        }

        /** A reservation is answered with 201, so this is asked for once. */
        @Override
        Buffer then(ResponseReader answer) {
            var order = answer.body();
            var json = """
                    {"reservationID":"%s",%s,"quote":"%s","guest":{"name":"Guest %d","partySize":1}}""".formatted(found(RESERVATION_ID, order), stay.members(), found(QUOTE, order), number);
            return wire.post("/v1/reservations", tokens.get(number % tokens.size()), json);
        }
    }
}
