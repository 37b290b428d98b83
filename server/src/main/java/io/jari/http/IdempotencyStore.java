package io.jari.http;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of stored answers. */
final class IdempotencyStore {
    private IdempotencyStore() {}

    record Row(String caller, String operation, String key, byte[] requestHash) {}

    record Stored(byte[] requestHash, int status, String answer) {}

    /** False when the key is taken. */
    static boolean claim(Handle handle, Row row) {
        return handle.createUpdate("""
                        insert into idempotency_key (caller, operation, key, request_hash, status, answer, at)
                        values (:caller, :operation, :key, :hash, 0, '', jari_now())
                        on conflict do nothing
                        """)
                        .bind("caller", row.caller())
                        .bind("operation", row.operation())
                        .bind("key", row.key())
                        .bind("hash", row.requestHash())
                        .execute()
                == 1;
    }

    static Optional<Stored> find(Handle handle, Row row) {
        return handle.createQuery("""
                        select request_hash, status, answer from idempotency_key
                         where caller = :caller and operation = :operation and key = :key
                        """)
                .bind("caller", row.caller())
                .bind("operation", row.operation())
                .bind("key", row.key())
                .map((found, context) -> new Stored(found.getBytes(1), found.getInt(2), found.getString(3)))
                .findOne();
    }

    static void answer(Handle handle, Row row, int status, String answer) {
        handle.createUpdate("""
                        update idempotency_key set status = :status, answer = :answer
                         where caller = :caller and operation = :operation and key = :key
                        """)
                .bind("status", status)
                .bind("answer", answer)
                .bind("caller", row.caller())
                .bind("operation", row.operation())
                .bind("key", row.key())
                .execute();
    }

    static void forget(Handle handle, String caller) {
        handle.execute("delete from idempotency_key where caller = ?", caller);
    }

    /** Forgets answers older than a day, a bounded number at a time; says how many. */
    static int sweep(Handle handle) {
        return handle.execute("""
                delete from idempotency_key where ctid = any(array(
                    select ctid from idempotency_key
                     where at < jari_now() - interval '24 hours' limit 10000))
                """);
    }
}
