package io.jari.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Does the same thing many times at one moment. */
final class Together {
    static final int TIMES = 16;

    private Together() {}

    static <T> List<T> all(Callable<T> call) throws Exception {
        var barrier = new CyclicBarrier(TIMES);
        try (var threads = Executors.newFixedThreadPool(TIMES)) {
            var futures = IntStream.range(0, TIMES)
                    .mapToObj(i -> threads.submit(() -> {
                        barrier.await();
                        return call.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
