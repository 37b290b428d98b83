package io.jari.concert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jari.concert.DateSeats.Category;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One performance as it stands; the version is that of its terms, prices and marks. */
@Schema(name = "ConcertDate")
public record ConcertDate(
        @Schema(examples = "31") String dateID,
        @Schema(examples = "12") String concertID,
        @Schema(examples = "1") String planID,

        @Schema(
                description = "on_sale: seats can be held between saleOpensAt and saleClosesAt",
                enumeration = {"on_sale", "paused", "canceled"})
        String status,

        @JsonUnwrapped SaleTerms terms,
        @Schema(examples = "KRW") String currency,
        @Schema(examples = "Asia/Seoul") String timeZone,
        @Schema(examples = "15000") int seats,

        @Schema(description = "Those nobody has; a second old at most. Left out where it is not known")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer seatsLeft,

        List<Level> categories,
        @JsonIgnore String planHash,

        @Schema(description = "When it was last put off") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Instant postponedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant canceledAt,

        @JsonIgnore int version) {

    /** A category and its price. */
    @Schema(name = "SeatCategory")
    public record Level(
            @Schema(examples = "VIP") String name,
            @Schema(examples = "#D55E00") String color,

            @Schema(description = "Minor units", examples = "198000")
            long price,

            @Schema(description = "Left out where it is not known") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer seatsLeft) {
        static Level of(Category category) {
            return new Level(category.name(), category.color(), category.price(), null);
        }

        Category category() {
            return new Category(name, color, price);
        }
    }

    /** Where its geometry is: another address once prices or marks change. */
    @JsonProperty
    @Schema(examples = "/v1/concerts/12/dates/31/plan/6f1d2c3b4a5968778695a4b3c2d1e0ff")
    public String planURL() {
        return planURL(concertID, dateID, planHash);
    }

    public static String planURL(Object concert, Object date, String hash) {
        return "/v1/concerts/%s/dates/%s/plan/%s".formatted(concert, date, hash);
    }

    ConcertDate withSeatsLeft(int[] left) {
        var levels = IntStream.range(0, categories.size())
                .mapToObj(i -> new Level(
                        categories.get(i).name(),
                        categories.get(i).color(),
                        categories.get(i).price(),
                        left[i]))
                .toList();
        return new ConcertDate(
                dateID,
                concertID,
                planID,
                status,
                terms,
                currency,
                timeZone,
                seats,
                IntStream.of(left).sum(),
                levels,
                planHash,
                postponedAt,
                canceledAt,
                version);
    }

    @JsonIgnore
    boolean isCanceled() {
        return status.equals(DateTerms.Status.CANCELED.wire());
    }
}
