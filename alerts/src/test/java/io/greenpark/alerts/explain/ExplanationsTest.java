package io.greenpark.alerts.explain;

import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.GATEWAY_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.rulebook.RuleDesk;
import io.greenpark.alerts.stopped.StopOrder;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.EnterpriseFile.OperatingState;
import io.greenpark.store.books.BooksKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is explained by something else is shown beneath it and not told by itself, as long as that is so. */
class ExplanationsTest {
    private static final String GATEWAYS =
            "{\"explaining\": \"gateway-silent\", \"explained\": \"device-silent\"," + " \"relation\": \"gateway\"}";

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void the_platform_listens() {
        line.at("2026-11-23T10:00").restart().opened(Door.MQTT);
    }

    private static TestPark park() {
        return new TestPark().onlyDevices().behind("gw-1", 3);
    }

    private void dependencies(long seen, String... all) {
        RuleDesk desk = new RuleDesk(line.rules.books(), line);
        String document = desk.canonicalDependencies("{\"dependencies\": [" + String.join(", ", all) + "]}");
        line.books()
                .write(tx -> desk.putDependencies(
                        tx.handle(), line.clock.instant(), new RuleDesk.Wanted("", document, seen, "li", "试行")))
                .orElseThrow();
    }

    /** All are heard at ten; one of three is not heard any more. */
    private void oneFallsSilent(TestPark park) {
        line.registry(park).at("2026-11-23T10:00").allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:28").allHeardBut("gw-1.1").silenceAt("2026-11-23T10:32");
        line.heard("gw-1.0").evaluateSilence();
    }

    @Test
    void the_silence_of_a_closed_enterprise_is_not_told_and_is_once_it_operates_while_it_lasts() {
        TestPark closed = park().operation("2026-11-20", OperatingState.CLOSED);
        oneFallsSilent(closed);
        Case silent = line.only(DEVICE_SILENT);
        assertThat(silent.state()).isEqualTo(Case.State.OPEN);
        assertThat(line.notifications()).isEmpty();
        assertThat(line.explanation(silent).explaining()).isEqualTo("enterprise-stopped");
        line.escalationsAt("2026-11-23T10:40");
        assertThat(line.notifications()).isEmpty();
        line.registry(park()).escalationsAt("2026-11-23T10:42");
        assertThat(line.notifications()).containsExactly("device-silent ESCALATED_TO_ENTERPRISE");
        assertThat(line.explanation(silent)).isNull();
    }

    @Test
    void an_order_to_stop_explains_it_too_and_what_was_told_before_is_not_told_anew() {
        oneFallsSilent(park());
        assertThat(line.notifications()).containsExactly("device-silent RAISED");
        line.stopOrders.put(
                TestPark.ENTERPRISE, List.of(new StopOrder("7 号", "区生态环境局", LocalDate.parse("2026-11-23"), null)));
        line.escalationsAt("2026-11-23T10:40");
        assertThat(line.explanation(line.only(DEVICE_SILENT)).explaining()).isEqualTo("enterprise-stopped");
        line.stopOrders.clear();
        line.escalationsAt("2026-11-23T10:45").escalationsAt("2026-11-23T10:50");
        assertThat(line.notifications()).containsExactly("device-silent RAISED");
    }

    @Test
    void a_device_that_was_silent_before_its_gateway_is_beneath_that_ones_case() {
        oneFallsSilent(park());
        line.silenceAt("2026-11-23T11:05").escalationsAt("2026-11-23T11:06");
        Case gateway = line.only(GATEWAY_SILENT);
        Case device = line.only(DEVICE_SILENT);
        assertThat(line.explanation(device).byCase()).isEqualTo(gateway.id());
        assertThat(line.books().<List<String>, RuntimeException>read(handle -> ExplainedTable.by(handle, gateway.id())))
                .containsExactly(device.id());
    }

    @Test
    void where_a_gateway_explains_nothing_each_of_its_devices_has_a_case() {
        dependencies(0);
        line.registry(park()).at("2026-11-23T10:00").allHeardBut().evaluateSilence();
        line.silenceAt("2026-11-23T10:32").silenceAt("2026-11-23T10:40").escalationsAt("2026-11-23T10:41");
        assertThat(line.cases(DEVICE_SILENT)).hasSize(3);
        assertThat(line.only(GATEWAY_SILENT).state()).isEqualTo(Case.State.OPEN);
        assertThat(line.explanation(line.cases(DEVICE_SILENT).get(0))).isNull();
        dependencies(1, GATEWAYS);
        line.escalationsAt("2026-11-23T10:42");
        assertThat(line.cases(DEVICE_SILENT))
                .allSatisfy(c -> assertThat(line.explanation(c).byCase())
                        .isEqualTo(line.only(GATEWAY_SILENT).id()));
    }

    @Test
    void a_limit_explains_its_warning_only_as_long_as_it_is_said() {
        line.registry(new TestPark());
        dependencies(0);
        line.at("2026-11-23T10:20").hour(TestPark.NOX, "2026-11-23T10:00", "184", 0.3);
        line.at("2026-11-23T11:10").hour(TestPark.NOX, "2026-11-23T10:00", "212", 1);
        assertThat(line.only(LIMIT_WARNING).state()).isEqualTo(Case.State.OPEN);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void circles_unknown_kinds_and_relations_that_do_not_fit_are_refused_in_words() {
        refused(
                "circle: data-stands-still → device-silent → data-stands-still",
                "{\"explaining\": \"data-stands-still\", \"explained\": \"device-silent\", \"relation\": \"device\"}",
                "{\"explaining\": \"device-silent\", \"explained\": \"data-stands-still\", \"relation\": \"device\"}");
        refused(
                "\"dependencies[0].explained\": \"no-such\" is not allowed; give one of",
                "{\"explaining\": \"gateway-silent\", \"explained\": \"no-such\", \"relation\": \"gateway\"}");
        refused(
                "cases of channel-dead cannot be related by enterprise",
                "{\"explaining\": \"channel-dead\", \"explained\": \"device-silent\", \"relation\": \"enterprise\"}");
        refused("not said twice", GATEWAYS, GATEWAYS);
    }

    private void refused(String words, String... all) {
        assertThatThrownBy(() -> dependencies(0, all)).isInstanceOfSatisfying(PolicyFault.class, fault -> assertThat(
                        fault.words().en())
                .contains(words));
    }
}
