package io.greenpark.plan.desk;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.plan.value.CleanCoverage;
import io.greenpark.store.books.Books;
import java.time.Clock;

/** All desks of the plan's board. */
public record Planning(PlanDesk plans, SheetDesk sheets, PlanFigures figures, Board board) {
    /**
     * Over some books.
     *
     * @param registry of the whole district
     * @param intensity as officers may see it
     * @param news who tells enterprises of what is entered of them
     */
    public static Planning over(
            Books books,
            RegistrySource registry,
            IntensityAccounts intensity,
            EnergyAccounts energy,
            CleanCoverage cleanProduction,
            SheetNews news,
            Clock clock) {
        PlanDesk plans = new PlanDesk(books, clock);
        SheetDesk sheets = new SheetDesk(books, registry, news, clock);
        AccountFigures accounts = new AccountFigures(books, intensity, energy);
        PlanFigures figures = new PlanFigures(registry, sheets, accounts, cleanProduction, clock);
        return new Planning(plans, sheets, figures, new Board(plans, figures));
    }
}
