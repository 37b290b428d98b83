package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.Api;
import io.jari.JariServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the dashboard draws is there to be drawn. */
class DashboardIT {
    private static final Path FILE = Path.of("..", "docs", "grafana.json");
    private static final Pattern METRIC = Pattern.compile("[a-z_]+_[a-z_]+(?=[{\\[)]|$|\\s)");
    private static final Pattern TOLD = Pattern.compile("(?m)^([a-z_]+)(?=[{ ])");

    @Test
    void eachMetricOfTheDashboardIsTold() throws IOException {
        var dashboard = new JsonMapper().readTree(FILE.toFile());
        var asked = new TreeSet<String>();
        for (var panel : dashboard.path("panels")) {
            for (var target : panel.path("targets")) {
                METRIC.matcher(target.path("expr").asText()).results().forEach(found -> asked.add(found.group()));
            }
        }
        assertThat(asked).hasSizeGreaterThan(25).contains("jari_commit_batch_sum");
        var told = told();
        assertThat(told).containsAll(asked);
        assertThat(told).as("the twin: not just anything is").doesNotContain("jari_commit_batch_total");
        assertThat(rows(dashboard))
                .containsExactly(
                        "Requests and latency",
                        "Group commit",
                        "Waiting room",
                        "Seats",
                        "Payments",
                        "Database pool",
                        "JVM");
    }

    private static Set<String> told() {
        var staff = Api.anonymous(JariServer.shared().internalUrl());
        // What has never been asked for has no times.
        TestPayments.reserved(PagesIT.signedUp(JariServer.shared(), "en"), PagesIT.hotel(JariServer.shared(), 3));
        var told = new TreeSet<String>();
        TOLD.matcher(staff.get("/q/metrics").response().body()).results().forEach(found -> told.add(found.group(1)));
        return told;
    }

    private static List<String> rows(JsonNode dashboard) {
        return dashboard
                .path("panels")
                .valueStream()
                .filter(panel -> panel.path("type").asText().equals("row"))
                .map(panel -> panel.path("title").asText())
                .toList();
    }
}
