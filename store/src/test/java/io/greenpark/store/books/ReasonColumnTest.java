package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.unit.Carrier;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonColumnTest {
    @Test
    void reasons_come_back_with_their_numbers() {
        Reason nested = Reason.noFactor("set-a", Reason.Factor.CO2, List.of(Carrier.STEAM, Carrier.HEAT))
                .ofEnterprise("steel", YearMonth.of(2026, 1))
                .ofYearBefore();
        Reason incomplete = Reason.incomplete(Cause.INCOMPLETE, 0.712, 90);
        for (Reason reason : List.of(nested, incomplete, Reason.of(Cause.SHOW_ONLY))) {
            assertThat(ReasonColumn.read(ReasonColumn.write(reason))).isEqualTo(reason);
        }
        Map<String, Reason> all = Map.of("tce", nested, "ivaCny", incomplete);
        assertThat(ReasonColumn.readAll(ReasonColumn.writeAll(all))).isEqualTo(all);
        assertThat(ReasonColumn.read(ReasonColumn.write(null))).isNull();
    }

    @Test
    void a_sentence_of_an_earlier_version_is_read_as_the_reason_it_tells() {
        assertThat(ReasonColumn.read("the value added of steel for 2026-01 has not arrived"))
                .isEqualTo(Reason.noValueAdded("steel", YearMonth.of(2026, 1)));
        assertThat(ReasonColumn.read("the moon was full").text().en()).isEqualTo("the moon was full");
    }
}
