package io.jari.core.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A database in memory: applies each id once, in transactions that a script can slow down or break. The result of a command is its place
 * among those applied to its partition, so the first answer given again is told from a second application.
 */
final class Store implements BatchWriter<String, String, Integer> {

    /** One step of the script; steps are used up in order, one for each transaction, and then all goes well. */
    interface Step {
        List<Written<Integer>> run(Store store, List<Batch<String, String>> batches) throws Exception;
    }

    static final class Broke extends Exception {
        final Fault fault;

        Broke(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }
    }

    final Map<String, List<String>> applied = new ConcurrentHashMap<>();
    final List<List<Batch<String, String>>> transactions = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedQueue<String> threads = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedDeque<Step> script = new ConcurrentLinkedDeque<>();

    Store then(Step step) {
        script.addLast(step);
        return this;
    }

    Store thenBreak(Fault fault) {
        return then((_, _) -> {
            throw new Broke(fault);
        });
    }

    Store thenCommitAndLoseTheAnswer() {
        return then((store, batches) -> {
            store.apply(batches);
            throw new Broke(Fault.COMMIT_UNKNOWN);
        });
    }

    @Override
    public List<Written<Integer>> write(List<Batch<String, String>> batches) throws Exception {
        transactions.add(batches);
        threads.add(Thread.currentThread().getName());
        var step = script.pollFirst();
        return step == null ? commit(batches) : step.run(this, batches);
    }

    /** A command named poison is data that no transaction survives. */
    List<Written<Integer>> commit(List<Batch<String, String>> batches) throws Broke {
        if (batches.stream().flatMap(b -> b.commands().stream()).anyMatch(id -> id.startsWith("poison"))) {
            throw new Broke(Fault.POISON);
        }
        return apply(batches);
    }

    List<Written<Integer>> apply(List<Batch<String, String>> batches) {
        var written = new ArrayList<Written<Integer>>();
        for (var batch : batches) {
            var rows = applied.computeIfAbsent(batch.partition(), _ -> new CopyOnWriteArrayList<>());
            var results = new ArrayList<Integer>();
            for (var id : batch.commands()) {
                if (!rows.contains(id)) {
                    rows.add(id);
                }
                results.add(rows.indexOf(id));
            }
            written.add(new Written.Results<>(results));
        }
        return written;
    }

    @Override
    public Fault fault(Exception e) {
        return e instanceof Broke broke ? broke.fault : Fault.BROKEN;
    }

    /** The commands of each transaction, partitions after one another. */
    List<List<String>> batches() {
        return transactions.stream()
                .map(batches ->
                        batches.stream().flatMap(b -> b.commands().stream()).toList())
                .toList();
    }
}
