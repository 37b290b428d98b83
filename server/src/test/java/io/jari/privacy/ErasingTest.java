package io.jari.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.booking.ReservationIds;
import io.jari.booking.TestHotel;
import io.jari.db.TestPostgres;
import io.jari.journal.Changes;
import io.jari.key.TestKeys;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a restored backup brings back, and what time alone erases. */
class ErasingTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private final Jdbi jdbi = Jdbi.create(DATABASE);
    private final Erasing erasing = new Erasing(DATABASE, new ReservationIds(TestKeys.secret("s")));

    @Test
    void whatARestoredBackupBringsBackIsErasedAgain() {
        var account = account();
        var entry = erasing.erase(PersonalSubject.account(account), "account:" + account, false)
                .entry();
        bringBack(account);
        assertThat(name(account)).isEqualTo("Kim");
        assertThat(erasing.again(entry)).isTrue();
        assertThat(name(account)).isEmpty();
        assertThat(erasing.again(entry)).as("a second time").isFalse();
    }

    /** The twin: nothing but the file knows of it. */
    @Test
    void withoutTheFileTheyAreBack() {
        var account = account();
        erasing.erase(PersonalSubject.account(account), "account:" + account, false);
        bringBack(account);
        erasing.goOn();
        assertThat(name(account)).isEqualTo("Kim");
    }

    @Test
    void anIdThatIsSomebodyElsesByNowIsLeftAlone() {
        var account = account();
        var entry = erasing.erase(PersonalSubject.account(account), "account:" + account, false)
                .entry();
        bringBack(account);
        jdbi.useHandle(
                handle -> handle.execute("update account set created_at = jari_now() where account_id = ?", account));
        assertThat(erasing.again(entry)).isFalse();
        assertThat(erasing.again(new ErasureEntry("account:999999", Instant.EPOCH, Instant.EPOCH, "x")))
                .isFalse();
        assertThat(erasing.again(new ErasureEntry("reservation:nobody", Instant.EPOCH, Instant.EPOCH, "x")))
                .isFalse();
        assertThat(name(account)).isEqualTo("Kim");
    }

    /** Whoever began to book before, and ends after, writes a name once more. */
    @Test
    void whatIsWrittenMeanwhileIsErasedToo() {
        var account = account();
        var hotel = TestHotel.with(DATABASE, 1);
        erasing.erase(PersonalSubject.account(account), "account:" + account, false);
        guest(hotel, account, "late", 0);
        erasing.goOn();
        assertThat(guests(hotel)).containsExactly("");
        assertThat(open()).isPositive();
        jdbi.useHandle(handle -> handle.execute("update erasure set asked_at = asked_at - interval '2 minutes'"));
        erasing.goOn();
        assertThat(open()).isZero();
    }

    @Test
    void guestsOfYearsAgoAreNoLongerKnownByName() {
        var hotel = TestHotel.with(DATABASE, 1);
        guest(hotel, account(), "old", 6 * 366);
        guest(hotel, account(), "new", 4 * 365);
        assertThat(new Retention(DATABASE, new Changes(DATABASE), 5).run()).isEqualTo(1);
        assertThat(guests(hotel)).containsExactlyInAnyOrder("", "Guest");
    }

    private long account() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        insert into account (email, name, password_hash, created_at)
                        values (gen_random_uuid() || '@example.com', 'Kim', 'x', '2026-01-01T00:00:00Z') returning account_id
                        """).mapTo(Long.class).one());
    }

    private void bringBack(long account) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from erasure where subject = ?", "account:" + account);
            handle.execute("update account set name = 'Kim', closed = false where account_id = ?", account);
        });
    }

    private void guest(TestHotel hotel, long account, String id, int daysAgo) {
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    insert into reservation (hotel_id, reservation_id, account_id, room_type_id, start_date, end_date, rooms, status,
                        currency, nightly_prices, total, free_until, cancel_fee, request_hash, created_at, created_version,
                        expires_at, version)
                    values (?, ?, ?, 1, current_date - ?, current_date - ? + 1, 1, 'canceled', 'KRW', '{1}', 1, jari_now(), 0, '',
                        jari_now(), 1, jari_now(), 1)
                    """, hotel.hotelId(), id, account, daysAgo, daysAgo);
            handle.execute("insert into guest values (?, ?, 'Guest', '010', 'a@b.c', 1, 'late')", hotel.hotelId(), id);
        });
    }

    private List<String> guests(TestHotel hotel) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from guest where hotel_id = :hotel")
                .bind("hotel", hotel.hotelId())
                .mapTo(String.class)
                .list());
    }

    private String name(long account) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from account where account_id = :id")
                .bind("id", account)
                .mapTo(String.class)
                .one());
    }

    private long open() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from erasure where done_at is null")
                .mapTo(Long.class)
                .one());
    }
}
