package io.jari.board;

import io.jari.core.seat.SeatStates;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** One who listens to the seats of a date. */
final class SeatListener {
    private final HttpServerResponse response;
    private String tag = "";
    private SeatStates states = SeatStates.available(0);
    private int missed;

    SeatListener(HttpServerResponse response) {
        this.response = response;
    }

    /** Whether it was told this already. */
    boolean knows(Board board) {
        return tag.equals(board.tag());
    }

    /** What it was told last. */
    SeatStates states() {
        return states;
    }

    /** Whether it reads as fast as it is told. */
    boolean keepsUp() {
        return !response.writeQueueFull();
    }

    /** Misses this turn; how many there were in a row. */
    int miss() {
        return ++missed;
    }

    void tell(Board board, Buffer event) {
        tag = board.tag();
        states = board.states();
        say(event);
    }

    void say(Buffer text) {
        missed = 0;
        var _ = response.write(text);
    }

    /** After what was written, the end. */
    void end() {
        var _ = response.end();
    }

    /** Cuts off who does not read: an end would wait for it. */
    void drop() {
        response.reset();
    }
}
