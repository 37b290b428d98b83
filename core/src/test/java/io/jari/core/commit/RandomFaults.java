package io.jari.core.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A store that breaks as a seed says, and notices when two writers are in one partition. */
final class RandomFaults implements BatchWriter<String, String, Integer> {
    final Store store = new Store();
    final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Random random;

    RandomFaults(long seed) {
        random = new Random(seed);
    }

    @Override
    public List<Written<Integer>> write(List<Batch<String, String>> batches) throws Exception {
        for (var batch : batches) {
            if (!busy.add(batch.partition())) {
                violations.add("two writers in " + batch.partition());
            }
        }
        try {
            return run(batches);
        } finally {
            batches.forEach(batch -> busy.remove(batch.partition()));
        }
    }

    private List<Written<Integer>> run(List<Batch<String, String>> batches) throws Exception {
        return switch (random.nextInt(12)) {
            case 0 -> throw new Store.Broke(Fault.RETRY);
            case 1 -> throw new Store.Broke(Fault.COMMIT_UNKNOWN);
            case 2 -> {
                store.commit(batches);
                throw new Store.Broke(Fault.COMMIT_UNKNOWN);
            }
            case 3 -> throw new Store.Broke(Fault.BROKEN);
            case 4, 5 -> skipSome(batches);
            default -> store.commit(batches);
        };
    }

    private List<Written<Integer>> skipSome(List<Batch<String, String>> batches) throws Exception {
        var skipped = new ArrayList<Boolean>();
        var taken = new ArrayList<Batch<String, String>>();
        for (var batch : batches) {
            boolean skip = !skipped.isEmpty() && random.nextBoolean();
            skipped.add(skip);
            if (!skip) {
                taken.add(batch);
            }
        }
        var results = store.commit(taken).iterator();
        var written = new ArrayList<Written<Integer>>();
        for (boolean skip : skipped) {
            written.add(skip ? new Written.Skipped<>() : results.next());
        }
        return written;
    }

    @Override
    public Fault fault(Exception e) {
        return store.fault(e);
    }
}
