package io.jari.provider;

import io.jari.provider.callback.Tempo;
import io.jari.provider.json.BadInput;
import io.jari.provider.shop.Shop;
import io.jari.provider.shop.ShopsFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** Starts a provider and says where it is. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] args) {
        try {
            var options = Options.parse(Arrays.asList(args));
            if (options.help()) {
                System.out.print(Options.USAGE);
            } else {
                run(options);
            }
        } catch (Options.Misuse e) {
            end(e, MISUSED);
        } catch (IOException e) {
            end(e, FAILED);
        }
    }

    private static void run(Options options) throws IOException {
        var shops = shops(options.shops());
        var provider = Provider.start(new Settings(
                options.host(), options.port(), options.data(), shops, InstantSource.system(), Tempo.USUAL));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(provider)));
        System.out.println("Provider is ready at " + provider.url());
        if (options.untilStdinEnds()) {
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        }
    }

    private static List<Shop> shops(Path file) {
        try {
            return ShopsFile.parse(Files.readAllBytes(file));
        } catch (BadInput e) {
            throw new Options.Misuse("The shops in " + file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Options.Misuse("The shops can't be read from " + file + ": " + e);
        }
    }

    private static void close(Provider provider) {
        try {
            provider.close();
        } catch (IOException e) {
            System.err.println("provider: " + e);
        }
    }

    private static void end(Exception cause, int code) {
        System.err.println("provider: " + cause.getMessage());
        System.exit(code);
    }
}
