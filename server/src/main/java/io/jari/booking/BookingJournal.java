package io.jari.booking;

/** What the journal keeps of a reservation: opaque ids and numbers, no personal data. All values are safe in JSON as they are. */
final class BookingJournal {
    private BookingJournal() {}

    static String created(Reservation r) {
        return "{\"roomTypeID\":\"" + r.roomTypeId() + "\",\"startDate\":\""
                + r.nights().start() + "\",\"endDate\":\""
                + r.nights().end() + "\",\"rooms\":" + r.rooms() + ",\"total\":" + r.total() + ",\"currency\":\""
                + r.terms().currency() + "\"}";
    }

    static String canceled(Reservation before, Reservation after) {
        return "{\"before\":\"" + before.status() + "\",\"after\":\"" + after.status() + "\",\"reason\":\""
                + after.cancelReason() + "\",\"fee\":" + after.feeCharged() + "}";
    }

    static String paid(Reservation before, String method) {
        return "{\"before\":\"" + before.status() + "\",\"after\":\"paid\",\"method\":\"" + method + "\",\"amount\":"
                + before.total() + "}";
    }
}
