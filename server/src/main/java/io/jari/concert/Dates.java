package io.jari.concert;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The terms of dates, kept in memory for as long as their rates version stands. Bounded by seats. */
@ApplicationScoped
public class Dates {
    /** Some 130 MB at most: a seat takes about 250 bytes. */
    private static final long MAX_SEATS = 500_000;

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource dataSource;
    private final Executor blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final Cache<Integer, Checked> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_SEATS)
            .weigher(
                    (Integer _, Checked checked) -> 10 + checked.terms().seats().size())
            .build();

    public Dates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Terms that were still in force at a moment of {@link System#nanoTime}. */
    private record Checked(DateTerms terms, long nanos) {}

    /**
     * The terms of the version that the caller read, for one who holds the head's lock.
     *
     * @param connection the caller's transaction, used only when the version is not in memory
     * @return empty when there is no such date
     */
    public Optional<DateTerms> at(Connection connection, int dateId, long ratesVersion) throws SQLException {
        var known = cache.getIfPresent(dateId);
        if (known != null && known.terms().ratesVersion() == ratesVersion) {
            return Optional.of(known.terms());
        }
        return keep(DateTermsStore.read(connection, dateId));
    }

    /** The terms as they stood at some time, at once when they are in memory: for what never changes, such as which seats there are. */
    public CompletableFuture<Optional<DateTerms>> known(int dateId) {
        var known = cache.getIfPresent(dateId);
        return known != null
                ? CompletableFuture.completedFuture(Optional.of(known.terms()))
                : CompletableFuture.supplyAsync(() -> recent(dateId), blocking);
    }

    /** The terms as they stood at most a second ago; empty when there is no such date. May block. */
    public Optional<DateTerms> recent(int dateId) {
        var known = cache.getIfPresent(dateId);
        if (known != null && System.nanoTime() - known.nanos() < FRESH_NANOS) {
            return Optional.of(known.terms());
        }
        return present(dateId);
    }

    /** The terms as they stand; empty when there is no such date. Blocks. */
    public Optional<DateTerms> present(int dateId) {
        var known = cache.getIfPresent(dateId);
        try (var connection = dataSource.getConnection()) {
            var version = DateTermsStore.ratesVersion(connection, dateId);
            if (known != null
                    && version.isPresent()
                    && version.get() == known.terms().ratesVersion()) {
                return keep(Optional.of(known.terms()));
            }
            return version.isEmpty() ? Optional.empty() : keep(DateTermsStore.read(connection, dateId));
        } catch (SQLException e) {
            throw new IllegalStateException("terms of date " + dateId, e);
        }
    }

    /** The same, of a date of this concert. */
    public Optional<DateTerms> recent(int concertId, int dateId) {
        return recent(dateId).filter(terms -> terms.concertId() == concertId);
    }

    /** The concert of a date, which never changes; empty when there is no such date. Reads no seats. May block. */
    public OptionalInt concert(int dateId) {
        var known = cache.getIfPresent(dateId);
        if (known != null) {
            return OptionalInt.of(known.terms().concertId());
        }
        try (var connection = dataSource.getConnection()) {
            return DateTermsStore.concert(connection, dateId);
        } catch (SQLException e) {
            throw new IllegalStateException("concert of date " + dateId, e);
        }
    }

    /** All dates of a concert. Blocks. */
    public List<Long> of(long concertId) {
        try (var connection = dataSource.getConnection()) {
            return DateTermsStore.dates(connection, concertId);
        } catch (SQLException e) {
            throw new IllegalStateException("dates of concert " + concertId, e);
        }
    }

    private Optional<DateTerms> keep(Optional<DateTerms> terms) {
        terms.ifPresent(t -> cache.put(t.dateId(), new Checked(t, System.nanoTime())));
        return terms;
    }
}
