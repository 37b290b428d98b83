package io.jari.bench.replay;

import io.jari.bench.api.Api;
import io.jari.bench.api.Failures;
import io.jari.bench.api.Login;
import java.util.List;

/** Where visits take place: the listener for guests, who they are, the desk, and what is written down. */
record Stage(
        Api guests,
        List<Login> people,
        FrontDesk desk,
        ReplayHotel hotel,
        HotelPlan plan,
        Tally tally,
        Failures failures) {

    /** Always the same person for the same row. */
    Login guest(BookingRow row) {
        return people.get(row.line() % people.size());
    }
}
