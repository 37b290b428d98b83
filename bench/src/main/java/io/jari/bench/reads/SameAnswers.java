package io.jari.bench.reads;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether both servers answer the same, byte by byte: else there is nothing to compare. */
record SameAnswers(URI jari, @Nullable URI nginx) {

    /** What is wrong; empty where nothing is. */
    List<String> wrong(List<Question> questions) throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        for (var i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            wrong.add(question.wrong(
                    "Jari",
                    Probe.of(jari).look(question.path(), question.headers().getFirst())));
            if (nginx != null) {
                var headers = Contest.nginxHeaders(nginx, question, i);
                wrong.add(question.wrong("nginx", Probe.of(nginx).look(Nginx.path(i), headers.getFirst())));
            }
        }
        wrong.removeIf(String::isEmpty);
        return wrong;
    }
}
