package io.jari.core.seat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BothNamesTest {

    @Test
    void aNameInTwoLanguagesIsSaidInEither() {
        var names = BothNames.of("1층 3구역 · Parterre, section 3");
        assertThat(names.korean()).isEqualTo("1층 3구역");
        assertThat(names.english()).isEqualTo("Parterre, section 3");
        assertThat(BothNames.of(names.text())).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " · ", "Stalls", "1층", "1층 · ", "Stalls · left", "1층 · 왼쪽", "Stalls · 왼쪽", "1층·Floor"})
    void anyOtherNameIsLeftAsItIs(String name) {
        assertThat(BothNames.of(name)).isEqualTo(new BothNames(name, name));
    }

    @Test
    void everyPartOfADrawnHallHasBoth() {
        assertThat(HallPlan.of(15_000, 2).zones())
                .extracting(zone -> BothNames.of(zone.name()))
                .contains(
                        new BothNames("무대", "Stage"),
                        new BothNames("1층 3구역", "Parterre, section 3"),
                        new BothNames("3층 9구역", "Balcony 2, section 9"))
                .noneMatch(names -> names.korean().equals(names.english()));
        assertThat(HallPlan.of(10, 0).zones().getLast().name()).isEqualTo("1층 · Parterre");
    }
}
