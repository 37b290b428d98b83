package io.jari.rate;

import io.jari.core.price.PricingRules;
import io.jari.core.price.RateCard;
import io.jari.core.stay.CancellationPolicy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** Reads a hotel's tariff: one round trip. */
final class TariffStore {
    private static final String VERSION = "select rates_version from partition_head where id = ? and kind = 1";

    /**
     * The version comes first: a change committed between the statements makes the rows newer than the version says, and
     * the next look reads again; the other way round it would hide.
     */
    private static final String ALL = VERSION + """
            ;
            select time_zone, currency, closed, check_in, check_out, free_until_days, free_until_time,
                   fee_kind, fee_percent, pending_minutes, confirm_change_percent, pricing_rules
              from hotel where hotel_id = ?;
            select room_type_id, date, rate
              from room_type_rate
             where hotel_id = ? and date >= (jari_now() at time zone 'UTC')::date - 2;
            select room_type_id, name_ko, name_en, max_guests, rank, closed, base_rate, min_rate, max_rate
              from room_type where hotel_id = ?
            """;

    private TariffStore() {}

    static long ratesVersion(Connection connection, int hotelId) throws SQLException {
        try (var query = connection.prepareStatement(VERSION)) {
            query.setInt(1, hotelId);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    static Tariff read(Connection connection, int hotelId) throws SQLException {
        try (var query = connection.prepareStatement(ALL)) {
            for (var i = 1; i <= 4; i++) {
                query.setInt(i, hotelId);
            }
            query.execute();
            long version;
            try (var rows = query.getResultSet()) {
                version = rows.next() ? rows.getLong(1) : 0;
            }
            query.getMoreResults();
            try (var rows = query.getResultSet()) {
                if (!rows.next()) {
                    return Tariff.none(hotelId, version);
                }
                var terms = Terms.of(rows);
                query.getMoreResults();
                var overrides = overrides(query.getResultSet());
                query.getMoreResults();
                return terms.tariff(hotelId, version, roomTypes(query.getResultSet(), terms, overrides));
            }
        }
    }

    private static Map<Integer, Map<LocalDate, Long>> overrides(ResultSet rows) throws SQLException {
        var overrides = new HashMap<Integer, Map<LocalDate, Long>>();
        while (rows.next()) {
            overrides
                    .computeIfAbsent(rows.getInt(1), _ -> new HashMap<>())
                    .put(rows.getObject(2, LocalDate.class), rows.getLong(3));
        }
        return overrides;
    }

    private static Map<Integer, RoomTypeTariff> roomTypes(
            ResultSet rows, Terms terms, Map<Integer, Map<LocalDate, Long>> overrides) throws SQLException {
        var types = new HashMap<Integer, RoomTypeTariff>();
        while (rows.next()) {
            var id = rows.getInt("room_type_id");
            var min = rows.getLong("min_rate");
            var max = rows.getLong("max_rate");
            var nights = overrides.getOrDefault(id, new HashMap<>());
            nights.replaceAll((_, rate) -> Math.clamp(rate, min, max));
            var card = new RateCard(terms.currency(), rows.getLong("base_rate"), min, max, nights);
            types.put(
                    id,
                    new RoomTypeTariff(
                            id,
                            rows.getString("name_ko"),
                            rows.getString("name_en"),
                            rows.getInt("max_guests"),
                            rows.getInt("rank"),
                            rows.getBoolean("closed"),
                            card,
                            terms.rules()));
        }
        return types;
    }

    /** The hotel's own row. */
    private record Terms(
            ZoneId zone,
            Currency currency,
            boolean closed,
            LocalTime checkIn,
            LocalTime checkOut,
            CancellationPolicy policy,
            int pendingMinutes,
            int confirmChangePercent,
            PricingRules rules) {

        static Terms of(ResultSet row) throws SQLException {
            var fee = row.getString("fee_kind").equals("percent")
                    ? new CancellationPolicy.Fee.Percent(row.getInt("fee_percent"))
                    : new CancellationPolicy.Fee.FirstNight();
            return new Terms(
                    ZoneId.of(row.getString("time_zone")),
                    Currency.getInstance(row.getString("currency")),
                    row.getBoolean("closed"),
                    row.getObject("check_in", LocalTime.class),
                    row.getObject("check_out", LocalTime.class),
                    new CancellationPolicy(
                            row.getInt("free_until_days"), row.getObject("free_until_time", LocalTime.class), fee),
                    row.getInt("pending_minutes"),
                    row.getInt("confirm_change_percent"),
                    RulesJson.read(row.getString("pricing_rules")));
        }

        Tariff tariff(int hotelId, long version, Map<Integer, RoomTypeTariff> types) {
            return new Tariff(
                    hotelId,
                    version,
                    zone,
                    currency.getCurrencyCode(),
                    closed,
                    checkIn,
                    checkOut,
                    policy,
                    pendingMinutes,
                    confirmChangePercent,
                    rules,
                    types);
        }
    }
}
