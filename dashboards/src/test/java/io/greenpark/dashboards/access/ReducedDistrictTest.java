package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.fixture.Contract;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Role;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Totals, counts, pages and files of somebody who sees a part of the district are those of a district that has nothing but this part:
 * the same is asked of both.
 */
class ReducedDistrictTest {
    @TempDir
    static Path dir;

    private static SampleConsole whole;
    private static Vertx vertx;
    private static OpenAPIContract contract;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        contract = Contract.read(vertx);
        whole = SampleConsole.over(dir.resolve("whole"), MarkedDistrict.whole(), ConsoleSources::within);
    }

    @AfterAll
    static void close() throws Exception {
        whole.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static List<Role> ofParts() {
        return People.ofParts();
    }

    @ParameterizedTest
    @MethodSource("ofParts")
    void a_part_is_answered_as_if_it_were_all(Role role) throws Exception {
        try (SampleConsole part = part(role, EnumCode.of(role))) {
            SameAnswers same = new SameAnswers(contract, role, whole, part);
            assertThat(same.differences()).isEmpty();
            assertThat(same.answered()).isGreaterThan(15);
        }
    }

    private static SampleConsole part(Role role, String folder) throws Exception {
        Registry reduced = MarkedDistrict.reducedTo(People.scope(role), MarkedDistrict.whole());
        return SampleConsole.over(dir.resolve(folder), reduced, ConsoleSources::within);
    }

    /** It would be told if a total were of more than is seen. */
    @Test
    void a_total_of_more_is_a_difference() throws Exception {
        Role role = Role.SEWAGE_PLANT_OPERATOR;
        try (SampleConsole leaking = SampleConsole.over(
                        dir.resolve("leaking"),
                        MarkedDistrict.whole(),
                        (all, scope) -> Planted.cases(all, scope, Planted.Part.COUNTS));
                SampleConsole part = part(role, "beside")) {
            assertThat(new SameAnswers(contract, role, leaking, part).differences())
                    .isNotEmpty()
                    .allMatch(difference -> difference.contains("/alerts"));
        }
    }
}
