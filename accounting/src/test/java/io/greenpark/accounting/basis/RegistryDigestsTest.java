package io.greenpark.accounting.basis;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A renamed component of a record, or another text of it, would make an upgrade recompute all figures. */
class RegistryDigestsTest {
    private static final Bilingual NAME = Bilingual.same("name");
    private static final Enterprise MILL = new Enterprise("mill", "east", NAME, "steel", true, true, List.of());
    private static final Point METER = new Point(
            "meter",
            "device",
            "key",
            "mill",
            null,
            "electricity",
            NAME,
            List.of(new PointFacts(
                    Instant.EPOCH,
                    Unit.KWH,
                    PointFacts.PointKind.REGISTER,
                    Duration.ZERO,
                    PointFacts.Stamp.END,
                    Duration.ofMinutes(15),
                    new BigDecimal("2000"),
                    BigDecimal.ONE,
                    false,
                    null,
                    Carrier.ELECTRICITY,
                    true,
                    ParkTime.SHANGHAI)),
            List.of(new Replacement(Instant.EPOCH, new BigDecimal("9.5"), BigDecimal.ZERO)),
            null);
    private static final MonthlyStatistic STATISTIC = new MonthlyStatistic(
            "mill",
            YearMonth.of(2026, 1),
            BigDecimal.TEN,
            null,
            FigureStatus.FINAL,
            "survey",
            MonthlyStatistic.AllowedUse.JUDGE,
            true);

    private final RegistryDigests digests = new RegistryDigests(new Registry(new Registry.Facts(
            District.of("district"),
            List.of(new Park("east", NAME, ParkTime.shanghai())),
            List.of(MILL),
            List.of(),
            List.of(),
            List.of(),
            List.of(METER),
            List.of(STATISTIC),
            List.of(),
            List.of(),
            List.of())));

    @Test
    void facts_of_a_point_keep_their_digest() {
        assertThat(digests.point(METER))
                .isEqualTo(Sha256.hex("millnull[PointFacts[validFrom=1970-01-01T00:00:00Z, unit=KWH, kind=REGISTER,"
                        + " period=PT0S, stamp=END, expectedInterval=PT15M, maxPerHour=2000, ratio=1,"
                        + " ratioApplied=false, registerRange=null, carrier=ELECTRICITY, boundary=true,"
                        + " zone=Asia/Shanghai]]"
                        + "[Replacement[at=1970-01-01T00:00:00Z, oldEnd=9.5, newStart=0]]Asia/Shanghai"));
    }

    @Test
    void statistics_keep_their_digest() {
        assertThat(digests.comparison(MILL))
                .isEqualTo(Sha256.hex(Sha256.hex("") + "east[mill]MonthlyStatistic[enterpriseId=mill, month=2026-01,"
                        + " ivaCny=10, outputCny=null, status=FINAL, source=survey, allowedUse=JUDGE][]"));
    }
}
