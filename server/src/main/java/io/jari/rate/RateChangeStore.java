package io.jari.rate;

import io.jari.db.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Changes of prices with what was before them. */
final class RateChangeStore {
    private static final String COLUMNS = "change_id, kind, at, actor, change::text, undoes, undone_by";

    private RateChangeStore() {}

    record Key(int roomTypeId, LocalDate date) {}

    /** A night's own rate and the change that set it. */
    record Rate(long rate, int changeId) {}

    static int pricingVersion(Handle handle, int hotelId) {
        return handle.createQuery("select pricing_version from hotel where hotel_id = ?")
                .bind(0, hotelId)
                .mapTo(Integer.class)
                .one();
    }

    static int roomTypeVersion(Handle handle, int hotelId, int roomTypeId) {
        return handle.createQuery("select version from room_type where hotel_id = ? and room_type_id = ?")
                .bind(0, hotelId)
                .bind(1, roomTypeId)
                .mapTo(Integer.class)
                .one();
    }

    /** The latest first. */
    static List<RateChange> page(Handle handle, int hotelId, long before, int limit) {
        return handle.createQuery("select " + COLUMNS + """
                         from rate_change where hotel_id = :hotel and change_id < :before
                        order by change_id desc limit :limit
                        """)
                .bind("hotel", hotelId)
                .bind("before", before)
                .bind("limit", limit)
                .map(RateChangeStore::change)
                .list();
    }

    static Optional<RateChange> find(Handle handle, int hotelId, int changeId) {
        return handle.createQuery("select " + COLUMNS + " from rate_change where hotel_id = :hotel and change_id = :id")
                .bind("hotel", hotelId)
                .bind("id", changeId)
                .map(RateChangeStore::change)
                .findOne();
    }

    static int nextId(Handle handle, int hotelId) {
        return handle.createQuery("select coalesce(max(change_id), 0) + 1 from rate_change where hotel_id = ?")
                .bind(0, hotelId)
                .mapTo(Integer.class)
                .one();
    }

    static void insert(
            Handle handle, int hotelId, RateChange change, long version, Instant at, @Nullable String before) {
        handle.createUpdate("""
                        insert into rate_change (hotel_id, change_id, version, at, actor, kind, change, before, undoes)
                        values (:hotel, :id, :version, :at, :actor, :kind, :change::jsonb, :before::jsonb, :undoes::int)
                        """)
                .bind("hotel", hotelId)
                .bind("id", change.id())
                .bind("version", version)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("actor", change.actor())
                .bind("kind", change.kind())
                .bind("change", RulesJson.write(change.change()))
                .bind("before", before)
                .bind("undoes", change.undoes())
                .execute();
    }

    static void undone(Handle handle, int hotelId, int changeId, int by) {
        handle.execute(
                "update rate_change set undone_by = ? where hotel_id = ? and change_id = ?", by, hotelId, changeId);
    }

    /** Records the nights, then makes the rates what they say. */
    static void write(Handle handle, int hotelId, int changeId, List<AlteredNight> nights) throws SQLException {
        new Pipeline()
                .update(
                        """
                        insert into rate_change_night (hotel_id, change_id, room_type_id, date, rate_before,
                               change_id_before, rate_after, change_id_after, stop_before, stop_after)
                        select ?, ?, t, d, rb, coalesce(cb, r.change_id), ra,
                               case when ra is null then null
                                    when ra is not distinct from rb then r.change_id
                                    else coalesce(ca, ?) end,
                               sb, sa
                          from unnest(?::int[], ?::date[], ?::bigint[], ?::int[], ?::bigint[], ?::int[],
                                      ?::boolean[], ?::boolean[]) as u(t, d, rb, cb, ra, ca, sb, sa)
                          left join room_type_rate r on r.hotel_id = ? and r.room_type_id = t and r.date = d
                        """,
                        nights.size(),
                        slots -> slots.set(1, hotelId)
                                .set(2, changeId)
                                .set(3, changeId)
                                .texts(4, column(nights, AlteredNight::roomTypeId))
                                .texts(5, column(nights, AlteredNight::date))
                                .texts(6, column(nights, AlteredNight::rateBefore))
                                .texts(7, column(nights, AlteredNight::changeBefore))
                                .texts(8, column(nights, AlteredNight::rateAfter))
                                .texts(9, column(nights, AlteredNight::changeAfter))
                                .texts(10, column(nights, AlteredNight::stopBefore))
                                .texts(11, column(nights, AlteredNight::stopAfter))
                                .set(12, hotelId))
                .update("""
                        delete from room_type_rate r using rate_change_night n
                         where n.hotel_id = ? and n.change_id = ? and n.rate_after is null
                           and r.hotel_id = n.hotel_id and r.room_type_id = n.room_type_id and r.date = n.date
                        """, slots -> slots.set(1, hotelId).set(2, changeId))
                .update("""
                        insert into room_type_rate (hotel_id, room_type_id, date, rate, change_id)
                        select hotel_id, room_type_id, date, rate_after, change_id_after
                          from rate_change_night
                         where hotel_id = ? and change_id = ? and rate_after is distinct from rate_before
                           and rate_after is not null
                         order by room_type_id, date
                            on conflict (hotel_id, room_type_id, date) do update
                           set rate = excluded.rate, change_id = excluded.change_id
                        """, slots -> slots.set(1, hotelId).set(2, changeId))
                .run(handle.getConnection());
    }

    private static Object[] column(List<AlteredNight> nights, Function<AlteredNight, @Nullable Object> value) {
        return nights.stream()
                .map(night -> {
                    var one = value.apply(night);
                    return one == null ? null : one.toString();
                })
                .toArray();
    }

    static void write(Handle handle, int hotelId, RateEdit.Rules edit) {
        handle.execute(
                "update hotel set pricing_rules = ?::jsonb, pricing_version = pricing_version + 1 where hotel_id = ?",
                RulesJson.write(edit.after()),
                hotelId);
    }

    static void write(Handle handle, int hotelId, RateEdit.Card edit) {
        handle.execute(
                """
                update room_type set base_rate = ?, min_rate = ?, max_rate = ?, version = version + 1
                 where hotel_id = ? and room_type_id = ?
                """, edit.after().base(), edit.after().min(), edit.after().max(), hotelId, edit.roomTypeId());
    }

    /** What a recorded change did. */
    static RateEdit edit(Handle handle, int hotelId, RateChange change) {
        if (change.kind().equals("nights")) {
            return new RateEdit.Nights(altered(handle, hotelId, change.id()));
        }
        var before = handle.createQuery("select before::text from rate_change where hotel_id = ? and change_id = ?")
                .bind(0, hotelId)
                .bind(1, change.id())
                .mapTo(String.class)
                .one();
        return RecordedEdit.of(change, before);
    }

    static List<AlteredNight> altered(Handle handle, int hotelId, int changeId) {
        return handle.createQuery("""
                        select * from rate_change_night where hotel_id = :hotel and change_id = :id
                         order by room_type_id, date
                        """)
                .bind("hotel", hotelId)
                .bind("id", changeId)
                .map((row, context) -> new AlteredNight(
                        row.getInt("room_type_id"),
                        row.getObject("date", LocalDate.class),
                        row.getObject("rate_before", Long.class),
                        row.getObject("change_id_before", Integer.class),
                        row.getObject("rate_after", Long.class),
                        row.getObject("change_id_after", Integer.class),
                        row.getObject("stop_before", Boolean.class),
                        row.getObject("stop_after", Boolean.class)))
                .list();
    }

    /** The own rates that the nights of a change have now. */
    static Map<Key, Rate> present(Handle handle, int hotelId, int changeId) {
        var rates = new HashMap<Key, Rate>();
        handle.createQuery("""
                        select r.room_type_id, r.date, r.rate, r.change_id
                          from room_type_rate r
                          join rate_change_night n using (hotel_id, room_type_id, date)
                         where n.hotel_id = :hotel and n.change_id = :id
                        """)
                .bind("hotel", hotelId)
                .bind("id", changeId)
                .map((row, context) -> rates.put(
                        new Key(row.getInt(1), row.getObject(2, LocalDate.class)),
                        new Rate(row.getLong(3), row.getInt(4))))
                .list();
        return rates;
    }

    @SuppressWarnings("unchecked")
    private static RateChange change(ResultSet row, StatementContext context) throws SQLException {
        return new RateChange(
                row.getString("change_id"),
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                RulesJson.read(row.getString("change"), Map.class),
                row.getString("undoes"),
                row.getString("undone_by"));
    }
}
