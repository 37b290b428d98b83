package io.jari.bench.strategies;

import java.io.IOException;
import java.util.List;

/** A way to let a strategy sell and see what that costs. */
@FunctionalInterface
interface Trials {
    /** One for each number of clients; an {@link IllegalStateException} where an invariant did not hold. */
    List<Trial> run(Contest contest, Strategy strategy) throws IOException, InterruptedException;
}
