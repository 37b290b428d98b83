package io.jari.core.queue;

import static io.jari.core.queue.Lines.OPENING;
import static io.jari.core.queue.Lines.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.queue.AdmissionSteps.Step;
import io.jari.core.queue.LineState.Mode;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final long NOW = OPENING + 5_000;
    private static final LongUnaryOperator TICKET = LongUnaryOperator.identity();

    private static Place at(LineState line, long ticket) {
        return Place.of(line, ticket, TICKET, NOW);
    }

    @Test
    void withoutALineEveryoneComesThrough() {
        assertThat(at(LineState.OFF, 7)).isEqualTo(new Place(Standing.OFF, -1, -1, -1));
        assertThat(at(Lines.soldOut(LineState.OFF), 7).standing()).isEqualTo(Standing.OFF);
    }

    @Test
    void beforeTheOpeningOneKnowsWhereOneStands() {
        var line = Lines.firstCome(100, 0, List.of(), NOW);
        assertThat(Place.of(line, 7, TICKET, OPENING - 1)).isEqualTo(new Place(Standing.NOT_OPEN, 7, 6, -1));
        assertThat(Place.of(line, 7, TICKET, OPENING)).isEqualTo(new Place(Standing.WAITING, 7, 6, -1));
    }

    @Test
    void thoseBeforeOneAreWhoHasNotBeenAdmitted() {
        var line = Lines.firstCome(100, 20, List.of(step(1, 20, NOW)), NOW);
        assertThat(at(line, 21)).isEqualTo(new Place(Standing.WAITING, 21, 0, -1));
        assertThat(at(line, 30)).isEqualTo(new Place(Standing.WAITING, 30, 9, -1));
        assertThat(at(line, 101)).as("newer than what is known").isEqualTo(new Place(Standing.WAITING, 101, 80, -1));
    }

    @Test
    void whoIsAdmittedComesInUntilTheStepIsClosed() {
        var first = new Step(1, 10, OPENING, OPENING + 2_000, true);
        var second = new Step(11, 20, OPENING, OPENING + 4_000, false);
        var line = Lines.firstCome(100, 20, List.of(first, second), NOW);
        assertThat(at(line, 10)).isEqualTo(new Place(Standing.FORFEITED, 10, 0, -1));
        assertThat(at(line, 11))
                .as("over by the clock, and nobody has said so")
                .isEqualTo(new Place(Standing.ADMITTED, 11, 0, OPENING + 4_000));
        var later = new LineState(
                line.mode(), OPENING, 1, 60, false, 100, 20, false, false, AdmissionSteps.none(), LineState.STANDS);
        assertThat(at(later, 20).standing()).as("of a step long over").isEqualTo(Standing.FORFEITED);
    }

    @Test
    void aPauseKeepsPlacesAndLetsInWhoWasAdmitted() {
        var line = Lines.line(Mode.FIRST_COME, true, false, 100, 20, List.of(step(1, 20, NOW)), NOW);
        assertThat(at(line, 25)).isEqualTo(new Place(Standing.PAUSED, 25, 4, -1));
        assertThat(at(line, 20).standing()).isEqualTo(Standing.ADMITTED);
        assertThat(Place.of(line, 25, TICKET, OPENING - 1).standing()).isEqualTo(Standing.NOT_OPEN);
    }

    @Test
    void untilTheDrawNobodyHasARank() {
        var line = Lines.line(Mode.DRAWN, false, false, 100, 0, List.of(), NOW);
        assertThat(Place.of(line, 1, TICKET, OPENING - 1)).isEqualTo(new Place(Standing.NOT_OPEN, -1, -1, -1));
        assertThat(at(line, 1)).isEqualTo(new Place(Standing.DRAWING, -1, -1, -1));
        assertThat(at(Lines.soldOut(line), 1).standing()).isEqualTo(Standing.SOLD_OUT);
    }

    @Test
    void thenTheDrawnOrderCounts() {
        var line = Lines.line(Mode.DRAWN, false, true, 10, 2, List.of(step(1, 2, NOW)), NOW);
        LongUnaryOperator drawn = ticket -> ticket <= 5 ? 6 - ticket : ticket;
        assertThat(Place.of(line, 5, drawn, NOW).standing()).isEqualTo(Standing.ADMITTED);
        assertThat(Place.of(line, 1, drawn, NOW)).isEqualTo(new Place(Standing.WAITING, 5, 2, -1));
        assertThat(Place.of(line, 6, drawn, NOW)).isEqualTo(new Place(Standing.WAITING, 6, 3, -1));
    }

    @Test
    void soldOutIsSaidToAll() {
        var line = Lines.soldOut(Lines.firstCome(100, 20, List.of(step(1, 20, NOW)), NOW));
        assertThat(at(line, 25)).isEqualTo(new Place(Standing.SOLD_OUT, 25, 4, -1));
        assertThat(at(line, 20).standing()).isEqualTo(Standing.SOLD_OUT);
    }

    @Test
    void namesAreAsTheyAreTold() {
        assertThat(Standing.values())
                .extracting(Standing::text)
                .containsExactly(
                        "off", "not-open", "drawing", "waiting", "paused", "admitted", "forfeited", "sold-out");
    }
}
