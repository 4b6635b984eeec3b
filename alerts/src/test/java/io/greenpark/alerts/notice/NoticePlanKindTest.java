package io.greenpark.alerts.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.store.books.BooksKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plans that people send, and their versions. */
class NoticePlanKindTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private final String shipped = new NoticePlanKind().shipped();

    private long version() {
        return newest().version();
    }

    private PolicyVersion<NoticePlan> newest() {
        return line.books().read(handle -> line.plans.newest(handle));
    }

    private void assertFault(String from, String to, String... words) {
        assertThat(shipped).contains(from);
        assertThatThrownBy(() -> line.plan(shipped.replace(from, to)))
                .isInstanceOf(PolicyFault.class)
                .satisfies(e -> assertThat(((PolicyFault) e).words().zh()
                                + ((PolicyFault) e).words().en())
                        .contains(words));
    }

    @Test
    void another_plan_is_in_force_at_once_and_what_was_before_is_kept() {
        long before = version();
        line.plan(shipped.replace("\"office\": 10", "\"office\": 4"));
        assertThat(newest().says().caps().office()).isEqualTo(4);
        assertThat(newest().by()).isEqualTo("li");
        assertThat(line.restart()).isNotNull();
        assertThat(version()).isEqualTo(before + 1);
        List<PolicyVersion<NoticePlan>> all = line.books().read(handle -> line.plans.all(handle));
        assertThat(all.get(all.size() - 1).by()).isEqualTo(Policies.PLATFORM);
        assertThat(all).extracting(PolicyVersion::version).containsExactly(2L, 1L, 0L);
    }

    @Test
    void whoever_has_not_seen_the_newest_changes_nothing() {
        assertThat(line.plans.change(line.books(), line.clock, shipped, version() - 1, "li", "旧版"))
                .isEmpty();
    }

    @Test
    void what_cannot_be_used_is_said_with_place_value_and_what_is_allowed() {
        assertFault(
                "\"first\": \"working-hours\"", "\"first\": \"soon\"", "rules[2].enterprise.first", "soon", "at-once");
        assertFault("\"runningFor\": \"2h\"", "\"runningFor\": \"two\"", "rules[0].office.climbs[0].runningFor", "two");
        assertFault("\"openFor\": \"4h\"", "\"openFor\": \"99999999999999999999h\"", "openFor");
        assertFault("{\"manner\": \"at-once\", \"openFor\": \"4h\"}", "{\"manner\": \"at-once\"}", "climbs[0]");
        assertFault("\"digestAt\": \"08:30\"", "\"digestAt\": \"8.30\"", "time.digestAt", "08:30");
        assertFault("\"to\": \"17:30\"", "\"to\": \"07:30\"", "time.to");
        assertFault("\"2026-01-04\"", "\"2026-01-01\"", "2026-01-01", "holidays");
        assertFault("\"2026-01-04\"", "\"2026-13-04\"", "time.workdays");
        assertFault("\"office\": 10", "\"office\": -1", "caps.office", "1000");
        assertFault("\"code\": \"water-exceeded\"", "\"code\": \"air-exceeded\"", "rules[1].code");
        assertFault("\"code\": \"rest\"", "\"rules\": [\"device-silent\"], \"code\": \"rest\"", "最后一项");
        assertFault("\"caps\"", "\"cap\"", "cap");
        assertFault("{", "{{", "JSON");
    }
}
