package io.jari.concert;

import io.jari.concert.DateSeats.Category;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names what a date's geometry is made of: the plan, the categories with their prices, the marks. Whatever changes one of
 * them changes the address, so what is at an address never changes.
 */
final class PlanHash {
    /** To be raised when {@link PlanDrawing} draws the same otherwise; stored hashes must then be made again. */
    private static final int FORM = 1;

    private static final int BYTES = 16;

    private PlanHash() {}

    /** A seat's number and its mark. */
    record Mark(int seat, String mark) {}

    static String of(String planSha, String currency, List<Category> categories, List<Mark> marks) {
        var text = new StringBuilder().append(FORM).append(planSha).append(currency);
        categories.forEach(category -> text.append('\n')
                .append(category.name())
                .append('\t')
                .append(category.color())
                .append('\t')
                .append(category.price()));
        marks.forEach(mark -> text.append('\n').append(mark.seat()).append('\t').append(mark.mark()));
        return sha(text.toString()).substring(0, 2 * BYTES);
    }

    static String sha(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
