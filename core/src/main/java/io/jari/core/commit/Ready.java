package io.jari.core.commit;

/** What a writer finds when it asks for work. */
sealed interface Ready<P, C, R> permits PartitionLine, Ready.End {

    /** No more work will come; one for each writer. */
    record End<P, C, R>() implements Ready<P, C, R> {}
}
