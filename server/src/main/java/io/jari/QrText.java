package io.jari;

import io.nayuki.qrcodegen.QrCode;

/** A QR code for a terminal: two rows of it in one of text. */
final class QrText {
    private static final int QUIET = 2;
    private static final String WHITE = "\u001b[30;107m";
    private static final String AS_BEFORE = "\u001b[0m";

    private QrText() {}

    /** @param colours black on white, whatever the terminal has; without them a dark terminal shows it inverted */
    static String of(String text, boolean colours) {
        var code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        var lines = new StringBuilder();
        for (var y = -QUIET; y < code.size + QUIET; y += 2) {
            lines.append(colours ? WHITE : "");
            for (var x = -QUIET; x < code.size + QUIET; x++) {
                lines.append(half(code.getModule(x, y), code.getModule(x, y + 1)));
            }
            lines.append(colours ? AS_BEFORE : "").append('\n');
        }
        return lines.toString();
    }

    private static char half(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '\u2588' : '\u2580';
        }
        return lower ? '\u2584' : ' ';
    }
}
