package io.jari.mail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest of what was caught, in memory. */
final class Mailbox {
    private static final int MOST = 200;
    private static final long MOST_BYTES = 16_000_000;

    private final Deque<Caught> all = new ArrayDeque<>();
    private long bytes;
    private long last;

    /** A message as it came. */
    record Caught(long id, String to, Instant at, byte[] bytes) {}

    synchronized void add(String to, byte[] message) {
        all.addLast(new Caught(++last, to, Instant.now(), message));
        bytes += message.length;
        while (all.size() > MOST || bytes > MOST_BYTES) {
            bytes -= all.removeFirst().bytes().length;
        }
    }

    /** Newest first. */
    synchronized List<Caught> all() {
        return new ArrayList<>(all.reversed());
    }

    synchronized Optional<Caught> find(long id) {
        return all.stream().filter(caught -> caught.id() == id).findFirst();
    }
}
