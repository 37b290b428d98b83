package io.jari.privacy;

import io.jari.http.Cursor;
import io.jari.privacy.PrivacyBodies.ErasureLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All erasures, newest first. */
@ApplicationScoped
class ErasureList {
    private final Jdbi jdbi;

    ErasureList(DataSource database) {
        this.jdbi = Jdbi.create(database);
    }

    List<ErasureLine> page(@Nullable String cursor, int limit) {
        var after = cursor == null
                ? null
                : Cursor.parse(cursor, 2, parts -> new Place(Cursor.time(parts.get(0)), parts.get(1)));
        return jdbi.withHandle(handle -> ErasureStore.lines(
                handle, after == null ? null : after.askedAt(), after == null ? null : after.subject(), limit));
    }

    private record Place(Instant askedAt, String subject) {}
}
