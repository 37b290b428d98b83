package io.jari.payment;

import io.jari.Api;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The payment provider as a process that no server owns, so that it can be killed on its own. Two shops, one of each style. */
public final class ProviderProcess implements AutoCloseable {
    private static final String JAR = System.getProperty("jari.provider.jar", "../provider/target/jari-provider.jar");
    private static final String SECRET = "whsec_c3Rvcm0tc3Rvcm0tc3Rvcm0tc3Rvcm0tMzItYnl0ZXM=";

    private final Path folder;
    private Process process;
    private final URI url;

    public ProviderProcess() {
        try {
            Files.createDirectories(Path.of("target", "it"));
            folder = Files.createTempDirectory(Path.of("target", "it").toAbsolutePath(), "provider");
            Files.writeString(folder.resolve("shops.json"), """
                    [{"name":"alpha","style":"callback","key":"sk_test_alpha","secret":"%1$s"},
                     {"name":"beta","style":"confirm","key":"sk_test_beta","secret":"%1$s"}]
                    """.formatted(SECRET));
            process = run(0);
            url = URI.create(
                    process.inputReader(StandardCharsets.UTF_8).readLine().replaceFirst(".* ", ""));
            Files.writeString(providersFile(), """
                    [{"name":"alpha","url":"%1$s","key":"sk_test_alpha","secret":"%2$s"},
                     {"name":"beta","url":"%1$s","key":"sk_test_beta","secret":"%2$s"}]
                    """.formatted(url, SECRET));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a server that is to use it. */
    public Map<String, String> environment() {
        return Map.of("JARI_PAYMENT_PROVIDERS_FILE", providersFile().toString());
    }

    private Path providersFile() {
        return folder.resolve("providers.json");
    }

    private Process run(int port) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR,
                        "--port",
                        Integer.toString(port),
                        "--data",
                        folder.resolve("log").toString(),
                        "--shops",
                        folder.resolve("shops.json").toString(),
                        "--until-stdin-ends")
                .redirectError(folder.resolve("provider.err").toFile())
                .start();
    }

    /** Killed as by a power cut, and started again on what it has on disk. */
    void killAndRestart() {
        try {
            process.destroyForcibly().waitFor();
            process = run(url.getPort());
            if (process.inputReader(StandardCharsets.UTF_8).readLine() == null) {
                throw new IllegalStateException(Files.readString(folder.resolve("provider.err")));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public TestProvider provider() {
        return new TestProvider(url, shop("alpha"), shop("beta"));
    }

    private TestProvider.Shop shop(String name) {
        return new TestProvider.Shop(name, Api.elsewhere(url, "sk_test_" + name), SECRET);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
