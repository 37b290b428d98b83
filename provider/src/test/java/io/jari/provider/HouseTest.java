package io.jari.provider;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house, for this module. */
class HouseTest {

    private static final int MAX_LINES = 300;
    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses PROVIDER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jari.provider");

    @Test
    void aClassSaysWhatItIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto|DTO)(\\$.*)?")
                .check(PROVIDER);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.jari.provider.(*)..").should().beFreeOfCycles().check(PROVIDER);
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        var packages = sources().map(SOURCES::relativize).map(Path::getParent).collect(Collectors.toSet());
        assertThat(packages).isNotEmpty().allSatisfy(folder -> {
            var info = Class.forName(folder.toString().replace('/', '.').replace('\\', '.') + ".package-info");
            assertThat(info.getAnnotation(NullMarked.class)).isNotNull();
        });
    }

    @Test
    void filesStayShort() throws IOException {
        assertThat(sources())
                .allSatisfy(file ->
                        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(MAX_LINES));
    }

    private static Stream<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
