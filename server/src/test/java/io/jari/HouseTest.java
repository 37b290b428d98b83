package io.jari;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jari.account.Access;
import io.jari.http.Internal;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house. */
class HouseTest {
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jari")
            .that(describe("of the server", c -> !c.getPackageName().startsWith("io.jari.core")));

    private static final int MOST_LINES = 300;

    @Test
    void featuresHaveNoCycles() {
        slices().matching("io.jari.(*)..").should().beFreeOfCycles().check(SERVER);
    }

    @Test
    void nobodyUsesAnotherFeaturesStore() {
        for (var store : SERVER.that(simpleNameEndingWith("Store"))) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(store.getPackageName())
                    .should()
                    .dependOnClassesThat(describe("are " + store.getName(), store::equals))
                    .check(SERVER);
        }
    }

    @Test
    void onlyPagesDependOnPages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.jari.web..", "io.jari.console..", "io.jari.page..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.jari.web..", "io.jari.console..", "io.jari.page..")
                .allowEmptyShould(true)
                .check(SERVER);
    }

    @Test
    void classesSayWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|DTO)(\\$.*)?")
                .check(SERVER);
    }

    @Test
    void nothingMayBeNullUnlessItSaysSo() {
        var unmarked = SERVER.stream()
                .filter(HouseTest::isUnmarked)
                .map(JavaClass::getPackageName)
                .distinct();
        assertThat(unmarked).isEmpty();
    }

    private static boolean isUnmarked(JavaClass c) {
        return !c.getPackage().isAnnotatedWith(NullMarked.class);
    }

    @Test
    void statementsStayBehindHttp() {
        classes()
                .that(simpleNameEndingWith("Resource"))
                .should()
                .onlyDependOnClassesThat(describe(
                        "hold no SQL",
                        c -> !c.getPackageName().startsWith("java.sql")
                                && !c.getPackageName().startsWith("org.jdbi")))
                .check(SERVER);
    }

    @Test
    void filesStayShort() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".java") && lines(f).size() > MOST_LINES))
                    .isEmpty();
        }
    }

    @Test
    void everyEndpointOfTheApiSaysWhoMayCallIt() {
        var endpoints = SERVER.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(HouseTest::isEndpoint)
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(100);
        assertThat(endpoints).filteredOn(HouseTest::needsAccess).allMatch(m -> m.isAnnotatedWith(Access.class));
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream().anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    /** All of the API, and of the pages those for staff. */
    private static boolean needsAccess(JavaMethod method) {
        var owner = method.getOwner();
        return owner.getAnnotationOfType(jakarta.ws.rs.Path.class).value().startsWith("/v1")
                || owner.isAnnotatedWith(Internal.class)
                || method.isAnnotatedWith(Internal.class);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
