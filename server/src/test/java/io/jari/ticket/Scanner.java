package io.jari.ticket;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** A phone held over a ticket: draws the modules as a browser does, and reads the picture with a reader that is none of ours. */
public final class Scanner {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    /** By how many degrees a hand turns meanwhile: of a hundred pictures one may not be readable, so scanners take the next. */
    private static final double[] PICTURES = {0, 4, -4, 8, -8, 12, -12, 16, -16};

    private Scanner() {}

    /** What it says in the first picture that can be read; empty when none can. */
    static Optional<String> scan(String svg, int pixels, double degrees, Rectangle2D... blots) {
        return DoubleStream.of(PICTURES)
                .mapToObj(turn -> read(draw(svg, pixels, degrees + turn, blots)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same of what somebody's screen shows. */
    public static Optional<String> scan(BufferedImage screen) {
        return DoubleStream.of(PICTURES)
                .mapToObj(turn -> read(turned(screen, turn)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static BufferedImage turned(BufferedImage screen, double degrees) {
        var size = 2 * Math.max(screen.getWidth(), screen.getHeight());
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.rotate(Math.toRadians(degrees), size / 2.0, size / 2.0);
        graphics.drawImage(screen, size / 4, size / 4, null);
        graphics.dispose();
        return picture;
    }

    private static Optional<String> read(BufferedImage picture) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return Optional.of(new QRCodeReader()
                    .decode(seen, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException _) {
            return Optional.empty();
        }
    }

    /** The drawing so many pixels high, upon something dark and turned by some degrees, with blots upon some of its squares. */
    private static BufferedImage draw(String svg, int pixels, double degrees, Rectangle2D... blots) {
        var size = SIZE.matcher(svg);
        if (!size.find()) {
            throw new AssertionError(svg);
        }
        var width = Integer.parseInt(size.group(1));
        var height = Integer.parseInt(size.group(2));
        var picture = new BufferedImage(2 * pixels, 2 * pixels, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillRect(0, 0, 2 * pixels, 2 * pixels);
        graphics.translate(pixels, pixels);
        graphics.rotate(Math.toRadians(degrees));
        graphics.scale((double) pixels / height, (double) pixels / height);
        graphics.translate(-width / 2.0, -height / 2.0);
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(0, 0, width, width));
        graphics.setColor(Color.BLACK);
        graphics.fill(modules(svg));
        for (var blot : blots) {
            graphics.fill(blot);
        }
        graphics.dispose();
        return picture;
    }

    /** One path, as in the drawing: squares filled one by one would leave hairlines between them. */
    private static Path2D modules(String svg) {
        var path = new Path2D.Double();
        var module = MODULE.matcher(svg);
        while (module.find()) {
            path.append(
                    new Rectangle2D.Double(Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2)), 1, 1),
                    false);
        }
        return path;
    }
}
