package io.jari.queue;

import jakarta.inject.Singleton;
import java.util.function.LongUnaryOperator;

/** Whoever came first is first, also where it was to be drawn. */
@Singleton
final class TicketRanks implements Ranks {
    @Override
    public LongUnaryOperator of(Drawn drawn) {
        return LongUnaryOperator.identity();
    }
}
