package io.jari.board;

import io.jari.core.seat.SeatStates;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** All who listen to one date. What is new is written once and told to all who know the same. */
final class DateEvents {
    /** Turns that a slow reader may miss in a row, then it is cut off: 15 s. */
    private static final int MOST_MISSED = 60;

    private final Set<SeatListener> listeners = new HashSet<>();

    /** Begins with what the listener has missed since a version, or, below 0, with everything. */
    synchronized SeatListener join(HttpServerResponse response, Board board, long since) {
        var listener = new SeatListener(response);
        listeners.add(listener);
        listener.say(SeatEventText.BEGIN);
        listener.tell(board, SeatEventText.since(board, since));
        return listener;
    }

    /** Whether it was still there. */
    synchronized boolean leave(SeatListener listener) {
        return listeners.remove(listener);
    }

    synchronized int size() {
        return listeners.size();
    }

    /** Tells all who do not know this board yet; those who are to be cut off are returned. */
    synchronized List<SeatListener> tell(Board board) {
        var events = new IdentityHashMap<SeatStates, Buffer>();
        return listeners.stream()
                .filter(listener -> !listener.knows(board) && isLost(listener, board, events))
                .toList();
    }

    private static boolean isLost(SeatListener listener, Board board, IdentityHashMap<SeatStates, Buffer> events) {
        if (!listener.keepsUp()) {
            return listener.miss() > MOST_MISSED;
        }
        listener.tell(board, events.computeIfAbsent(listener.states(), states -> difference(states, board)));
        return false;
    }

    private static Buffer difference(SeatStates known, Board board) {
        return known.size() == board.size()
                ? SeatEventText.changes(board, board.states().changesSince(known))
                : SeatEventText.all(board);
    }

    synchronized void heartbeat() {
        listeners.stream().filter(SeatListener::keepsUp).forEach(l -> l.say(SeatEventText.HEARTBEAT));
    }

    synchronized List<SeatListener> all() {
        return List.copyOf(listeners);
    }
}
