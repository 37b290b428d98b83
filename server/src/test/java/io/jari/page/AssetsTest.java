package io.jari.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final Path FOLDER = Path.of("src", "main", "resources");
    private static final Pattern USED =
            Pattern.compile("(?:assets\\}/|from '\\./|import '\\./|/assets/0/)([a-z0-9-]+\\.[a-z]+)");

    @Test
    void eachFileIsServed() throws IOException {
        try (var files = Files.list(FOLDER.resolve("assets"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .isEqualTo(Assets.NAMES);
        }
    }

    @Test
    void whatPagesAndModulesAskForIsThere() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            for (var file :
                    files.filter(f -> f.toString().matches(".*\\.(html|js)")).toList()) {
                assertThat(USED.matcher(Files.readString(file)).results().map(r -> r.group(1)))
                        .as(file.toString())
                        .allMatch(Assets.NAMES::contains);
            }
        }
    }

    @Test
    void theFolderIsNamedByWhatIsInIt() {
        assertThat(new Assets().folder()).matches("/assets/[0-9a-f]{12}").isEqualTo(new Assets().folder());
    }
}
