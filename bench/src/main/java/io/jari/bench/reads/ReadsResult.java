package io.jari.bench.reads;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.bench.api.OwnServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run came to.
 *
 * @param unequal answers that were not the same bytes
 */
record ReadsResult(
        ReadsVerb.Plan plan,
        List<Contest.Outcome> outcomes,
        List<Funnel.Stretch> stretches,
        List<String> unequal,
        OwnServer.Said verified) {

    /** What must not be and was; where there is something, nothing has a speed. */
    List<String> broken() {
        var broken = new ArrayList<>(unequal);
        for (var outcome : outcomes) {
            Stream.concat(outcome.jari().stream(), outcome.nginx().stream())
                    .filter(turn -> turn.byStatus().keySet().stream()
                            .anyMatch(status -> status != outcome.question().status()))
                    .forEach(turn -> broken.add(outcome.question().name() + " was answered with " + turn.byStatus()));
        }
        for (var stretch : stretches) {
            stretch.passages().values().stream()
                    .filter(passage -> passage.strange() > 0)
                    .forEach(passage -> broken.add("at %.0f times the funnel, %s was answered with %s"
                            .formatted(stretch.times(), passage.stage().words(), passage.byStatus())));
        }
        if (verified.exitCode() != 0) {
            broken.add("verify found something: " + verified.text().strip());
        }
        return broken;
    }

    boolean sound() {
        return broken().isEmpty();
    }

    /** The highest multiple of the funnel that the server kept up with. */
    Optional<Funnel.Stretch> highest() {
        return stretches.stream().filter(Funnel.Stretch::keptUp).reduce((_, later) -> later);
    }

    String json() {
        var json = new ObjectMapper().createObjectNode();
        json.put("connections", plan.effort().connections())
                .put("seconds", plan.effort().seconds())
                .put("turns", plan.effort().turns())
                .put("seed", plan.seed());
        var questions = json.putArray("questions");
        for (var outcome : outcomes) {
            var question = questions.addObject();
            question.put("name", outcome.question().name())
                    .put("path", outcome.question().path())
                    .put("bytes", outcome.question().answerBytes());
            outcome.jari().forEach(turn -> put(question.withArray("jari").addObject(), turn));
            outcome.nginx().forEach(turn -> put(question.withArray("nginx").addObject(), turn));
        }
        var funnel = json.putArray("funnel");
        for (var stretch : stretches) {
            var at = funnel.addObject();
            at.put("times", stretch.times())
                    .put("offered", stretch.came().offered())
                    .put("inTime", stretch.came().inTime())
                    .put("unsent", stretch.came().unsent());
            for (var passage : stretch.passages().values()) {
                var stage = at.putObject(passage.stage().words());
                stage.put("count", passage.count())
                        .put("p50", passage.millis(50))
                        .put("p95", passage.millis(95))
                        .put("p99", passage.millis(99));
                passage.byStatus().forEach((status, count) -> stage.put("status " + status, count));
            }
        }
        return json.toPrettyString();
    }

    private static void put(ObjectNode node, Turn turn) {
        node.put("requests", turn.requests())
                .put("seconds", turn.seconds())
                .put("cpuSeconds", turn.cpuSeconds())
                .put("p50", turn.millis(50))
                .put("p95", turn.millis(95))
                .put("p99", turn.millis(99));
    }
}
