package io.jari.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to this version's. Several processes may do so at once: Flyway lets one work and the others wait. */
public final class Migrations {
    private Migrations() {}

    public static void run(DatabaseUrl url) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(url.dataSource())
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    "The schema of %s can't be brought to this version: %s".formatted(url, e.getMessage()), e);
        }
    }
}
