package io.jari.core.commit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * What threads do, in lines such as {@code offer 1, take}: first what happens before they start, then one line for each thread, then what
 * happens after they ended. The model checker tries the orders in which it can happen.
 */
record Scenario(Class<?> type, String lines) {

    /** These scenarios, and a few that the model checker makes up. */
    static ModelCheckingOptions options(Class<?> type, int madeUp, int ordersOfEach, String... scenarios) {
        var options = new ModelCheckingOptions()
                .iterations(madeUp)
                .invocationsPerIteration(ordersOfEach)
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(2)
                .actorsAfter(2)
                .minimizeFailedScenario(false);
        Stream.of(scenarios).forEach(lines -> options.addCustomScenario(new Scenario(type, lines).parse()));
        return options;
    }

    private ExecutionScenario parse() {
        var rows = lines.strip().lines().map(this::actors).toList();
        var threads = rows.subList(1, rows.size() - 1);
        return new ExecutionScenario(rows.getFirst(), threads, rows.getLast(), validation());
    }

    private List<Actor> actors(String row) {
        return Stream.of(row.strip().split(" *, *", -1))
                .filter(step -> !step.equals("-"))
                .map(step -> step.split(" ", -1))
                .map(words -> new Actor(method(words[0]), arguments(words)))
                .toList();
    }

    private static List<Object> arguments(String[] words) {
        return Arrays.stream(words).skip(1).<Object>map(Integer::valueOf).toList();
    }

    private Method method(String name) {
        return Stream.of(type.getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Actor validation() {
        return Stream.of(type.getMethods())
                .filter(m -> m.isAnnotationPresent(Validate.class))
                .map(m -> new Actor(m, List.of()))
                .findFirst()
                .orElse(new Actor(method("toString"), List.of()));
    }
}
