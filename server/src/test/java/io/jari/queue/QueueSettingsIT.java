package io.jari.queue;

import static io.jari.payment.TestGuest.PATIENCE;
import static io.jari.payment.TestGuest.ok;
import static io.jari.queue.QueuedHall.hall;
import static io.jari.queue.QueuedHall.past;
import static io.jari.queue.QueuedHall.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.seat.Organiser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is set of a waiting room, and what is told of it. */
class QueueSettingsIT {
    private final JariServer server = JariServer.shared();

    /** Guests are told what was a second ago, staff what is. */
    @Test
    void manyWhoReadTheSettingsAskTheDatabaseOnce() {
        var hall = hall(server, 10, "first-come", Instant.now().plus(Duration.ofHours(1)), 1);
        var organiser = Organiser.of(server, hall);
        var path = "/v1/concerts/%d/dates/%d/queue".formatted(hall.concertId(), hall.dateId());
        var guest = Api.anonymous(server.url());
        var first = guest.get(path);
        assertThat(first.body()).isEqualTo(ok(200, organiser.api().get(organiser.path("queue"))));
        assertThat(first.header("ETag"))
                .isEqualTo(organiser.api().get(organiser.path("queue")).header("ETag"));
        assertThat(guest.get(path.replace("/concerts/", "/concerts/9")).status())
                .isEqualTo(404);
        await().atMost(PATIENCE).until(() -> {
            var before = ok(200, guest.get(path)).path("mostInside").asInt();
            hall.execute("update queue set most_inside = most_inside + 1 where date_id = " + hall.dateId());
            assertThat(ok(200, organiser.api().get(organiser.path("queue")))
                            .path("mostInside")
                            .asInt())
                    .isGreaterThan(before);
            return ok(200, guest.get(path)).path("mostInside").asInt() == before;
        });
    }

    @Test
    void settingsThatCannotBeKeptAreRefusedWithTheirNames() {
        var hall = hall(server, 10, "first-come", past(), 1);
        var organiser = Organiser.of(server, hall);
        for (var year : List.of("1999", "9999", "0001")) {
            var asked = new HashMap<>(settings("first-come", past(), 1));
            asked.put("opensAt", year + "-06-01T00:00:00Z");
            var answer = organiser.api().put(organiser.path("queue"), asked, Map.of("If-Match", "1"));
            assertThat(answer.status()).as(year).isEqualTo(400);
            assertThat(answer.body().path("errors").toString()).contains("/opensAt");
        }
        var nul = new HashMap<>(settings("drawn", past(), 1));
        nul.put("publicSource", "a\0b");
        var source = organiser.api().put(organiser.path("queue"), nul, Map.of("If-Match", "1"));
        assertThat(source.status()).isEqualTo(400);
        assertThat(source.body().path("errors").toString()).contains("/publicSource");
        var value = organiser.api().post(organiser.path("queue/opening"), Map.of("publicValue", "a\0b"));
        assertThat(value.status()).isEqualTo(400);
        assertThat(value.body().path("errors").toString()).contains("/publicValue");
    }

    @Test
    void anOrderNeverStandsBeforeItsListThoughTheClockIsSetBack() {
        var hall = hall(server, 10, "drawn", Instant.now().plus(Duration.ofHours(1)), 1);
        var organiser = Organiser.of(server, hall);
        hall.execute("""
                update queue set public_source = 'dice', drawn_tickets = 0, root = decode(repeat('00', 32), 'hex'),
                                 frozen_at = jari_now() + interval '3 days'
                 where date_id = %d
                """.formatted(hall.dateId()));
        var draw = ok(200, organiser.api().post(organiser.path("queue/opening"), Map.of("publicValue", "4 and 2")))
                .path("draw");
        assertThat(draw.path("drawnAt").asText())
                .isNotEmpty()
                .isEqualTo(draw.path("frozenAt").asText());
    }
}
