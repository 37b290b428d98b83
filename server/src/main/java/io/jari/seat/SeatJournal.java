package io.jari.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.concert.Dates;
import io.jari.http.Cursor;
import io.jari.http.Problem;
import io.jari.seat.SeatJournalStore.Entry;
import io.jari.seat.SeatJournalStore.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that happened to one seat. */
@ApplicationScoped
class SeatJournal {
    private final SeatJournalStore store;
    private final Dates dates;
    private final ObjectMapper json;

    SeatJournal(DataSource dataSource, Dates dates, ObjectMapper json) {
        this.store = new SeatJournalStore(dataSource);
        this.dates = dates;
        this.json = json;
    }

    /** Something that happened to a seat. */
    @Schema(name = "SeatJournalEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryBody(
            Instant at,

            @Schema(description = "Who did it", examples = "account:7")
            String actor,

            @Schema(
                    description =
                            "hold.made, .extended, .taken-over, .expired, .released, .sold, .refunded; ticket.used;"
                                    + " seats.blocked, .unblocked; payment.… and refund.… of the holds that had it")
            String action,

            @JsonProperty("holdID") @Nullable String holdId,

            @Schema(type = SchemaType.OBJECT) @Nullable JsonNode details) {}

    @Schema(name = "SeatJournal")
    record JournalBody(@JsonProperty("seatID") String seatId, List<EntryBody> entries) {}

    /** Some of it, and the cursor to what follows. */
    record Page(JournalBody body, @Nullable String next) {}

    /** Oldest first. Blocks. */
    Page page(int concertId, int dateId, String seatId, @Nullable String cursor, int limit) {
        var terms = dates.recent(concertId, dateId)
                .orElseThrow(() -> HoldProblems.noDate().exception());
        if (terms.seats().find(seatId).isEmpty()) {
            throw Problem.notFound("seat").exception();
        }
        var found = store.page(dateId, seatId, cursor == null ? Place.FIRST : parse(cursor), limit + 1);
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page(
                new JournalBody(seatId, page.stream().map(this::body).toList()),
                more ? write(page.getLast().place()) : null);
    }

    private EntryBody body(Entry e) {
        return new EntryBody(
                e.at(), e.actor(), e.action(), e.action().startsWith("seats.") ? null : e.subject(), details(e.body()));
    }

    private @Nullable JsonNode details(@Nullable String body) {
        try {
            return body == null ? null : json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps JSON", e);
        }
    }

    private static String write(Place place) {
        return Cursor.of(place.version(), place.n());
    }

    private static Place parse(String cursor) {
        return Cursor.parse(
                cursor, 2, parts -> new Place(Long.parseLong(parts.get(0)), Integer.parseInt(parts.get(1))));
    }
}
