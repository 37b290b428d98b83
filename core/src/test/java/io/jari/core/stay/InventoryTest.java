package io.jari.core.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {

    /** Type 1 has nights 10 to 14; night 12 has one room left, 13 is closed, the house of 14 has two left. */
    private static Inventory hotel() {
        return Inventory.builder(0, 0)
                .typeNight(1, 10, 0, 5, false)
                .typeNight(1, 11, 0, 5, false)
                .typeNight(1, 12, 4, 5, false)
                .typeNight(1, 13, 0, 5, true)
                .typeNight(1, 14, 0, 5, false)
                .typeNight(2, 10, 0, 5, false)
                .typeNight(2, 12, 7, 5, false)
                .houseNight(10, 0, 8)
                .houseNight(11, 0, 8)
                .houseNight(12, 11, 20)
                .houseNight(13, 0, 8)
                .houseNight(14, 6, 8)
                .houseNight(15, 0, 8)
                .build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 10 | 1 | 5 | granted             | to the last room
            1 | 10 | 1 | 6 | TYPE_FULL 10, 5     | one more
            1 | 10 | 3 | 1 | granted             | three nights
            1 | 10 | 3 | 2 | TYPE_FULL 12, 1     | the third night is nearly full
            1 | 10 | 4 | 1 | STOP_SALE 13, 0     | the fourth is closed
            1 | 13 | 2 | 9 | STOP_SALE 13, 0     | closed comes before full
            1 | 14 | 1 | 3 | HOUSE_FULL 14, 2    | rooms of the type, but not of the house
            1 | 14 | 1 | 2 | granted             | the last of the house
            1 | 14 | 2 | 1 | NOT_FOR_SALE 15, 0  | beyond the horizon
            1 | 9  | 2 | 1 | NOT_FOR_SALE 9, 0   | past
            3 | 10 | 1 | 1 | NOT_FOR_SALE 10, 0  | no such type
            2 | 12 | 1 | 1 | TYPE_FULL 12, 0     | oversold since the target was lowered
            """)
    void decides(int type, int day, int nights, int rooms, String outcome, String why) {
        assertThat(show(hotel().reserve(type, nights(day, nights), rooms)))
                .as(why)
                .isEqualTo(outcome);
    }

    @Test
    void theFirstToAskGetsTheLastRoom() {
        var hotel = hotel();
        assertThat(show(hotel.reserve(1, nights(12, 1), 1))).isEqualTo("granted");
        assertThat(show(hotel.reserve(1, nights(12, 1), 1))).isEqualTo("TYPE_FULL 12, 0");
        hotel.release(1, nights(12, 1), 1);
        assertThat(show(hotel.reserve(1, nights(12, 1), 1))).isEqualTo("granted");
    }

    @Test
    void aRefusalChangesNothing() {
        var hotel = hotel();
        hotel.reserve(1, nights(10, 5), 1);
        assertThat(hotel.changes().isEmpty()).isTrue();
    }

    @Test
    void sumsTheChangesPerRowSorted() {
        var hotel = hotel();
        hotel.reserve(2, nights(10, 1), 2);
        hotel.reserve(1, nights(11, 2), 1);
        hotel.reserve(1, nights(10, 2), 3);
        hotel.release(2, nights(12, 1), 2);
        hotel.release(1, nights(12, 1), 1);
        var changes = hotel.changes();
        assertThat(changes.typeIds()).containsExactly(1, 1, 2, 2);
        assertThat(changes.typeDays()).containsExactly(10, 11, 10, 12);
        assertThat(changes.typeDeltas()).containsExactly(3, 4, 2, -2);
        assertThat(changes.houseDays()).containsExactly(10, 11, 12);
        assertThat(changes.houseDeltas()).containsExactly(5, 4, -2);
    }

    @Test
    void releasingWhatNobodyHasIsABug() {
        var hotel = hotel();
        assertThatThrownBy(() -> hotel.release(1, nights(12, 1), 5)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> hotel.release(1, nights(15, 1), 1)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | 12 | 1 | 1 | 2 | 12 | 1 | 1 | granted         | an oversold night is kept
            2 | 12 | 1 | 2 | 2 | 12 | 1 | 1 | granted         | fewer rooms
            2 | 12 | 1 | 1 | 2 | 12 | 1 | 2 | TYPE_FULL 12, 0 | more rooms on an oversold night
            2 | 12 | 1 | 1 | 1 | 12 | 1 | 1 | granted         | another type, the house unchanged
            2 | 12 | 1 | 2 | 1 | 12 | 1 | 2 | TYPE_FULL 12, 1 | another type, nearly full
            1 | 12 | 1 | 1 | 1 | 10 | 3 | 1 | granted         | longer, keeping the nearly full night
            1 | 12 | 1 | 1 | 1 | 12 | 2 | 1 | STOP_SALE 13, 0 | longer, into a closed night
            1 | 14 | 1 | 1 | 1 | 14 | 2 | 1 | NOT_FOR_SALE 15, 0 | longer, beyond the horizon
            1 | 12 | 1 | 4 | 1 | 12 | 1 | 5 | granted         | one more room
            """)
    void changesAClaimWholeOrNotAtAll(
            int type,
            int day,
            int nights,
            int rooms,
            int newType,
            int newDay,
            int newNights,
            int newRooms,
            String outcome,
            String why) {
        var hotel = hotel();
        if (day == 14) {
            hotel.reserve(type, nights(day, nights), rooms);
        }
        var before = hotel.changes().houseDeltas();
        var held = new Claim(type, nights(day, nights), rooms);
        var decision = hotel.change(held, new Claim(newType, nights(newDay, newNights), newRooms));
        assertThat(show(decision)).as(why).isEqualTo(outcome);
        if (decision instanceof Decision.Refused) {
            assertThat(hotel.changes().houseDeltas()).containsExactly(before);
        }
    }

    @Test
    void rowsAreGivenOnce() {
        var builder = Inventory.builder(1, 1).typeNight(1, 10, 0, 5, false).houseNight(10, 0, 5);
        assertThatThrownBy(() -> builder.typeNight(1, 10, 0, 5, false)).hasMessageContaining("twice");
        assertThatThrownBy(() -> builder.houseNight(10, 0, 5)).hasMessageContaining("twice");
        assertThatThrownBy(() -> builder.houseNight(11, -1, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "1,-1", "1,101", "-1,1"})
    void claimsHaveBounds(int type, int rooms) {
        assertThatThrownBy(() -> new Claim(type, nights(10, 1), rooms)).isInstanceOf(IllegalArgumentException.class);
    }

    private static NightRange nights(int day, int nights) {
        return NightRange.from(LocalDate.ofEpochDay(day), nights);
    }

    private static String show(Decision decision) {
        return switch (decision) {
            case Decision.Granted() -> "granted";
            case Decision.Refused(var reason, var night, int left) -> reason + " " + night.toEpochDay() + ", " + left;
        };
    }
}
