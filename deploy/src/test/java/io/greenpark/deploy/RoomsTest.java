package io.greenpark.deploy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.greenpark.park.energy.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of rooms in the architecture. */
class RoomsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.greenpark");

    /** Which rooms a room may use; {@code deploy} may use all, {@code lab} is used by none. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("park", Set.of()),
            Map.entry("config", Set.of("park")),
            Map.entry("store", Set.of("park", "config")),
            Map.entry("influx", Set.of("park", "config", "store")),
            Map.entry("registry", Set.of("park", "config", "store")),
            Map.entry("sheets", Set.of("park", "config", "store", "registry")),
            Map.entry("ingest", Set.of("park", "config")),
            Map.entry("accounting", Set.of("park", "config", "store")),
            Map.entry("alerts", Set.of("park", "config", "store", "accounting")),
            Map.entry("returns", Set.of("park", "config", "store", "accounting", "alerts")),
            Map.entry("cleanproduction", Set.of("park", "config", "store", "accounting", "alerts")),
            Map.entry("objection", Set.of("park", "config", "store", "accounting", "alerts", "returns")),
            Map.entry("acceptance", Set.of("park", "config", "store")),
            Map.entry("plan", Set.of("park", "config", "store", "accounting", "alerts")),
            Map.entry("access", Set.of("park", "config", "store")),
            Map.entry("paper", Set.of("park")),
            Map.entry("reports", Set.of("park", "paper")),
            Map.entry("operations", Set.of("park", "config", "store", "influx", "alerts")),
            Map.entry(
                    "dashboards",
                    Set.of(
                            "park",
                            "config",
                            "store",
                            "registry",
                            "sheets",
                            "accounting",
                            "alerts",
                            "returns",
                            "cleanproduction",
                            "objection",
                            "acceptance",
                            "plan",
                            "influx",
                            "operations",
                            "access",
                            "paper",
                            "reports")),
            Map.entry("sim", Set.of("park", "config")),
            Map.entry("lab", Set.of("park", "config", "store", "influx", "ingest", "accounting", "alerts", "sim")));

    static Stream<String> rooms() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_only_the_rooms_in_the_table(String room) {
        List<String> others = new ArrayList<>(MAY_USE.keySet());
        others.add("deploy");
        others.remove(room);
        others.removeAll(MAY_USE.get(room));
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

    /** What a value may be is said in both languages; nothing else of the field is known where settings are read. */
    @Test
    void of_the_language_of_the_domain_config_knows_texts_alone() {
        noClasses()
                .that()
                .resideInAPackage("io.greenpark.config..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.greenpark.park..")
                        .and(not(resideInAnyPackage("io.greenpark.park.text.."))))
                .check(HOUSE);
    }

    /** The module {@code console} is what browsers run; the server's part of the console is in {@code dashboards}. */
    @Test
    void the_room_console_has_no_java() {
        noClasses().should().resideInAPackage("io.greenpark.console..").check(HOUSE);
    }

    @Test
    void codecs_accounts_rules_and_sheets_use_no_network_framework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.greenpark.ingest..",
                        "io.greenpark.accounting..",
                        "io.greenpark.alerts.rule..",
                        "io.greenpark.sheets..",
                        "io.greenpark.returns..",
                        "io.greenpark.cleanproduction..",
                        "io.greenpark.objection..",
                        "io.greenpark.acceptance..",
                        "io.greenpark.plan..")
                .and()
                .resideOutsideOfPackages(
                        "io.greenpark.ingest.mqtt..", "io.greenpark.ingest.coap..", "io.greenpark.ingest.broker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "org.eclipse.californium..", "org.eclipse.paho..")
                .check(HOUSE);
    }

    /** Written by another mind than what it checks; of its words only the names of qualities are the same. */
    @Test
    void the_check_of_the_books_shares_no_arithmetic_with_what_books() {
        noClasses()
                .that()
                .resideInAPackage("io.greenpark.accounting.check..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "io.greenpark.park.sample..",
                                "io.greenpark.park.energy..",
                                "io.greenpark.park.discharge..",
                                "io.greenpark.accounting.energy..",
                                "io.greenpark.accounting.discharge..")
                        .and(not(type(Quality.class))))
                .check(HOUSE);
    }

    @Test
    void only_the_monitor_uses_the_metrics_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.greenpark.operations.monitor..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(HOUSE);
    }

    /** Whoever composes a paper knows nothing of how it is printed. */
    @Test
    void only_the_printer_of_papers_uses_the_pdf_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.greenpark.paper.pdf..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
                .check(HOUSE);
    }

    @Test
    void the_product_runs_without_the_lab() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.greenpark.lab..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.greenpark.lab..")
                .check(HOUSE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(HOUSE);
    }

    /** Every package is a slice of its own, the root package of a module too. */
    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };
}
