package io.jari.payment;

import io.jari.JariServer;
import io.jari.db.TestData;

/** The database's time of a demo, standing still: what comes within a millisecond of something can be placed on either side of it. */
record FrozenClock(JariServer server) {
    /** Stops so many milliseconds after the end of what holds a reservation; before it where negative. */
    static FrozenClock at(JariServer server, String reservationId, int millis) {
        TestData.execute(server, """
                do $do$
                declare
                    at timestamptz := (select expires_at + %d * interval '1 millisecond' from reservation where reservation_id = '%s');
                begin
                    execute format('create or replace function jari_now() returns timestamptz language sql volatile as %%L',
                                   format('select timestamptz %%L', at));
                    update clock_offset set "offset" = at - clock_timestamp();
                end $do$
                """.formatted(millis, reservationId));
        return new FrozenClock(server);
    }

    /** Time goes on from there. */
    void thaw() {
        TestData.execute(server, """
                do $do$ begin
                    update clock_offset set "offset" = jari_now() - clock_timestamp();
                    create or replace function jari_now() returns timestamptz language sql volatile
                        as 'select clock_timestamp() + (select "offset" from clock_offset)';
                end $do$
                """);
    }
}
