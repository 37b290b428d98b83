package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the list of those who came before the opening to the drawn order. */
class FreezeTest {
    private static final int PLENTY = 1_000;
    private static final int EARLY = 40;
    private TestLine line;

    @BeforeEach
    void announce() throws Exception {
        line = TestLine.open();
        line.change("""
                mode = 'drawn', opens_at = jari_now() + interval '1 minute', seed = decode(repeat('ab', 32), 'hex'),
                seed_hash = sha256(decode(repeat('ab', 32), 'hex'))""");
        line.joinAll(1, EARLY);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void thoseWhoCameBeforeTheOpeningAreAdmittedInTheDrawnOrderAndTheOthersAfterThem() throws Exception {
        assertThat(line.step(PLENTY).admitted()).isZero();
        line.after(Duration.ofSeconds(61));
        assertThat(line.join(EARLY + 1)).as("after the opening").isEqualTo(EARLY + 1);
        assertThat(line.of("drawn_tickets")).isEqualTo(EARLY);
        assertThat(line.step(PLENTY).admitted()).isEqualTo(10);
        var inside = new HashSet<Integer>();
        for (var i = 1; i <= EARLY + 1; i++) {
            if (line.enter(i) instanceof Answer.Inside) {
                inside.add(i);
            }
        }
        assertThat(inside)
                .hasSize(10)
                .isNotEqualTo(new HashSet<>(
                        java.util.stream.IntStream.rangeClosed(1, 10).boxed().toList()));
        assertThat(line.count("select count(*) from queue_entry where rank between 1 and 10"))
                .isEqualTo(10);
        line.change("most_inside = 100");
        assertThat(line.step(PLENTY).admitted()).isEqualTo(EARLY + 1 - 10);
        assertThat(line.enter(EARLY + 1)).isInstanceOf(Answer.Inside.class);
        assertThat(line.count("select rank from queue_entry where ticket = " + (EARLY + 1)))
                .isEqualTo(EARLY + 1);
    }

    @Test
    void whereAPublicValueIsToComeNobodyIsAdmittedBefore() throws Exception {
        line.change("public_source = 'the lottery'");
        line.after(Duration.ofSeconds(61));
        assertThat(line.step(PLENTY).admitted()).isZero();
        assertThat(line.of("drawn_tickets")).as("the list is frozen").isEqualTo(EARLY);
        assertThat(line.enter(1)).isEqualTo(new Answer.NotAdmitted());
        line.change("public_value = '3 11 15', drawn_at = jari_now()");
        assertThat(line.step(PLENTY).admitted()).isEqualTo(10);
    }
}
