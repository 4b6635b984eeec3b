package io.greenpark.sheets.monthly;

import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.sheets.intake.CellFault;
import io.greenpark.sheets.match.RowMatch.State;
import java.util.List;

/**
 * What a file comes to.
 *
 * @param sheets what was read of each
 * @param faults what is wrong, as far as the file itself can tell
 * @param asked what a person has to have looked at
 * @param fates what becomes of each figure
 * @param edits of the registry
 */
public record Monthly(
        List<SheetReading> sheets, List<CellFault> faults, List<Asked> asked, List<SumFate> fates, List<Edit> edits) {
    public Monthly {
        sheets = List.copyOf(sheets);
        faults = List.copyOf(faults);
        asked = List.copyOf(asked);
        fates = List.copyOf(fates);
        edits = List.copyOf(edits);
    }

    /** The rows that a person has to decide about: nobody's that is known, or several people's. */
    public List<ReadRow> undecided() {
        return sheets.stream()
                .flatMap(s -> s.rows().stream())
                .filter(r -> r.match().state() == State.UNMATCHED || r.match().state() == State.SEVERAL)
                .toList();
    }

    /** Whether nothing stands against taking it over, but for what is asked. */
    public boolean sound() {
        return faults.isEmpty()
                && !fates.isEmpty()
                && undecided().isEmpty()
                && sheets.stream().noneMatch(s -> s.needsYear() || s.needsMonth());
    }
}
