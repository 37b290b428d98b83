package io.jari.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.http.TextBody;
import io.jari.ticket.DoorBodies.DoorListBody;
import io.jari.ticket.DoorBodies.DoorTicket;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorListTest {

    @Test
    void aNameIsShortened() {
        assertThat(Doors.shortened("홍길동")).isEqualTo("홍…동");
        assertThat(Doors.shortened(" Jane Doe ")).isEqualTo("J…e");
        assertThat(Doors.shortened("🦊x")).isEqualTo("🦊…x");
        assertThat(Doors.shortened("X")).isEqualTo("X");
        assertThat(Doors.shortened(null)).isEmpty();
    }

    @Test
    void paperSaysZonesAndNumbersInItsLanguage() {
        var text = new TextBody("시험", "Test");
        var ticket = new DoorTicket("1층 · Parterre", "A", "1", "R", null, "김…수", "abcdef", null);
        var many = new DoorListBody("1", "2", text, text, null, "Asia/Seoul", Collections.nCopies(15_000, ticket));
        var one = new DoorListBody("1", "2", text, text, null, "Asia/Seoul", List.of(ticket));
        assertThat(DoorListPage.of(many, "ko").count()).isEqualTo("15,000매");
        assertThat(DoorListPage.of(many, "en").count()).isEqualTo("15,000 tickets");
        assertThat(DoorListPage.of(one, "en").count()).isEqualTo("1 ticket");
        assertThat(DoorListPage.of(one, "ko").rows().getFirst().zone()).isEqualTo("1층");
        assertThat(DoorListPage.of(one, "en").rows().getFirst().zone()).isEqualTo("Parterre");
    }

    @Test
    void aSpreadsheetTakesNothingForAFormula() {
        var text = new TextBody("시험", "Test");
        var ticket = new DoorTicket("=1+1", "A \"B\"", "1,2", "R", null, "@…x", "-abc_1", null);
        assertThat(DoorListCsv.of(new DoorListBody("1", "2", text, text, null, "Asia/Seoul", List.of(ticket))))
                .isEqualTo("\"zone\",\"row\",\"number\",\"category\",\"mark\",\"holder\",\"last6\",\"usedAt\"\r\n"
                        + "\"'=1+1\",\"A \"\"B\"\"\",\"1,2\",\"R\",\"\",\"'@…x\",\"'-abc_1\",\"\"\r\n");
    }
}
