package io.jari.qr;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a drawing that scales, with the quiet zone that scanners need.
 *
 * @param width of its square, in modules
 * @param path of the dark modules, as SVG has it
 */
public record QrDrawing(int width, String path) {
    private static final int QUIET = 4;

    /** A quarter of it may be creased, or lost to a scratched screen. */
    public static QrDrawing of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.QUARTILE);
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
        return new QrDrawing(code.size + 2 * QUIET, path.toString());
    }

    /** A picture of its own. */
    public String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path fill="#000" d="%2$s"/></svg>
                """.formatted(width, path);
    }
}
