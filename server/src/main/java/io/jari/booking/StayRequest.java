package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.core.stay.NightRangeResult;
import io.jari.http.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The hotel and nights that a request names, checked. */
public record StayRequest(int hotelId, Claim claim) {

    /** Throws a {@link Problem} that names the field. */
    public static StayRequest of(
            String hotelId, String roomTypeId, LocalDate start, LocalDate end, @Nullable Integer rooms) {
        return new StayRequest(
                Integer.parseInt(hotelId),
                new Claim(
                        Integer.parseInt(roomTypeId),
                        nights(start, end, "/startDate", "/endDate"),
                        rooms == null ? 1 : rooms));
    }

    static NightRange nights(LocalDate start, LocalDate end, String startName, String endName) {
        return switch (NightRange.of(start, end)) {
            case NightRange nights -> nights;
            case NightRangeResult.Refusal refusal ->
                throw switch (refusal) {
                    case END_BEFORE_START ->
                        Problem.invalid(endName, "must be after startDate").exception();
                    case NO_NIGHTS ->
                        Problem.invalid(endName, "must be after startDate: a stay has at least one night")
                                .exception();
                    case TOO_LONG ->
                        Problem.invalid(endName, "a stay has at most " + NightRange.MAX_NIGHTS + " nights")
                                .exception();
                    case NO_SUCH_YEAR ->
                        Problem.invalid(startName, "must be a year between 1970 and 9999")
                                .exception();
                };
        };
    }
}
