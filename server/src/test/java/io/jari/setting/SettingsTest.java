package io.jari.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that the code reads is known, and the reference tells it. */
class SettingsTest {
    private static final Path KEPT = Path.of("..", "docs", "configuration.md");
    private static final String LIMITS = "jari.limits.";
    /** What the start sets itself. */
    private static final Map<String, String> OWN = Map.of("jari.mode", "", "jari.data", "", "jari.lan", "");

    @Test
    void everyKeyOfTheCodeIsKnownWithItsUsualValue() throws Exception {
        var read = new TreeMap<String, String>();
        for (var name : names()) {
            var type = Class.forName(name, false, SettingsTest.class.getClassLoader());
            if (type.isAnnotationPresent(ConfigMapping.class)) {
                mapped(type, read);
            }
            Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods())
                    .flatMap(Arrays::stream)
                    .flatMap(SettingsTest::injected)
                    .filter(property -> property.name().startsWith("jari."))
                    .filter(property -> !OWN.containsKey(property.name()))
                    .forEach(property -> read.put(
                            property.name(),
                            property.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE)
                                    ? ""
                                    : property.defaultValue()));
        }
        var known = Settings.known().stream()
                .filter(setting ->
                        !setting.key().startsWith(LIMITS) || setting.key().equals(LIMITS + "on"))
                .collect(Collectors.toMap(Setting::key, Setting::usual, (a, _) -> a, TreeMap::new));
        // In application.properties, not beside the key.
        read.put("jari.internal.host", "127.0.0.1");
        read.put("jari.internal.port", "9090");
        assertThat(known).as("io.jari.setting.Settings").isEqualTo(read);
    }

    private static List<String> names() throws IOException {
        var root = Path.of("target", "classes");
        try (var files = Files.walk(root.resolve("io/jari"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .toList();
        }
    }

    private static Stream<ConfigProperty> injected(Executable code) {
        return Arrays.stream(code.getParameters())
                .map(parameter -> parameter.getAnnotation(ConfigProperty.class))
                .filter(java.util.Objects::nonNull);
    }

    private static void mapped(Class<?> type, Map<String, String> read) {
        var prefix = type.getAnnotation(ConfigMapping.class).prefix();
        for (var method : type.getDeclaredMethods()) {
            var usual = method.getAnnotation(WithDefault.class);
            var name = method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            read.put(prefix + "." + name, usual == null ? "" : usual.value());
        }
    }

    @Test
    void theReferenceIsWhatTheCodeSays() throws IOException {
        if (Boolean.getBoolean("jari.reference.write")) {
            Files.writeString(KEPT, Reference.markdown());
        }
        assertThat(KEPT).as("made anew with -Djari.reference.write=true").hasContent(Reference.markdown());
    }

    @Test
    void usualValuesHold() {
        for (var setting : Settings.known()) {
            assertThat(setting.meaning()).isNotBlank();
            assertThat(setting.usual().isEmpty()
                            || setting.flaw(setting.usual()).isEmpty())
                    .as(setting.key())
                    .isTrue();
        }
        assertThat(Settings.known().stream().map(Setting::key)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    JARI_QUEUE_JOIN_RATE                | -1      | jari.queue.join-rate (JARI_QUEUE_JOIN_RATE) must be a number from 0 to 1000000, not "-1"
                    JARI_LIMITS_SIGN_IN_ADDRESS_RATE    | often   | jari.limits.sign-in.address.rate
                    JARI_LIMITS_PAY_ACCOUNT_BURST       | 0       | jari.limits.pay.account.burst
                    JARI_HTTP_BODY_SECONDS              | 30s     | jari.http.body-seconds (JARI_HTTP_BODY_SECONDS) must be a whole number from 1 to 86400, not "30s"
                    JARI_TLS_REDIRECT_PORT              | 70000   | jari.tls.redirect-port
                    JARI_BOOKING_STRATEGY               | luck    | must be one of group-commit, pessimistic, optimistic, constraint
                    JARI_COOKIES_SECURE                 | perhaps | jari.cookies.secure
                    JARI_LOG                            | xml     | jari.log (JARI_LOG) must be one of json, text
                    """)
    void whatCantBeUnderstoodNamesItsKey(String variable, String value, String told) {
        assertThatThrownBy(() -> Settings.check(Map.of(variable, value)))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(told);
    }

    /** The twin: what is right is no matter. */
    @Test
    void whatIsRightPasses() {
        assertThatCode(() -> Settings.check(Map.of("JARI_QUEUE_JOIN_RATE", "0.5", "JARI_LOG", "json", "PATH", "x")))
                .doesNotThrowAnyException();
    }
}
