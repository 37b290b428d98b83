package io.jari.ticket;

import io.jari.account.TokenHash;
import io.jari.journal.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the links to doors. */
final class DoorLinkStore {
    private static final String SELECT =
            "select date_id, link, gate, made_by, made_at, expires_at, revoked_at from door_link where date_id = :date";

    private DoorLinkStore() {}

    static List<DoorLink> all(Handle handle, int dateId) {
        return handle.createQuery(SELECT + " order by link")
                .bind("date", dateId)
                .map((row, _) -> link(row))
                .list();
    }

    static Optional<DoorLink> find(Handle handle, int dateId, int link) {
        return handle.createQuery(SELECT + " and link = :link")
                .bind("date", dateId)
                .bind("link", link)
                .map((row, _) -> link(row))
                .findOne();
    }

    /** Whose token this is, while it is good. */
    static Optional<DoorLink> good(Handle handle, int dateId, TokenHash hash) {
        return handle.createQuery(SELECT + " and token_hash = :hash and revoked_at is null and expires_at > jari_now()")
                .bind("date", dateId)
                .bind("hash", hash.bytes())
                .map((row, _) -> link(row))
                .findOne();
    }

    /** All there ever were at a date. The head is locked: nobody else counts meanwhile. */
    static int count(Change change, int dateId) {
        return change.handle()
                .createQuery("select count(*)::int from door_link where date_id = :date")
                .bind("date", dateId)
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Change change, DoorLink link, TokenHash hash) {
        change.handle()
                .createUpdate("""
                        insert into door_link (date_id, link, gate, token_hash, made_by, made_at, expires_at)
                        values (:date, :link, :gate, :hash, :by, :at, :until)
                        """)
                .bind("date", link.dateId())
                .bind("link", link.link())
                .bind("gate", link.gate())
                .bind("hash", hash.bytes())
                .bind("by", link.madeBy())
                .bind("at", link.madeAt().atOffset(ZoneOffset.UTC))
                .bind("until", link.expiresAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    static void revoke(Change change, DoorLink link) {
        change.handle()
                .createUpdate("update door_link set revoked_at = :at where date_id = :date and link = :link")
                .bind("at", change.now().atOffset(ZoneOffset.UTC))
                .bind("date", link.dateId())
                .bind("link", link.link())
                .execute();
    }

    private static DoorLink link(ResultSet row) throws SQLException {
        return new DoorLink(
                row.getInt("date_id"),
                row.getInt("link"),
                row.getString("gate"),
                row.getString("made_by"),
                instant(row, "made_at"),
                instant(row, "expires_at"),
                TicketStore.instant(row, "revoked_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(TicketStore.instant(row, column), column);
    }
}
