package io.jari.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Orders what will be reserved, before time is taken: each order becomes a reservation ready to be sent. */
public final class Orders implements Script {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;
    private final Stays stays;
    private final List<String> tokens;
    private final boolean withQuote;
    private final AtomicInteger left;
    private final AtomicInteger made = new AtomicInteger();
    private final Queue<Buffer> reservations = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<Integer, LongAdder> refused = new ConcurrentSkipListMap<>();
    private final String[] wanted;

    public Orders(Wire wire, Stays stays, List<String> tokens, boolean withQuote, int people, int count) {
        this.wire = wire;
        this.stays = stays;
        this.tokens = tokens;
        this.withQuote = withQuote;
        this.left = new AtomicInteger(count);
        this.wanted = new String[people];
    }

    /** What was ordered, ready to be sent; refused orders are missing. */
    public Queue<Buffer> reservations() {
        if (reservations.isEmpty()) {
            throw new IllegalStateException("No order was taken; refused by status: " + refused);
        }
        return reservations;
    }

    @Override
    public @Nullable Buffer next(int person) {
        if (left.getAndDecrement() <= 0) {
            return null;
        }
        wanted[person] = stays.next().members();
        return wire.post("/v1/reservation-orders", "", "{" + wanted[person] + "}");
    }

    @Override
    public void heard(int person, int status, String body, long nanos) {
        if (status == 200) {
            reservations.add(reservation(wanted[person], body));
        } else {
            refused.computeIfAbsent(status, s -> new LongAdder()).increment();
        }
    }

    @Override
    public boolean wantsBodies() {
        return true;
    }

    private Buffer reservation(String stay, String body) {
        try {
            var order = JSON.readTree(body);
            var n = made.getAndIncrement();
            var quote = withQuote ? ",\"quote\":" + order.path("quote") : "";
            var json = "{\"reservationID\":" + order.path("reservationID") + "," + stay + quote
                    + ",\"guest\":{\"name\":\"Guest " + n + "\",\"partySize\":1}}";
            return wire.post("/v1/reservations", tokens.get(n % tokens.size()), json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not an order: " + body, e);
        }
    }
}
