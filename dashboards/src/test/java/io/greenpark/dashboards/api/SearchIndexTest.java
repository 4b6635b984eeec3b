package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.api.SearchIndex.Thing;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.ScopedRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found is what somebody sees. */
class SearchIndexTest {
    private static List<String> found(Scope scope, String text) {
        return SearchIndex.of(ScopedRegistry.cut(SampleDistrict.registry(), scope))
                .find(text, Stream.of(), 1_000)
                .stream()
                .map(Thing::id)
                .toList();
    }

    @Test
    void an_enterprise_finds_what_is_its_own() {
        Scope own = Scope.enterprises(Set.of("lvyuan-food"));
        assertThat(found(own, "water"))
                .contains("lvyuan-food.water", "lvyuan-food.water-1", "lvyuan-food.water-1.cod")
                .allMatch(id -> id.startsWith("lvyuan-food"));
        assertThat(found(own, "xiaoshun")).allMatch(id -> id.startsWith("lvyuan-food"));
        assertThat(found(own, "gateway")).isEmpty();
    }

    @Test
    void a_park_officer_finds_what_is_in_the_park() {
        assertThat(found(Scope.parks(Set.of("fucun")), "water"))
                .contains("hengda-tools.water")
                .doesNotContain("lvyuan-food.water");
        assertThat(found(Scope.parks(Set.of("fucun")), "fucun")).contains("fucun");
    }

    @Test
    void who_keeps_a_device_running_finds_that_device_and_its_points() {
        assertThat(found(Scope.devices(Set.of("xinghua-brick.stack-1")), "stack"))
                .contains("xinghua-brick.stack-1", "xinghua-brick.stack-1.nox")
                .allMatch(id -> id.startsWith("xinghua-brick.stack-1"));
        assertThat(found(Scope.outlets(Set.of("huamei-ham.water-1")), "water"))
                .containsOnly("huamei-ham.water-1", "huamei-ham.water-1.cod", "huamei-ham.water-1.ph");
    }
}
