package io.jari.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What is measured of letters. Gauges are the same in all processes. */
final class MailMeters {
    private final MeterRegistry metrics;
    private volatile LetterStore.Standing standing = new LetterStore.Standing(0, 0, 0);

    MailMeters(MeterRegistry metrics, boolean sends) {
        this.metrics = metrics;
        Gauge.builder("jari.mail.sends", () -> sends ? 1 : 0)
                .description("1 where there is a mail server to send by")
                .register(metrics);
        Gauge.builder("jari.mail.pending", this, m -> m.standing.pending())
                .description("Letters to be sent")
                .register(metrics);
        Gauge.builder("jari.mail.oldest.age", this, m -> m.standing.oldestSeconds())
                .description("Since what the oldest letter tells of happened that is to be sent")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("jari.mail.failed", this, m -> m.standing.failed())
                .description("Letters of the last three days that could not be sent")
                .register(metrics);
    }

    void stand(LetterStore.Standing now) {
        standing = now;
    }

    /** @param how sent, failed, skipped or postponed */
    void ended(LetterKind kind, String how) {
        metrics.counter("jari.mail.letters", "kind", kind.wire(), "outcome", how)
                .increment();
    }
}
