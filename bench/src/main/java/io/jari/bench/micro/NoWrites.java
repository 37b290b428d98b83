package io.jari.bench.micro;

import io.jari.core.commit.Batch;
import io.jari.core.commit.BatchWriter;
import io.jari.core.commit.Fault;
import io.jari.core.commit.Written;
import java.util.List;

/** Decides every command to be itself, and writes nothing: what is left is the group commit's own. */
final class NoWrites implements BatchWriter<Integer, Integer, Integer> {
    @Override
    public List<Written<Integer>> write(List<Batch<Integer, Integer>> batches) {
        return batches.stream()
                .<Written<Integer>>map(batch -> new Written.Results<>(batch.commands()))
                .toList();
    }

    @Override
    public Fault fault(Exception e) {
        return Fault.BROKEN;
    }
}
