package io.jari.load;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.concert.DemoConcert;
import io.jari.core.stay.HotelClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The few hotels, and the concert, that a demo begins with. */
public final class Demo {
    private Demo() {}

    /**
     * Loads them where there is no hotel yet, and no concert: all of it or nothing.
     *
     * @param untilOpening of the sale of the concert's third date
     */
    public static void load(DataSource database, Duration untilOpening) throws SQLException {
        if (!any(database, "hotel")) {
            new ChainLoad(database, HotelClock.HORIZON_NIGHTS, ChainLoad.BULK_ROWS, _ -> {}, () -> {}).load(hotels());
        }
        if (!any(database, "concert")) {
            Jdbi.create(database).useTransaction(handle -> {
                var now = OnSaleStore.now(handle);
                OnSales.make(handle, DemoConcert.make(handle, now), untilOpening, now);
            });
        }
    }

    static List<HotelPlan> hotels() {
        try (var stream = Demo.class.getResourceAsStream("/load/demo-hotels.json")) {
            return JsonMapper.builder().build().readValue(stream, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean any(DataSource database, String table) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select exists (select from " + table + ")");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
