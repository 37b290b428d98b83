package io.jari.audit;

import io.jari.db.Partition;
import java.util.List;

/** What of the journal somebody may see. */
sealed interface Sight {
    /** All of it. */
    record All() implements Sight {}

    /** What concerns these. */
    record Of(List<Partition> partitions) implements Sight {}
}
