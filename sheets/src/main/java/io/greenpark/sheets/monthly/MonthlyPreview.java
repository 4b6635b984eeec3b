package io.greenpark.sheets.monthly;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.RegistryEdits;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Fate;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.intake.CellFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a file, with what the registry says of it.
 *
 * @param faults those of the file, and behind them those that only the registry knows
 * @param fates what becomes of each figure
 * @param sound whether nothing stands against taking it over, but for what is asked
 */
public record MonthlyPreview(Monthly of, List<CellFault> faults, List<SumFate> fates, boolean sound) {
    public MonthlyPreview {
        faults = List.copyOf(faults);
        fates = List.copyOf(fates);
    }

    /**
     * What becomes of a file.
     *
     * @param result of the registry's dry run of its edits, as it is shown to whoever sends it
     */
    public static MonthlyPreview of(Monthly monthly, EditResult result) {
        Map<DocumentKey, Fate> byKey = new HashMap<>();
        result.fates().forEach(fate -> byKey.put(fate.key(), fate));
        List<CellFault> faults = new ArrayList<>(monthly.faults());
        List<SumFate> fates = new ArrayList<>();
        boolean conflict = false;
        for (SumFate sum : monthly.fates()) {
            Fate fate = byKey.get(sum.key().document());
            boolean refused = fate != null && fate.outcome() == RegistryEdits.Outcome.REFUSED;
            conflict |= fate != null && fate.outcome() == RegistryEdits.Outcome.CONFLICT;
            if (fate != null && refused) {
                fate.faults().forEach(f -> faults.add(fault(sum, f)));
            }
            fates.add(refused ? sum.refused() : sum);
        }
        result.others()
                .forEach(o -> faults.add(new CellFault("", "", o.key().toString(), Bilingual.same(""), said(o))));
        boolean sound = monthly.sound() && !conflict && faults.isEmpty();
        return new MonthlyPreview(monthly, faults, fates, sound);
    }

    private static CellFault fault(SumFate sum, DocumentFault fault) {
        String place = sum.cells().get(0);
        int mark = place.lastIndexOf('!');
        return new CellFault(
                place.substring(0, mark), place.substring(mark + 1), sum.is(), Bilingual.same(""), said(fault));
    }

    private static Bilingual said(DocumentFault fault) {
        return new Bilingual("登记册的规则不允许：" + fault.words().zh(), fault.words().en());
    }

    /** How many figures become what. */
    public Map<SumFate.Outcome, Integer> counts() {
        Map<SumFate.Outcome, Integer> counts = new EnumMap<>(SumFate.Outcome.class);
        for (SumFate.Outcome outcome : SumFate.Outcome.values()) {
            counts.put(outcome, 0);
        }
        fates.forEach(f -> counts.merge(f.outcome(), 1, Integer::sum));
        return counts;
    }
}
