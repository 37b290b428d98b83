package io.jari.provider.books;

import io.jari.provider.journal.Journal;
import io.jari.provider.shop.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The accounts of all shops, kept in one file. */
public final class Books implements AutoCloseable {
    private final Journal<Entry> journal;
    private final List<Account> accounts = new ArrayList<>();

    private Books(Journal<Entry> journal) {
        this.journal = journal;
    }

    /** Reads the file again; what it has of shops that are no longer there stays in it, out of sight. */
    public static Books open(Path file, Collection<Shop> shops, InstantSource clock, BiConsumer<Account, Event> teller)
            throws IOException {
        var ledgers = new LinkedHashMap<String, Ledger>();
        shops.forEach(shop -> ledgers.put(shop.name(), new Ledger()));
        var journal = Journal.open(file, Entry.class, entry -> replay(ledgers, entry));
        var books = new Books(journal);
        for (var shop : shops) {
            books.accounts.add(new Account(
                    shop, Optional.ofNullable(ledgers.get(shop.name())).orElseThrow(), journal, clock, teller));
        }
        return books;
    }

    private static void replay(Map<String, Ledger> ledgers, Entry entry) {
        Optional.ofNullable(ledgers.get(entry.shop())).ifPresent(ledger -> ledger.apply(entry));
    }

    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    /** Compared in constant time each, so that the time taken tells nothing about a key. */
    public Optional<Account> withKey(String key) {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        return accounts.stream()
                .filter(account -> MessageDigest.isEqual(account.shop().key().getBytes(StandardCharsets.UTF_8), bytes))
                .findFirst();
    }

    /** Guests come with a checkout's id alone. */
    public Optional<Account> withCheckout(String id) {
        return accounts.stream().filter(account -> account.has(id)).findFirst();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
