package io.greenpark.park.energy;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.sample.SampleFinding;
import io.greenpark.park.sample.ValueCheck;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Dimension;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Whether an amount can flow in its time; of what cannot it adds a finding. */
final class AmountCheck {
    private static final BigDecimal HOUR = BigDecimal.valueOf(ParkTime.HOUR_MS);
    private static final BigDecimal LARGEST = ValueCheck.LARGEST_BASE_UNITS.multiply(HOUR);
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private final List<SampleFinding> findings;

    AmountCheck(List<SampleFinding> findings) {
        this.findings = findings;
    }

    /** @param hourTimes in base units times milliseconds in an hour, with either sign */
    boolean canFlow(PointFacts facts, Sample sample, BigDecimal hourTimes, BigDecimal lengthMs) {
        BigDecimal maxPerHour = facts.maxPerHour();
        BigDecimal size = hourTimes.abs();
        boolean can = size.compareTo(LARGEST) < 0
                && (maxPerHour == null || size.compareTo(base(facts, maxPerHour).multiply(lengthMs)) <= 0);
        if (!can) {
            Reason reason = tooMuch(facts, sample, hourTimes.divide(HOUR, MathContext.DECIMAL64), lengthMs);
            findings.add(new SampleFinding(SampleFinding.Kind.TOO_MUCH, sample.timeMs(), sample.value(), reason));
        }
        return can;
    }

    private static Reason tooMuch(PointFacts facts, Sample sample, BigDecimal amount, BigDecimal lengthMs) {
        Carrier carrier = facts.carrier();
        BigDecimal maxPerHour = facts.maxPerHour();
        if (carrier == null || maxPerHour == null) {
            return Reason.valueTooLarge(BigDecimal.valueOf(sample.value()));
        }
        BigDecimal most = base(facts, maxPerHour).multiply(lengthMs).divide(HOUR, MathContext.DECIMAL64);
        Unit unit = carrier.unit();
        return Reason.amountAbove(
                amount.divide(unit.perBase(), MathContext.DECIMAL64),
                most.divide(unit.perBase(), MathContext.DECIMAL64),
                unit);
    }

    /** What can flow in an hour; of a flow litres a second are given. */
    private static BigDecimal base(PointFacts facts, BigDecimal maxPerHour) {
        BigDecimal base = facts.unit().toBase(maxPerHour);
        return facts.unit().dimension() == Dimension.VOLUME_FLOW ? base.multiply(SECONDS_PER_HOUR) : base;
    }
}
