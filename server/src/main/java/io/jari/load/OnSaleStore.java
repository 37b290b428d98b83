package io.jari.load;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Remembers which date of a demo is the one that is played, and which process plays it. */
final class OnSaleStore {
    private static final String DATE = "demo-on-sale";
    private static final String FANS = "demo-fans";

    private OnSaleStore() {}

    static Instant now(Handle handle) {
        return handle.createQuery("select jari_now()").mapTo(Instant.class).one();
    }

    /** Held until the end of the transaction, so that there is one at a time. */
    static Optional<OnSale> locked(Handle handle) {
        return handle.createQuery("select value from setting where name = :name for update")
                .bind("name", DATE)
                .mapTo(String.class)
                .findOne()
                .map(OnSale::of);
    }

    static Optional<OnSale> find(Handle handle) {
        return value(handle, DATE).map(OnSale::of);
    }

    static void put(Handle handle, OnSale sale) {
        put(handle, DATE, sale.text());
    }

    /** A process as {@link #putFans} noted it. */
    static Optional<String> fans(Handle handle) {
        return value(handle, FANS);
    }

    static void putFans(Handle handle, String process) {
        put(handle, FANS, process);
    }

    private static Optional<String> value(Handle handle, String name) {
        return handle.createQuery("select value from setting where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    private static void put(Handle handle, String name, String value) {
        handle.execute(
                "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                name,
                value);
    }
}
