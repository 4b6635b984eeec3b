package io.greenpark.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of rooms in the architecture, held by the build. */
class RoomsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.greenpark");

    private static final Map<String, List<String>> MAY_USE = Map.of(
            "park", List.of(),
            "store", List.of("park"),
            "ingest", List.of("park", "store"),
            "accounting", List.of("park", "store"),
            "alerts", List.of("park", "store", "accounting"),
            "dashboards", List.of("park", "store", "accounting", "alerts"),
            "sim", List.of("park"));

    @ParameterizedTest
    @ValueSource(strings = {"park", "store", "ingest", "accounting", "alerts", "dashboards", "sim"})
    void a_room_uses_only_the_rooms_the_table_names(String room) {
        List<String> others = new ArrayList<>(MAY_USE.keySet());
        others.add("deploy");
        others.remove(room);
        others.removeAll(MAY_USE.getOrDefault(room, List.of()));
        String[] forbidden =
                others.stream().map(o -> "io.greenpark." + o + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("io.greenpark." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(HOUSE);
    }

    @Test
    void codecs_accounts_and_rules_know_no_framework_of_the_wire() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.greenpark.ingest.json..",
                        "io.greenpark.ingest.admission..",
                        "io.greenpark.accounting..",
                        "io.greenpark.alerts.rule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "org.eclipse.californium..", "org.eclipse.paho..")
                .check(HOUSE);
    }

    @Test
    void the_metrics_library_is_known_where_the_platform_is_watched_and_nowhere_else() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.greenpark.deploy.watch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(HOUSE);
    }

    @Test
    void the_packages_of_a_room_form_no_circle() {
        slices().matching("io.greenpark.(store|ingest|alerts|dashboards).(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(HOUSE);
    }
}
