package io.jari.bench.strategies;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.bench.api.DatabaseCost;
import io.jari.bench.api.OwnData;
import io.jari.bench.wire.ProcessCpu;
import java.io.IOException;
import java.util.Map;

/** What the process that sells and its database had used at one moment. */
record Costs(long seller, OwnData data, Map<String, Double> cpu, DatabaseCost database) {

    /** @param seller the process's number */
    static Costs now(long seller, OwnData data) throws IOException {
        var cpu = ProcessCpu.parse("seller:%d,database:%d+".formatted(seller, data.databasePid()));
        return new Costs(seller, data, cpu.seconds(), DatabaseCost.of(data.databaseUrl()));
    }

    /**
     * @param told of what was done between the two
     * @param after that moment
     */
    Trial trial(Contest contest, Strategy strategy, JsonNode told, Costs after) {
        return new Trial(
                contest,
                strategy,
                told,
                until("seller", after),
                until("database", after),
                after.database.since(database));
    }

    private double until(String process, Costs after) {
        return after.cpu.getOrDefault(process, 0.0) - cpu.getOrDefault(process, 0.0);
    }
}
