package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of tries. */
@ApplicationScoped
class TryStore {
    /** After so long without any, all is forgotten. */
    static final Duration REMEMBERED = Duration.ofHours(1);

    /** Too long ago, or made before the clock was set back: that of a demo goes to and fro by days. */
    private static final String FORGOTTEN =
            "(t.at < jari_now() - make_interval(secs => :remembered) or t.at > jari_now() + interval '1 minute')";

    private static final String COUNT = """
            insert into sign_in_try as t (name, failed, at, free_at) values (:name, 1, jari_now(), jari_now())
            on conflict (name) do update
               set failed = case when FORGOTTEN then 1 else t.failed + 1 end,
                   at = jari_now(),
                   free_at = jari_now() + make_interval(secs =>
                       case when FORGOTTEN or t.failed < :free then 0
                            else least(:longest, :first * 2 ^ least(t.failed - :free, 20)) end)
            """.replace("FORGOTTEN", FORGOTTEN);
    private final Jdbi jdbi;

    TryStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * @param free so many cost nothing
     * @param first seconds that the next one costs; each further one twice as much
     * @param longest wait, in seconds
     */
    record Pace(int free, int first, int longest) {}

    /** 0 when another may come, else so long until one may. */
    long waitMillis(byte[] name) {
        return jdbi.withHandle(handle -> waitMillis(handle, name));
    }

    private static long waitMillis(Handle handle, byte[] name) {
        return handle.createQuery("""
                        select ceil(extract(epoch from free_at - jari_now()) * 1000)::bigint
                          from sign_in_try t where name = :name and free_at > jari_now() and not
                        """ + FORGOTTEN)
                .bind("name", name)
                .bind("remembered", REMEMBERED.toSeconds())
                .mapTo(Long.class)
                .findOne()
                .map(millis -> Math.max(1, millis))
                .orElse(0L);
    }

    /** Counts one before it is made, so that those made at once count too; 0 when it may be, else so long until one may. */
    long begin(byte[] name, Pace pace) {
        return jdbi.withHandle(handle -> {
            var counted = count(handle, COUNT + " where t.free_at <= jari_now() or " + FORGOTTEN, name, pace);
            return counted == 1 ? 0 : Math.max(1, waitMillis(handle, name));
        });
    }

    void oneMore(byte[] name, Pace pace) {
        jdbi.useHandle(handle -> count(handle, COUNT, name, pace));
    }

    private static int count(Handle handle, String sql, byte[] name, Pace pace) {
        return handle.createUpdate(sql)
                .bind("name", name)
                .bind("remembered", REMEMBERED.toSeconds())
                .bind("free", pace.free())
                .bind("first", pace.first())
                .bind("longest", pace.longest())
                .execute();
    }

    void oneLess(byte[] name) {
        jdbi.useHandle(handle ->
                handle.execute("update sign_in_try set failed = failed - 1 where name = ? and failed > 0", name));
    }

    void forget(byte[] name) {
        jdbi.useHandle(handle -> handle.execute("delete from sign_in_try where name = ?", name));
    }

    void sweep() {
        jdbi.useHandle(handle -> handle.createUpdate("delete from sign_in_try t where " + FORGOTTEN)
                .bind("remembered", REMEMBERED.toSeconds())
                .execute());
    }
}
