package io.jari.revenue;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a hotel's nights brought in or will, as JSON. Amounts in minor units. */
public final class FigureBodies {
    private FigureBodies() {}

    /** A span of nights. */
    @Schema(name = "Figures")
    public record FiguresBody(
            @Schema(examples = "KRW") String currency,
            LocalDate startDate,
            LocalDate endDate,

            @Schema(description = "The hotel's today: from then on nights are as sold so far")
            LocalDate today,

            FiguresTotal total,
            List<FiguresNight> nights) {}

    /** All nights together. */
    @Schema(name = "FiguresTotal")
    public record FiguresTotal(
            @Schema(description = "Room nights there were to sell", examples = "5580")
            long rooms,

            @Schema(description = "Room nights sold, of guests who came or are expected", examples = "4210")
            long sold,

            @Schema(description = "What these rooms cost; no fees", examples = "512340000")
            long revenue,

            @Schema(description = "Average daily rate: revenue for each room sold", examples = "121696") @Nullable
            Long averageDailyRate,

            @Schema(description = "Revenue for each room there was to sell (RevPAR)", examples = "91817") @Nullable
            Long revenuePerAvailableRoom,

            @Schema(
                    description = "Rooms of guests whose first night is here, and who came or are expected",
                    examples = "1890")
            long arrivals,

            @Schema(description = "Rooms that should have arrived then, and were canceled", examples = "201")
            long canceled,

            @Schema(examples = "33") long noShows,
            @Schema(examples = "2") long walked,

            @Schema(description = "Reservations made on these days, for whichever nights", examples = "1740")
            long reservationsMade,

            @Schema(examples = "4075") long roomNightsMade) {}

    /** One night; what is made that day counts by the hotel's own day. */
    @Schema(name = "FiguresNight")
    public record FiguresNight(
            LocalDate date,
            @Schema(examples = "180") int rooms,
            @Schema(examples = "141") int sold,
            @Schema(examples = "17155000") long revenue,
            @Schema(examples = "61") int arrivals,
            @Schema(examples = "6") int canceled,
            @Schema(examples = "1") int noShows,
            @Schema(examples = "0") int walked,
            @Schema(examples = "58") int reservationsMade,
            @Schema(examples = "130") int roomNightsMade) {}
}
