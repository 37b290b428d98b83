package io.jari.db;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;

/** Kept connections, as the server has them: to open one takes longer than most of what tests ask. */
public final class TestPool {
    private static final int MOST = 20;
    private static final Duration REAP = Duration.ofSeconds(2);

    private TestPool() {}

    /** Those that nothing asks for are closed soon. */
    public static AgroalDataSource of(DatabaseUrl url) {
        return of(url, 0, MOST);
    }

    /** Always the very same one. */
    public static AgroalDataSource ofOne(DatabaseUrl url) {
        return of(url, 1, 1);
    }

    private static AgroalDataSource of(DatabaseUrl url, int least, int most) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.minSize(least)
                            .maxSize(most)
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .reapTimeout(REAP)
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(url.jdbcUrl())
                                    .principal(new NamePrincipal(url.user()))
                                    .credential(new SimplePassword(url.password())))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
