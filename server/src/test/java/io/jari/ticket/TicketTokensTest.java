package io.jari.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.core.id.SignedIds;
import io.jari.db.Secret;
import io.jari.ticket.TicketTokens.Read;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketTokensTest {
    private static final Secret SECRET = Secret.fromEnvironment(Map.of("JARI_SECRET", "a".repeat(40)));
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private final TicketTokens tokens = new TicketTokens(SECRET);
    private final SignedIds ids = new SignedIds(3, SECRET.derive("seat-hold-id"));

    @Test
    void whatIsSignedIsReadAgain() {
        for (var date : List.of(1, 7, 999_999_999)) {
            for (var seat : List.of(0, 1, 255, 256, 14_999, 65_536, 0xff_ffff)) {
                var hold = ids.named(date, "key " + seat);
                var token = tokens.token(date, hold, seat);
                assertThat(token).matches("[A-Za-z0-9_-]{60}");
                assertThat(tokens.read(token)).isEqualTo(new Read.Valid(date, hold, seat));
                assertThat(new TicketTokens(SECRET).read(token)).isInstanceOf(Read.Valid.class);
            }
        }
    }

    @Test
    void everySingleCharacterChangedIsRefused() {
        var token = tokens.token(7, ids.named(7, "key"), 14_999);
        var changed = new HashSet<String>();
        for (var i = 0; i < token.length(); i++) {
            for (var c : (ALPHABET + "=+/. é\0").toCharArray()) {
                if (c != token.charAt(i)) {
                    changed.add(token.substring(0, i) + c + token.substring(i + 1));
                }
            }
            changed.add(token.substring(0, i) + token.substring(i + 1));
            changed.add(token.substring(0, i) + "A" + token.substring(i));
        }
        changed.remove(token);
        assertThat(changed).hasSizeGreaterThan(60 * 63);
        assertThat(changed).allSatisfy(text -> assertThat(tokens.read(text)).isEqualTo(new Read.Forged()));
    }

    @Test
    void anotherSeatUnderTheSameSignatureIsRefused() {
        var hold = ids.named(7, "key");
        var bytes = Base64.getUrlDecoder().decode(tokens.token(7, hold, 14_999));
        bytes[28] ^= 1; // the seat's last byte
        var neighbour = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThat(neighbour.substring(0, 38))
                .as("it differs from the neighbour's own in the signature alone")
                .isEqualTo(tokens.token(7, hold, 14_998).substring(0, 38));
        assertThat(tokens.read(neighbour)).isEqualTo(new Read.Forged());
    }

    @Test
    void nonsenseOtherInstallationsAndOtherKeysAreRefused() {
        var hold = ids.named(7, "key");
        var other = new TicketTokens(Secret.fromEnvironment(Map.of("JARI_SECRET", "b".repeat(40))));
        var nonsense =
                new ArrayList<>(List.of("", "x", "A".repeat(60), "=".repeat(60), "A".repeat(10_000), "한".repeat(60)));
        nonsense.add(other.token(7, hold, 1));
        nonsense.add(hold);
        assertThat(nonsense).allSatisfy(text -> assertThat(tokens.read(text)).isEqualTo(new Read.Forged()));
        assertThatThrownBy(() -> tokens.token(7, hold, 1 << 24)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsOfTicketsSayHoldAndSeat() {
        var id = new TicketId(ids.named(7, "key"), 14_999);
        assertThat(id.text().length()).isLessThanOrEqualTo(40);
        assertThat(TicketId.parse(id.text())).contains(id);
        assertThat(List.of(
                        "",
                        "x",
                        id.holdId(),
                        id.holdId() + "-",
                        id.text() + "0000",
                        id.holdId() + "-01",
                        " " + id.text()))
                .allSatisfy(text -> assertThat(TicketId.parse(text)).isEmpty());
    }
}
