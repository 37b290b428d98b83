package io.jari.ticket;

import io.jari.qr.QrDrawing;

/** A ticket's QR code; below it the token's end, for door lists on paper. */
final class QrSvg {
    private static final int LINE = 5;

    private QrSvg() {}

    static String of(String token) {
        var code = QrDrawing.of(token);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%2$d" fill="#fff"/><path fill="#000" d="%3$s"/>\
                <text x="%4$s" y="%5$d" font-family="monospace" font-size="4" text-anchor="middle">%6$s</text></svg>
                """.formatted(
                        code.width(),
                        code.width() + LINE,
                        code.path(),
                        code.width() / 2.0,
                        code.width() + 2,
                        token.substring(token.length() - TicketTokens.LAST));
    }
}
