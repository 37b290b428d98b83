package io.jari.bench.micro;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark came to, under one choice of its parameters.
 *
 * @param part of the core
 * @param name of the benchmark, with its parameters
 * @param measures in words
 * @param error half the width of the 99.9 % interval; NaN where there are too few iterations to tell
 * @param bytes allocated by each operation, over all threads
 */
record Figure(String part, String name, String measures, double nanos, double error, double bytes) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Figure of(RunResult run) {
        var path = run.getParams().getBenchmark();
        var method = path.substring(path.lastIndexOf('.') + 1);
        var type = path.substring(0, path.lastIndexOf('.'));
        var score = run.getPrimaryResult();
        return new Figure(
                type.substring(type.lastIndexOf('.') + 1),
                method + parameters(run),
                measures(type, method),
                score.getScore(),
                score.getScoreError(),
                allocated(run));
    }

    /** The seed is the same for all. */
    private static String parameters(RunResult run) {
        var params = run.getParams();
        return params.getParamsKeys().stream()
                .filter(key -> !key.equals(CoreVerb.SEED))
                .map(key -> ", " + key + " " + params.getParam(key))
                .collect(Collectors.joining());
    }

    private static String measures(String type, String method) {
        try {
            return Arrays.stream(Class.forName(type).getMethods())
                    .filter(one -> one.getName().equals(method))
                    .map(one -> one.getAnnotation(Measures.class).value())
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("JMH ran what is not here: " + type, e);
        }
    }

    private static double allocated(RunResult run) {
        var more = run.getSecondaryResults();
        return more.keySet().stream()
                .filter(name -> name.endsWith(ALLOCATED))
                .mapToDouble(name -> requireNonNull(more.get(name)).getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
