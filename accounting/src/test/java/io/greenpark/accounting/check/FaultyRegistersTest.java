package io.greenpark.accounting.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults put at random into what a true register showed: all that it rose by is booked, and no more. */
class FaultyRegistersTest {
    private static final LocalDateTime START = LocalDateTime.of(2024, 3, 1, 0, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int VALUES = 3_000;
    private static final int SOUND_BETWEEN = 12;

    private enum Fault {
        SPIKE,
        ZEROS,
        CACHED,
        OTHER_METER_BELOW,
        OTHER_METER_ABOVE,
        GAP
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void with_a_greatest_amount_all_of_the_rise_is_booked_and_no_more(int seed) {
        assertAllAndNoMore(new Random(seed), HandWorked.register("PT15M").maxPerHour("400"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void without_a_greatest_amount_too(int seed) {
        assertAllAndNoMore(new Random(seed), HandWorked.register("PT15M"));
    }

    private static void assertAllAndNoMore(Random random, HandWorked register) {
        List<String> faults = new ArrayList<>();
        int level = 50_000 + random.nextInt(10_000);
        int first = level;
        Fault fault = null;
        int left = 0;
        int frozen = 0;
        int sound = 0;
        for (int i = 0; i < VALUES; i++) {
            level += i == 0 || random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(40);
            if (left == 0 && sound >= SOUND_BETWEEN && i < VALUES - SOUND_BETWEEN - 40 && random.nextInt(30) == 0) {
                fault = Fault.values()[random.nextInt(Fault.values().length)];
                left = fault == Fault.SPIKE ? 1 : 1 + random.nextInt(fault == Fault.CACHED ? 3 : 30);
                frozen = level - 200;
                sound = 0;
                faults.add(fault + " of " + left + " at " + i);
            }
            String at = TIME.format(START.plusMinutes(15L * i));
            if (left > 0 && fault != null) {
                left--;
                if (fault != Fault.GAP) {
                    register.at(at, shown(fault, level, frozen, left));
                }
            } else {
                sound++;
                register.at(at, level);
            }
        }
        assertThat(new BigDecimal(register.total())).as(faults.toString()).isEqualByComparingTo("" + (level - first));
    }

    private static int shown(Fault fault, int level, int frozen, int left) {
        return switch (fault) {
            case SPIKE -> level + 900_000;
            case ZEROS -> 0;
            case CACHED -> frozen;
            case OTHER_METER_BELOW -> 20_000 - left * 7;
            case OTHER_METER_ABOVE -> 700_000 - left * 7;
            case GAP -> throw new IllegalStateException("nothing is shown");
        };
    }
}
