package io.jari.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The hotels' tariffs, kept in memory for as long as their rates version stands. Bounded by bytes. */
@ApplicationScoped
public class Tariffs {
    private static final long MAX_BYTES = 64L << 20;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource dataSource;
    private final Cache<Integer, Checked> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Integer _, Checked checked) -> bytes(checked.tariff()))
            .build();

    public Tariffs(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A tariff that was still in force at a moment of {@link System#nanoTime}. */
    private record Checked(Tariff tariff, long nanos) {}

    /**
     * The tariff of the version that the caller read, for one who holds the head's lock. A hotel that does not exist is a
     * closed one without room types.
     *
     * @param connection the caller's transaction, used only when the version is not in memory
     */
    public Tariff at(Connection connection, int hotelId, long ratesVersion) throws SQLException {
        var known = cache.getIfPresent(hotelId);
        if (known != null && known.tariff().ratesVersion() == ratesVersion) {
            return known.tariff();
        }
        return keep(TariffStore.read(connection, hotelId));
    }

    /** The tariff as it stood at most a second ago. A hotel that does not exist is a closed one without room types. */
    public Tariff recent(int hotelId) {
        var known = cache.getIfPresent(hotelId);
        if (known != null && System.nanoTime() - known.nanos() < FRESH_NANOS) {
            return known.tariff();
        }
        try (var connection = dataSource.getConnection()) {
            var version = TariffStore.ratesVersion(connection, hotelId);
            return keep(
                    known != null && known.tariff().ratesVersion() == version
                            ? known.tariff()
                            : TariffStore.read(connection, hotelId));
        } catch (SQLException e) {
            throw new IllegalStateException("tariff of hotel " + hotelId, e);
        }
    }

    /** What sells nothing is not kept: a hotel that is made later begins with the version of one that is not. */
    private Tariff keep(Tariff tariff) {
        if (!tariff.roomTypes().isEmpty()) {
            cache.put(tariff.hotelId(), new Checked(tariff, System.nanoTime()));
        }
        return tariff;
    }

    /** About what a tariff takes on the heap. */
    private static int bytes(Tariff tariff) {
        var overrides = tariff.roomTypes().values().stream()
                .mapToInt(type -> type.card().overrides().size())
                .sum();
        return 1_000 + 800 * tariff.roomTypes().size() + 64 * overrides;
    }
}
