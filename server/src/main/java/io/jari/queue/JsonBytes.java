package io.jari.queue;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON of names, numbers and times, written byte by byte: for what is told so often that a library's work would show. */
final class JsonBytes {
    private static final int DAY_SECONDS = 86_400;

    private byte[] bytes = new byte[512];
    private int length;

    /** Empty again, with the room it had. */
    JsonBytes clear() {
        length = 0;
        return this;
    }

    /** As it stands. Nothing is escaped. */
    JsonBytes put(byte[] ascii) {
        reserve(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
        return this;
    }

    /** As it stands. Nothing is escaped. */
    JsonBytes put(String ascii) {
        return put(ascii(ascii));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @param number 0 or more */
    JsonBytes number(long number) {
        var digits = 1;
        for (var rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        reserve(digits);
        digits(number, digits);
        return this;
    }

    /** {@code "2027-01-31T09:30:00.000Z"}, quotes included; in years of four digits. */
    JsonBytes time(long epochMillis) {
        reserve(26);
        var seconds = Math.floorDiv(epochMillis, 1_000L);
        var day = Math.floorDiv(seconds, (long) DAY_SECONDS);
        var second = (int) (seconds - day * DAY_SECONDS);
        one('"');
        date(day);
        one('T');
        digits(second / 3_600, 2);
        one(':');
        digits(second / 60 % 60, 2);
        one(':');
        digits(second % 60, 2);
        one('.');
        digits(epochMillis - seconds * 1_000, 3);
        one('Z');
        one('"');
        return this;
    }

    /** Years counted from March, so that a leap day is the last (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms). */
    private void date(long epochDay) {
        var fromMarch = epochDay + 719_468;
        var era = Math.floorDiv(fromMarch, 146_097L);
        var dayOfEra = fromMarch - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var shifted = (5 * dayOfYear + 2) / 153;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        digits(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), 4);
        one('-');
        digits(month, 2);
        one('-');
        digits(dayOfYear - (153 * shifted + 2) / 5 + 1, 2);
    }

    private void one(char ascii) {
        bytes[length++] = (byte) ascii;
    }

    private void digits(long number, int count) {
        var rest = number;
        for (var at = length + count - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    int length() {
        return length;
    }

    /** A copy. */
    Buffer buffer() {
        return Buffer.buffer(length).appendBytes(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
