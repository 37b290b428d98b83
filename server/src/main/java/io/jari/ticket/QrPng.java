package io.jari.ticket;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A ticket's QR code as a picture for mail programs, which show no SVG: PNG of one bit a pixel, without a graphics library. */
public final class QrPng {
    /** Dots a module: some 300 pixels, sharp on paper and on a screen. */
    private static final int SCALE = 7;

    private static final int QUIET = 4;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private QrPng() {}

    /** Of a ticket's token. */
    public static byte[] of(String token) {
        var code = QrCode.encodeText(token, QrCode.Ecc.QUARTILE);
        var side = (code.size + 2 * QUIET) * SCALE;
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        var oneBitOfGray = new byte[] {1, 0, 0, 0, 0};
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(side)
                        .putInt(side)
                        .put(oneBitOfGray)
                        .array());
        chunk(png, "IDAT", deflated(dots(code, side)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Each line begins with the byte of its filter: none. */
    private static byte[] dots(QrCode code, int side) {
        var line = 1 + Math.ceilDiv(side, 8);
        var dots = new byte[line * side];
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                if (!code.getModule(x / SCALE - QUIET, y / SCALE - QUIET)) {
                    dots[y * line + 1 + x / 8] |= (byte) (0x80 >>> (x % 8));
                }
            }
        }
        return dots;
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[4_096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var crc = new CRC32();
        crc.update(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
