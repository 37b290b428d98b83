package io.jari.concert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.core.seat.SeatPlan;
import io.jari.http.Problem;
import io.jari.http.Text;
import io.jari.journal.Change;
import io.jari.journal.Creations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plans of the halls in which a concert is given. A plan is never changed; another is imported. */
@ApplicationScoped
public class SeatPlans {
    /** Numbers come out as they went in. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final SeatPlanStore store;
    private final Concerts concerts;
    private final Creations creations;

    SeatPlans(SeatPlanStore store, Concerts concerts, Creations creations) {
        this.store = store;
        this.concerts = concerts;
        this.creations = creations;
    }

    public List<StoredPlan> list(int concertId) {
        concerts.find(concertId);
        return store.list(concertId);
    }

    /** As it was imported, or 404. */
    String json(int concertId, int planId) {
        return find(concertId, planId)
                .orElseThrow(() -> Problem.notFound("seat plan").exception());
    }

    /** The same; empty when there is none. */
    Optional<String> find(int concertId, int planId) {
        return store.json(concertId, planId);
    }

    /** To be sold or drawn. */
    SeatPlan plan(String json) {
        try {
            return PlanReading.read(EXACT.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan was read before it was stored", e);
        }
    }

    /** What importing it would make; nothing is stored. */
    static PlanPreview preview(byte[] body) throws IOException {
        return PlanPreview.of(PlanReading.read(EXACT.readTree(body)));
    }

    Response take(String actor, int concertId, @Nullable String key, byte[] body) throws IOException {
        var json = EXACT.readTree(body);
        var plan = PlanReading.read(json);
        var text = text(json);
        return concerts.changing(
                actor,
                concertId,
                (change, concert) -> creations.once(
                        change,
                        "concerts/" + concertId + "/seat-plans",
                        key,
                        text,
                        () -> insert(change, concertId, plan, text)));
    }

    private static String text(JsonNode json) {
        var text = json.toString();
        if (!Text.storable(text)) {
            throw Problem.invalid("", "a text holds half a surrogate pair").exception();
        }
        return text;
    }

    private static StoredPlan insert(Change change, int concertId, SeatPlan plan, String text) {
        var id = SeatPlanStore.nextId(change.handle(), concertId);
        SeatPlanStore.insert(change.handle(), concertId, id, plan.name(), plan.seats(), text, change.now());
        change.journal(
                "seat-plan.imported",
                Integer.toString(concertId),
                "{\"planID\":\"%d\",\"seats\":%d}".formatted(id, plan.seats()));
        return SeatPlanStore.find(change.handle(), concertId, id);
    }
}
