package io.jari.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.stay.NightRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomAssignmentTest {

    private static final LocalDate DAY_0 = LocalDate.of(2026, 5, 1);

    /**
     * A line a room: its name, {@code *} when dirty, then 20 nights: {@code .} free, a letter for a guest, {@code x} out of
     * order. Awaited stays and the arriving one as {@code start-end}.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 .......... / 2 ..........           | 0-3 |                 | 1      | all alike: the first
            1 ...aa..... / 2 ....bb....           | 0-3 |                 | 1      | fills the gap exactly
            1 .....aa... / 2 ...bb.....           | 0-3 |                 | 2      | the tighter gap
            1* ...aa.... / 2 ....bb....           | 0-3 |                 | 2      | clean before tight
            1* ......... / 2 .bb.......           | 0-3 |                 | 1*     | the only one free
            1 .a........ / 2 .xx.......           | 0-3 |                 | none   | one night has no room at all
            1 aa.....    / 2 ..x....              | 0-3 |                 | moving | only by moving
            1 ........   / 2 ........             | 0-3 | 3-5 3-6         | 1      | everybody fits
            1 .....aa    / 2 .......              | 0-3 | 3-8             | 1      | the long one needs the other room
            1* .....aa   / 2 .......              | 0-3 | 3-8             | 2      | clean, and both rooms will do
            1* ....aa    / 2 .......              | 0-3 | 2-8             | 1*     | a clean room, but then the next guest has none
            1 .......    / 2 .......              | 0-3 | 0-3 1-4         | 1 !1   | oversold by one
            1 .......                             | 0-3 | 3-5 5-9         | 1      | back to back
            1 aaa....                             | 3-5 |                 | 1      | arrives on the day of departure
            """)
    void findsARoom(String rooms, String stay, String awaited, String expected, String why) {
        var assignment = hotel(rooms).assign(nights(stay), all(awaited));
        var shown = switch (assignment) {
            case Assignment.Assigned(var room, int without) ->
                room.id() + (room.clean() ? "" : "*") + (without == 0 ? "" : " !" + without);
            case Assignment.NoRoom(boolean byMoving) -> byMoving ? "moving" : "none";
        };
        assertThat(shown).as(why).isEqualTo(expected);
    }

    @Test
    void namesWhatStandsInTheWayOfAMove() {
        var hotel = hotel("1 aa..xx.bb / 2 .........");
        assertThat(hotel.conflicts(1, nights("1-5")))
                .containsExactly(
                        new Occupied.ByGuest(1, DAY_0, DAY_0.plusDays(2), "a"),
                        new Occupied.ByRepair(1, DAY_0.plusDays(4), DAY_0.plusDays(6)));
        assertThat(hotel.conflicts(1, nights("2-4"))).isEmpty();
        assertThat(hotel.conflicts(2, nights("0-9"))).isEmpty();
    }

    @Test
    void severalRoomsOneAfterTheOther() {
        var hotel = hotel("1 .... / 2 ....");
        var first = (Assignment.Assigned) hotel.assign(nights("0-2"), all("0-2"));
        var stay = new Occupied.ByGuest(first.room().id(), DAY_0, DAY_0.plusDays(2), "a");
        var second = (Assignment.Assigned) hotel.with(stay).assign(nights("0-2"), List.of());
        assertThat(second.room().id()).isNotEqualTo(first.room().id());
    }

    @Test
    void aRoomCanBeOutOfOrderForEverOrBelongToAnotherType() {
        var hotel = hotel("1 .... / 2 ....")
                .with(new Occupied.ByRepair(1, LocalDate.of(1999, 1, 1), LocalDate.MAX))
                .with(new Occupied.ByRepair(99, DAY_0, LocalDate.MAX));
        assertThat(hotel.assign(nights("0-2"), List.of())).isEqualTo(new Assignment.Assigned(new Room(2, true), 0));
    }

    @Test
    void withoutRoomsThereIsNone() {
        assertThat(new RoomAssignment(List.of(), List.of()).assign(nights("0-2"), List.of()))
                .isEqualTo(new Assignment.NoRoom(false));
    }

    private static RoomAssignment hotel(String text) {
        var rooms = new ArrayList<Room>();
        var occupied = new ArrayList<Occupied>();
        for (var line : text.split(" */ *", -1)) {
            var words = line.strip().split(" +", -1);
            int id = Integer.parseInt(words[0].replace("*", ""));
            rooms.add(new Room(id, !words[0].endsWith("*")));
            occupy(id, words[1], occupied);
        }
        return new RoomAssignment(rooms, occupied);
    }

    private static void occupy(int room, String nights, List<Occupied> occupied) {
        for (int start = 0, end; start < nights.length(); start = end) {
            char who = nights.charAt(start);
            for (end = start; end < nights.length() && nights.charAt(end) == who; ) {
                end++;
            }
            var from = DAY_0.plusDays(start);
            var to = DAY_0.plusDays(end);
            if (who == 'x') {
                occupied.add(new Occupied.ByRepair(room, from, to));
            } else if (who != '.') {
                occupied.add(new Occupied.ByGuest(room, from, to, String.valueOf(who)));
            }
        }
    }

    private static List<NightRange> all(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ", -1))
                        .map(RoomAssignmentTest::nights)
                        .toList();
    }

    private static NightRange nights(String text) {
        var days = text.split("-", -1);
        return new NightRange(DAY_0.plusDays(Integer.parseInt(days[0])), DAY_0.plusDays(Integer.parseInt(days[1])));
    }
}
