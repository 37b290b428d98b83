package io.jari.ticket;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as a drawing that a browser scales, with the quiet zone that scanners need; below it the token's end, for door lists on paper. */
final class QrSvg {
    private static final int QUIET = 4;
    private static final int LINE = 5;

    private QrSvg() {}

    static String of(String token) {
        // A quarter of it may be creased, or lost to a scratched screen.
        var code = QrCode.encodeText(token, QrCode.Ecc.QUARTILE);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        var width = code.size + 2 * QUIET;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%2$d" fill="#fff"/><path fill="#000" d="%3$s"/>\
                <text x="%4$s" y="%5$d" font-family="monospace" font-size="4" text-anchor="middle">%6$s</text></svg>
                """.formatted(
                width, width + LINE, path, width / 2.0, width + 2, token.substring(token.length() - TicketTokens.LAST));
    }
}
