package io.jari.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.queue.Admission.Seen;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Admission ROOM = new Admission(100, 50);

    @Test
    void asManyAsHavePlaceTimeAndSeats() {
        assertThat(ROOM.next(new Seen(1_000, 0, 0, 0, 0, 5_000, 10, 1)))
                .as("place")
                .isEqualTo(100);
        assertThat(ROOM.next(new Seen(1_000, 60, 0, 0, 30.5, 5_000, 10, 1)))
                .as("less those inside and those expected")
                .isEqualTo(9);
        assertThat(ROOM.next(new Seen(1_000, 0, 0, 0, 0, 5_000, 1, 1)))
                .as("time")
                .isEqualTo(50);
        assertThat(ROOM.next(new Seen(1_000, 0, 0, 0, 0, 5_000, 1, 0.1)))
                .as("less while the house is slow")
                .isEqualTo(5);
        assertThat(ROOM.next(new Seen(1_000, 20, 0, 15, 2, 10, 10, 1)))
                .as("seats: 10 for the 5 who look and the 2 to come")
                .isEqualTo(3);
        assertThat(ROOM.next(new Seen(3, 0, 0, 0, 0, 5_000, 10, 1)))
                .as("who waits")
                .isEqualTo(3);
        assertThat(ROOM.next(new Seen(1_000, 10, 90, 0, 0, 5_000, 10, 1)))
                .as("payments under way")
                .isEqualTo(10);
        assertThat(ROOM.next(new Seen(1_000, 120, 0, 0, 0, 5_000, 10, 1)))
                .as("never less than none")
                .isZero();
    }

    @Test
    void expectsAsManyAsCameBefore() {
        assertThat(Admission.share(0, 0)).as("all, until it is known better").isEqualTo(1);
        assertThat(Admission.share(7_000, 3_000)).isBetween(0.7, 0.701);
        assertThat(Admission.share(0, 3_000))
                .as("where nobody came, all may have been told too late")
                .isEqualTo(0.5);
        assertThat(Admission.expected(100, 0, 0.7)).isEqualTo(70);
        assertThat(Admission.expected(100, 60, 0.7)).isEqualTo(10);
        assertThat(Admission.expected(100, 90, 0.7)).isZero();
    }
}
