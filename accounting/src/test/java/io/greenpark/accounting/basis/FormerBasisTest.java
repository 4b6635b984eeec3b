package io.greenpark.accounting.basis;

import static io.greenpark.accounting.basis.BasisBooks.FIRST;
import static io.greenpark.accounting.basis.BasisBooks.month;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books whose digests an earlier version made. */
class FormerBasisTest {
    private static final String FACTORS = Sha256.hex("set2000-01-01nullEQUIVALENT{ELECTRICITY=Coefficient["
            + "kgcePerUnit=0.1229, co2KgPerUnit=null, countsInComprehensiveEnergy=true, source=plan, confirmed=true]}");
    private static final String FACTS = "[PointFacts[validFrom=1970-01-01T00:00:00Z, unit=KWH, kind=REGISTER,"
            + " period=PT0S, stamp=END, expectedInterval=PT15M, maxPerHour=null, ratio=1, ratioApplied=false,"
            + " registerRange=null, carrier=ELECTRICITY, boundary=true, zone=Asia/Shanghai]]";
    private static final String TARGETS =
            "[" + target("of-mill", "ENTERPRISE", "mill", "-5") + ", " + target("of-east", "PARK", "east", "-4") + ", "
                    + target("of-district", "DISTRICT", "district", "-3") + "]";

    @TempDir
    Path folder;

    private final TestRegistry registry = TestRegistry.district();
    private BasisBooks books;

    @BeforeEach
    void open() {
        books = new BasisBooks(folder).figures(registry.current());
    }

    @AfterEach
    void close() {
        books.close();
    }

    private static String target(String id, String scope, String subject, String percent) {
        return "Target[id=" + id + ", scope=" + scope + ", subjectId=" + subject + ", yearlyChangePercent=" + percent
                + ", baseYear=2025, fromYear=2026, toYear=2030, basis=EQUIVALENT, source=plan]";
    }

    private static String statistic(String enterprise, String month, String iva) {
        return "MonthlyStatistic[enterpriseId=" + enterprise + ", month=" + month + ", ivaCny=" + iva
                + ", outputCny=null, status=FINAL, source=return, allowedUse=JUDGE]";
    }

    private static String statistics(String enterprise) {
        return statistic(enterprise, "2025-03", "1000000") + statistic(enterprise, "2026-02", "2000000");
    }

    /** As an earlier version wrote them for {@link TestRegistry#district}. */
    private static Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        Map<String, String> members =
                Map.of("mill", "east[forge, mill]", "forge", "east[forge, mill]", "kiln", "west[kiln]");
        members.forEach((e, of) -> {
            kept.put("point:m-" + e, Sha256.hex(e + "null" + FACTS + "[]Asia/Shanghai"));
            kept.put("factors:" + e, FACTORS);
            kept.put("metering:" + e, Sha256.hex("m-" + e + FACTS + "null"));
            kept.put("comparison:" + e, Sha256.hex(FACTORS + of + statistics(e) + TARGETS));
        });
        return kept;
    }

    private void reconcile() {
        new RegistryReconciler(books.books, registry.publish()).reconcile();
    }

    /** What the books would hold had today's version always kept them. */
    private static Map<String, String> fresh(Registry registry) {
        RegistryDigests digests = new RegistryDigests(registry);
        Map<String, String> fresh = new TreeMap<>();
        for (BasisKey key : AffectedBasis.all(registry)) {
            String digest = digests.of(key);
            if (digest != null && !digest.isEmpty()) {
                fresh.put(key.text(), digest);
            }
        }
        return fresh;
    }

    @Test
    void former_digests_are_as_they_were() {
        FormerDigests former = new FormerDigests(registry.current());
        Map<String, String> made = new TreeMap<>();
        for (Point p : registry.current().facts().points()) {
            made.put("point:" + p.id(), former.point(p));
        }
        for (Enterprise e : registry.current().facts().enterprises()) {
            made.put("factors:" + e.id(), former.coefficients());
            made.put("metering:" + e.id(), former.metering(e));
            made.put("comparison:" + e.id(), former.comparison(e));
        }
        assertThat(made).isEqualTo(kept());
    }

    @Test
    void unchanged_facts_make_no_work_and_get_digests_of_today() {
        books.keep(kept());
        reconcile();
        assertThat(books.work()).isEmpty();
        assertThat(books.digests()).isEqualTo(fresh(registry.current()));
        reconcile();
        assertThat(books.work()).isEmpty();
        assertThat(books.digests()).isEqualTo(fresh(registry.current()));
    }

    @Test
    void killed_half_way_it_goes_on() {
        Map<String, String> half = kept();
        half.putAll(fresh(registry.current()));
        half.keySet().removeIf(k -> k.startsWith("statistics:kiln"));
        half.keySet().removeIf(k -> k.equals("comparison:mill") || k.equals("comparison:forge"));
        half.put("metering:kiln", kept().get("metering:kiln"));
        books.keep(half);
        reconcile();
        assertThat(books.work()).isEmpty();
        assertThat(books.digests()).isEqualTo(fresh(registry.current()));
    }

    @Test
    void what_changed_with_the_upgrade_makes_work_as_ever() {
        books.keep(kept());
        registry.meter("m-kiln", "d-kiln", "40").statistic("forge", "2026-02", "3");
        reconcile();
        assertThat(books.work())
                .isEqualTo(Map.of("hours of m-kiln", month(FIRST), "forge", month(FIRST), "kiln", month(FIRST)));
        assertThat(books.digests()).isEqualTo(fresh(registry.current()));
        books.done();
        reconcile();
        assertThat(books.work()).isEmpty();
    }

    @Test
    void coefficients_that_changed_with_the_upgrade_mark_everything() {
        books.keep(kept());
        registry.set("set", "0.3");
        reconcile();
        assertThat(books.work()).containsKeys("mill", "forge", "kiln", "ENERGY_HOUR of mill", "ENERGY_MONTH of kiln");
        assertThat(books.digests()).isEqualTo(fresh(registry.current()));
    }

    @Test
    void an_enterprise_that_moved_with_the_upgrade_changes_both_parks() {
        books.keep(kept());
        registry.enterprise("kiln", "east");
        reconcile();
        assertThat(books.work()).containsKeys("kiln", "mill", "forge", "park:west");
    }

    @Test
    void an_enterprise_that_left_with_the_upgrade_changes_the_district() {
        books.keep(kept());
        registry.withoutEnterprise("kiln");
        reconcile();
        assertThat(books.work()).containsKeys("district:district", "park:west");
        Map<String, String> left = new HashMap<>(books.digests());
        assertThat(left).doesNotContainKey("comparison:kiln").containsEntry("metering:kiln", "");
    }

    @Test
    void targets_of_all_kinds_are_taken_over() {
        books.keep(kept());
        reconcile();
        assertThat(books.digests())
                .containsKeys("targets:enterprise:mill", "targets:park:east", "targets:district:district");
        registry.target("of-west", Subject.park("west"), "-1");
        reconcile();
        assertThat(books.work()).containsOnlyKeys("park:west");
    }
}
