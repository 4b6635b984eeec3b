package io.greenpark.sheets.monthly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.sheets.form.Documents;
import io.greenpark.sheets.intake.CellFault;
import io.greenpark.sheets.mapping.SheetMapping;
import io.greenpark.sheets.match.EnterpriseIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** Reads sheets by their mappings, and tells what they come to in the registry. */
public final class MonthlyIntake {
    private MonthlyIntake() {}

    /**
     * What sheets come to.
     *
     * @param documents of the registry, as they are shown to whoever sends the file
     * @param decided what people decided about rows, by the id of a mapping
     */
    public static Monthly read(
            List<MappedSheet> sheets,
            Given given,
            Documents documents,
            Function<String, Map<String, Set<String>>> decided) {
        SortedMap<String, ObjectNode> enterprises = documents.of(DocumentKind.ENTERPRISE);
        Map<String, EnterpriseIndex> indexes = new HashMap<>();
        Map<String, SheetMapping> mappings = new HashMap<>();
        List<SheetReading> readings = new ArrayList<>();
        for (MappedSheet sheet : sheets) {
            String id = sheet.mapping().id();
            mappings.put(id, sheet.mapping().mapping());
            EnterpriseIndex index =
                    indexes.computeIfAbsent(id, i -> new EnterpriseIndex(enterprises, decided.apply(i)));
            readings.add(SheetReader.read(sheet, given, index));
        }
        List<CellFault> faults = new ArrayList<>();
        readings.forEach(r -> faults.addAll(r.faults()));
        Sums sums = new Sums(faults::add);
        readings.forEach(r -> r.rows().forEach(sums::add));
        KnownAmounts known = new KnownAmounts(documents);
        Asking asking = new Asking();
        new Doubts(known, new EnterpriseIndex(enterprises, Map.of()), asking).ask(readings, sums.all());
        Drafts drafts = new Drafts(known, mappings, asking);
        drafts.take(sums.all());
        return new Monthly(readings, faults, asking.all(), drafts.fates(), drafts.edits());
    }
}
