package io.greenpark.objection.desk;

import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.accounting.intensity.VoidedMonths;
import io.greenpark.objection.form.ObjectionStep;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.time.Clock;

/**
 * Sees that the value added came in which a month awaits: a statistic is a document, so that it is another one is somebody's doing. That energy changed says
 * nothing, as late readings change it too; of bills and readings a person says that they came.
 */
public final class CorrectedStatistics {
    private final Books books;
    private final RegistrySource registry;
    private final Effects effects;
    private final Clock clock;

    public CorrectedStatistics(Books books, RegistrySource registry, Effects effects, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.effects = effects;
        this.clock = clock;
    }

    /** Ends the waiting of those that came, each once. */
    public void step() {
        books.read(VoidedMonths::awaited).stream().filter(this::came).forEach(this::end);
    }

    private boolean came(AwaitedCorrection one) {
        BigDecimal now = ObjectedMonths.valueAdded(registry.current(), one.enterpriseId(), one.from());
        return one.kind() == AwaitedCorrection.Kind.STATISTIC
                && now != null
                && (one.iva() == null || now.compareTo(one.iva()) != 0);
    }

    private void end(AwaitedCorrection one) {
        AwaitedCorrection.End end = new AwaitedCorrection.End(
                clock.instant(), ObjectionStep.PLATFORM, "统计数据已更正 / the statistic was corrected");
        books.write(tx -> ObjectionTable.find(tx.handle(), one.objection())
                .filter(of -> ObjectionDesk.corrected(tx, effects, of, end))
                .isPresent());
    }
}
