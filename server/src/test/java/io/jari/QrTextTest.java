package io.jari;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QrTextTest {
    private static final int SCALE = 4;
    private static final int MARGIN = 4;
    private static final String URL = "http://192.0.2.17:8080";

    /** As a phone reads it off a terminal that is light. */
    @Test
    void aPhoneReadsIt() throws Exception {
        var lines = QrText.of(URL, false).lines().toList();
        assertThat(lines).allMatch(line -> line.length() == lines.getFirst().length());
        var width = (lines.getFirst().length() + 2 * MARGIN) * SCALE;
        var height = (2 * lines.size() + 2 * MARGIN) * SCALE;
        var pixels = new int[width * height];
        Arrays.fill(pixels, 0xffffff);
        for (var y = 0; y < 2 * lines.size(); y++) {
            for (var x = 0; x < lines.getFirst().length(); x++) {
                if (dark(lines.get(y / 2).charAt(x), y % 2 == 0)) {
                    fill(pixels, width, (x + MARGIN) * SCALE, (y + MARGIN) * SCALE);
                }
            }
        }
        var source = new RGBLuminanceSource(width, height, pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo(URL);
    }

    @Test
    void coloursStandAroundEachLine() {
        assertThat(QrText.of(URL, true).lines())
                .allMatch(line -> line.startsWith("\u001b[") && line.endsWith("\u001b[0m"));
    }

    private static boolean dark(char c, boolean upper) {
        return c == '\u2588' || c == (upper ? '\u2580' : '\u2584');
    }

    private static void fill(int[] pixels, int width, int left, int top) {
        for (var y = top; y < top + SCALE; y++) {
            Arrays.fill(pixels, y * width + left, y * width + left + SCALE, 0);
        }
    }
}
