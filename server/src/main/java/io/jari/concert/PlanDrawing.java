package io.jari.concert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jari.core.seat.SeatPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws the geometry of a date for maps, as small as JSON can be without becoming a riddle; {@link DatePlanResource} explains it. */
final class PlanDrawing {
    /** Positions are written as whole numbers, so many to the plan's unit. */
    static final int SCALE = 10;

    private static final List<String> MARKS = List.of("wheelchair", "companion", "restricted_view");
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private PlanDrawing(JsonGenerator json) {
        this.json = json;
    }

    static byte[] draw(SeatPlan plan, DateTerms terms) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            new PlanDrawing(json).write(plan, terms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(SeatPlan plan, DateTerms terms) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", plan.name());
        json.writeNumberField("scale", SCALE);
        json.writeNumberField("width", scaled(plan.width()));
        json.writeNumberField("height", scaled(plan.height()));
        json.writeNumberField("seats", terms.seats().size());
        json.writeStringField("currency", terms.currency());
        json.writeArrayFieldStart("categories");
        for (var category : terms.seats().categories()) {
            json.writeStartObject();
            json.writeStringField("name", category.name());
            json.writeStringField("color", category.color());
            json.writeNumberField("price", category.price());
            json.writeEndObject();
        }
        json.writeEndArray();
        marks(terms.seats());
        json.writeArrayFieldStart("zones");
        for (var zone : plan.zones()) {
            write(zone);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void marks(DateSeats seats) throws IOException {
        json.writeObjectFieldStart("marks");
        for (var mark : MARKS) {
            var marked = IntStream.range(0, seats.size())
                    .filter(seat -> mark.equals(seats.get(seat).mark()))
                    .toArray();
            if (marked.length > 0) {
                json.writeFieldName(mark);
                json.writeArray(marked, 0, marked.length);
            }
        }
        json.writeEndObject();
    }

    private void write(SeatPlan.Zone zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", zone.name());
        json.writeArrayFieldStart("areas");
        for (var area : zone.areas()) {
            write(area);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (var row : zone.rows()) {
            write(row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(SeatPlan.Area area) throws IOException {
        json.writeStartObject();
        json.writeStringField("shape", area.shape().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("x", scaled(area.x()));
        json.writeNumberField("y", scaled(area.y()));
        if (area.width() > 0 || area.height() > 0) {
            json.writeNumberField("width", scaled(area.width()));
            json.writeNumberField("height", scaled(area.height()));
        }
        if (area.rotation() != 0) {
            json.writeNumberField("rotation", area.rotation());
        }
        if (!area.points().isEmpty()) {
            var points = area.points().stream().mapToInt(PlanDrawing::scaled).toArray();
            json.writeFieldName("points");
            json.writeArray(points, 0, points.length);
        }
        text("color", area.color());
        text("text", area.text());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private void write(SeatPlan.Row row) throws IOException {
        var seats = row.seats();
        json.writeStartObject();
        json.writeStringField("name", row.name());
        if (!seats.isEmpty()) {
            numbers(seats);
            ids(seats);
            steps("x", seats.stream().mapToInt(seat -> scaled(seat.x())).toArray());
            steps("y", seats.stream().mapToInt(seat -> scaled(seat.y())).toArray());
            categories(seats);
        }
        json.writeEndObject();
    }

    private void numbers(List<SeatPlan.Seat> seats) throws IOException {
        json.writeArrayFieldStart("numbers");
        for (var seat : seats) {
            json.writeString(seat.number());
        }
        json.writeEndArray();
    }

    /** What all begin with, where a seat's number follows: else each. */
    private void ids(List<SeatPlan.Seat> seats) throws IOException {
        var first = seats.getFirst();
        var prefix = first.guid().endsWith(first.number())
                ? first.guid()
                        .substring(0, first.guid().length() - first.number().length())
                : first.guid();
        if (seats.stream().allMatch(seat -> seat.guid().equals(prefix + seat.number()))) {
            json.writeStringField("idPrefix", prefix);
            return;
        }
        json.writeArrayFieldStart("ids");
        for (var seat : seats) {
            json.writeString(seat.guid());
        }
        json.writeEndArray();
    }

    /** The first, then how much farther each is than the one before it. */
    private void steps(String name, int[] values) throws IOException {
        for (var i = values.length - 1; i > 0; i--) {
            values[i] -= values[i - 1];
        }
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    private void categories(List<SeatPlan.Seat> seats) throws IOException {
        var categories = seats.stream().mapToInt(SeatPlan.Seat::category).toArray();
        if (IntStream.of(categories).allMatch(category -> category == categories[0])) {
            json.writeNumberField("category", categories[0]);
        } else {
            json.writeFieldName("categories");
            json.writeArray(categories, 0, categories.length);
        }
    }

    private static int scaled(double value) {
        return Math.toIntExact(Math.round(value * SCALE));
    }
}
