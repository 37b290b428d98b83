package io.jari.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ticket's QR code in front of a scanner. */
class QrSvgTest {
    /** As wide as a ticket's page shows it. */
    private static final int ON_THE_PAGE = 280;

    private final Random random = new Random(3);

    /** Any text as long as a token. */
    private String token() {
        var bytes = new byte[TicketTokens.LENGTH * 3 / 4];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    @ParameterizedTest
    @CsvSource({"280, 0", "280, 90", "280, 180", "560, 7", "840, -20", "840, 45"})
    void whatIsDrawnIsRead(int pixels, double degrees) {
        for (var i = 0; i < 20; i++) {
            var token = token();
            assertThat(Scanner.scan(QrSvg.of(token), pixels, degrees)).hasValue(token);
        }
    }

    /** Squares are counted from the drawing's edge; the quiet zone is four of them wide. */
    @Test
    void aScratchIsMadeGoodAndALostCornerIsNot() {
        var token = token();
        var svg = QrSvg.of(token);
        var scratch = new Rectangle2D.Double(16, 18, 12, 6);
        assertThat(Scanner.scan(svg, ON_THE_PAGE, 0, scratch)).hasValue(token);
        var corner = new Rectangle2D.Double(0, 0, 12, 12);
        assertThat(Scanner.scan(svg, ON_THE_PAGE, 0, corner)).isEmpty();
        var most = new Rectangle2D.Double(13, 13, 20, 20);
        assertThat(Scanner.scan(svg, ON_THE_PAGE, 0, most)).isEmpty();
    }
}
