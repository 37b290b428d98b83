package io.jari.bench.strategies;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.bench.api.DatabaseCost;

/**
 * What one strategy did with so many clients.
 *
 * @param told by who sold: accepted, refused, failed, retries, microseconds
 * @param sellerCpu seconds of the process that sells, clients included
 * @param databaseCpu seconds of PostgreSQL
 * @param cost of the database
 */
record Trial(
        Contest contest, Strategy strategy, JsonNode told, double sellerCpu, double databaseCpu, DatabaseCost cost) {

    int clients() {
        return told.path("clients").asInt();
    }

    int connections() {
        return told.path("connections").asInt();
    }

    long accepted() {
        return told.path("accepted").asLong();
    }

    double acceptedPerSecond() {
        return accepted() / told.path("seconds").asDouble(1);
    }

    double millis(String percentile) {
        return told.path("micros").path(percentile).asDouble() / 1e3;
    }

    double refusedShare() {
        var refused = told.path("refused").asDouble();
        return refused / Math.max(1, refused + accepted());
    }

    long failed() {
        return told.path("failed").asLong();
    }

    /** Of something, for each that was accepted. */
    double each(double whole) {
        return whole / Math.max(1, accepted());
    }
}
