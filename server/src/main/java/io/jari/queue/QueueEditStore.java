package io.jari.queue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what staff set of queues. The caller holds the head. */
final class QueueEditStore {
    private QueueEditStore() {}

    static void insert(Handle handle, int dateId, QueueSettings settings, byte @Nullable [] seed, Instant now) {
        handle.createUpdate("""
                        insert into queue (date_id, mode, opens_at, most_inside, admissions, pass_seconds, entry_seconds, public_source,
                            seed, seed_hash, created_at)
                        values (:id, :mode, :opens, :inside, :admissions, :pass, :entry, :source, :seed, sha256(:seed), :now)
                        """)
                .bind("id", dateId)
                .bind("mode", settings.order().stored())
                .bind("opens", utc(settings.opensAt()))
                .bind("inside", settings.mostInside())
                .bind("admissions", settings.admissionsPerSecond())
                .bind("pass", settings.passSeconds())
                .bind("entry", settings.entrySeconds())
                .bind("source", settings.publicSource())
                .bind("seed", seed)
                .bind("now", utc(now))
                .execute();
    }

    static void update(Handle handle, int dateId, QueueSettings settings, byte @Nullable [] seed) {
        handle.createUpdate("""
                        update queue set mode = :mode, opens_at = :opens, most_inside = :inside, admissions = :admissions,
                               pass_seconds = :pass, entry_seconds = :entry, public_source = case when frozen_at is null then :source else public_source end,
                               seed = coalesce(seed, :seed), seed_hash = coalesce(seed_hash, sha256(:seed)),
                               settings_version = settings_version + 1
                         where date_id = :id
                        """)
                .bind("id", dateId)
                .bind("mode", settings.order().stored())
                .bind("opens", utc(settings.opensAt()))
                .bind("inside", settings.mostInside())
                .bind("admissions", settings.admissionsPerSecond())
                .bind("pass", settings.passSeconds())
                .bind("entry", settings.entrySeconds())
                .bind("source", settings.publicSource())
                .bind("seed", seed)
                .execute();
    }

    static void pause(Handle handle, int dateId, boolean paused) {
        handle.createUpdate(
                        "update queue set paused = :paused, settings_version = settings_version + 1 where date_id = :id")
                .bind("id", dateId)
                .bind("paused", paused)
                .execute();
    }

    static void open(Handle handle, int dateId, Instant now) {
        handle.createUpdate(
                        "update queue set opens_at = :now, settings_version = settings_version + 1 where date_id = :id")
                .bind("id", dateId)
                .bind("now", utc(now))
                .execute();
    }

    /** Never before the list was frozen: a clock may be set back. */
    static void draw(Handle handle, int dateId, String publicValue, Instant now) {
        handle.createUpdate("""
                        update queue set public_value = :value, drawn_at = greatest(cast(:now as timestamptz), frozen_at),
                               settings_version = settings_version + 1
                         where date_id = :id and drawn_at is null
                        """)
                .bind("id", dateId)
                .bind("value", publicValue)
                .bind("now", utc(now))
                .execute();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
