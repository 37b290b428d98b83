package io.jari.queue;

import jakarta.inject.Singleton;
import java.util.function.LongUnaryOperator;

/** The ranks that draws gave. */
@Singleton
final class DrawnRanks implements Ranks {
    private final QueueRanks orders;

    DrawnRanks(QueueRanks orders) {
        this.orders = orders;
    }

    @Override
    public LongUnaryOperator of(Drawn drawn) {
        return orders.of(drawn.dateId(), drawn.seed(), drawn.root(), drawn.publicValue(), drawn.tickets())
                .join()::rank;
    }
}
