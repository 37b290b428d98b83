package io.jari.payment;

import io.jari.JariServer;
import io.jari.db.TestData;
import java.util.Collection;

/** The database's time of a demo, standing still: what comes within a millisecond of something can be placed on either side of it. */
record FrozenClock(JariServer server) {
    /** Stops where it is. */
    void stop() {
        set("""
                at := jari_now();
                """);
    }

    /**
     * Stands so many milliseconds after the end of what holds these reservations; before it where negative. Refuses to, and stays where
     * it is, unless all are held still and to the very same end.
     */
    void stand(Collection<String> reservationIds, int millis) {
        var ids = "'" + String.join("', '", reservationIds) + "'";
        set("""
                at := (select min(expires_at) from reservation where reservation_id in (%1$s));
                if %2$d <> (select count(*) from reservation
                             where reservation_id in (%1$s) and status = 'pending' and expires_at = at) then
                    raise exception 'not all of %2$d are held to %%', at;
                end if;
                at := at + %3$d * interval '1 millisecond';
                """.formatted(ids, reservationIds.size(), millis));
    }

    private void set(String at) {
        TestData.execute(server, """
                do $do$
                declare
                    at timestamptz;
                begin
                    %s
                    execute format('create or replace function jari_now() returns timestamptz language sql volatile as %%L',
                                   format('select timestamptz %%L', at));
                    update clock_offset set "offset" = at - clock_timestamp();
                end $do$
                """.formatted(at));
    }

    /** Time goes on from there, also where it had not stopped. */
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
