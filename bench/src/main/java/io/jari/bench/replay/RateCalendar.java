package io.jari.bench.replay;

import io.jari.bench.api.Answer;
import io.jari.bench.api.Login;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives each month its prices on the first day on which all its nights are on sale. */
final class RateCalendar {
    private static final int HORIZON_NIGHTS = 730;
    private static final int CONFLICT = 409;

    private final Login staff;
    private final ReplayHotel hotel;
    private final Tally tally;
    /** What is still to be published: cents by room type. */
    private final TreeMap<YearMonth, Map<String, Long>> months = new TreeMap<>();

    RateCalendar(Login staff, ReplayHotel hotel, HotelPlan plan, Tally tally) {
        this.staff = staff;
        this.hotel = hotel;
        this.tally = tally;
        for (var type : plan.types().values()) {
            type.monthCents()
                    .forEach((month, cents) ->
                            months.computeIfAbsent(month, m -> new HashMap<>()).put(type.letter(), cents));
        }
    }

    void publish(LocalDate today) {
        while (!months.isEmpty() && !after(months.firstKey()).isAfter(today.plusDays(HORIZON_NIGHTS))) {
            var month = months.pollFirstEntry();
            month.getValue().forEach((letter, cents) -> publish(month.getKey(), letter, cents, today));
        }
    }

    private void publish(YearMonth month, String letter, long cents, LocalDate today) {
        var first = month.atDay(1).isBefore(today) ? today : month.atDay(1);
        if (!first.isBefore(after(month))) {
            return;
        }
        var change = new HashMap<String, Object>(Map.of(
                "roomTypeIDs",
                List.of(hotel.roomTypeID(letter)),
                "startDate",
                first.toString(),
                "endDate",
                after(month).toString(),
                "rate",
                cents));
        var answer = send(change);
        if (answer.status() == CONFLICT && answer.refusal().startsWith("confirmation-needed")) {
            change.put("confirmation", answer.text("confirmation"));
            answer = send(change);
        }
        if (!answer.ok()) {
            tally.refusedLater.add("rates of a month: " + answer.refusal());
        }
    }

    private Answer send(Map<String, Object> change) {
        return staff.ask(api -> api.post("/v1/hotels/" + hotel.hotelID() + "/rate-changes", change));
    }

    private static LocalDate after(YearMonth month) {
        return month.plusMonths(1).atDay(1);
    }
}
