package io.greenpark.sheets.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Fate;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.form.Fields;
import io.greenpark.sheets.form.FormColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a file, cell by cell.
 *
 * @param rows in the order of the file's documents
 * @param faults all of them, those that only the registry knows behind those of the file
 * @param unread names of sheets that are no form
 */
public record SheetPreview(List<RowFate> rows, List<CellFault> faults, List<String> unread) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Bilingual NOTHING = Bilingual.same("");

    public SheetPreview {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
        unread = List.copyOf(unread);
    }

    /** What becomes of a row. */
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        /** Something is wrong with it, or with another row of its document. */
        REFUSED,
        /** Somebody changed its document meanwhile. */
        CONFLICT,
        /** It refers to something new with which something is wrong. */
        NOT_CHECKED
    }

    /**
     * A cell that changes something.
     *
     * @param was what the registry says; null for nothing
     * @param is what it is to say; null for nothing
     */
    public record CellChange(
            String cell,
            Bilingual column,
            @Nullable String was,
            @Nullable String is) {}

    /**
     * What becomes of a row.
     *
     * @param row as spreadsheets count, from 1
     * @param cells those that change something that is there
     */
    public record RowFate(String sheet, int row, DocumentKey key, Outcome outcome, List<CellChange> cells) {
        public RowFate {
            cells = List.copyOf(cells);
        }
    }

    /** How many rows become what. */
    public Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
        return counts;
    }

    /** Whether nothing stands against the file. */
    public boolean sound() {
        return faults.isEmpty() && rows.stream().noneMatch(row -> row.outcome() == Outcome.CONFLICT);
    }

    /**
     * What becomes of a file.
     *
     * @param result of the registry's dry run of its edits, as it is shown to whoever sends it
     */
    public static SheetPreview of(Intake intake, EditResult result) {
        Map<DocumentKey, Fate> fates = new HashMap<>();
        result.fates().forEach(fate -> fates.put(fate.key(), fate));
        List<CellFault> faults = new ArrayList<>(intake.faults());
        List<RowFate> rows = new ArrayList<>();
        intake.rows().forEach((key, of) -> {
            Fate fate = fates.get(key);
            if (fate != null) {
                fate.faults().forEach(fault -> faults.add(fault(of, fault)));
            }
            of.forEach(row -> rows.add(row(row, intake, fate)));
        });
        result.others()
                .forEach(other -> faults.add(new CellFault(
                        "", "", other.key().toString(), NOTHING, IntakeMessages.registry(other.words()))));
        return new SheetPreview(rows, faults, intake.unread());
    }

    private static RowFate row(FormRow row, Intake intake, @Nullable Fate fate) {
        String sheet = row.of().sheet().name();
        if (fate == null) {
            Outcome outcome = intake.waiting().contains(row.key()) ? Outcome.NOT_CHECKED : Outcome.REFUSED;
            return new RowFate(sheet, row.row() + 1, row.key(), outcome, List.of());
        }
        List<CellChange> cells =
                switch (fate.outcome()) {
                    case CHANGED -> changes(row, fate);
                    default -> List.of();
                };
        Outcome outcome =
                switch (fate.outcome()) {
                    case ADDED -> Outcome.ADDED;
                    case CHANGED -> cells.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
                    case UNCHANGED -> Outcome.UNCHANGED;
                    case CONFLICT -> Outcome.CONFLICT;
                    case REFUSED, REMOVED -> Outcome.REFUSED;
                };
        return new RowFate(sheet, row.row() + 1, row.key(), outcome, cells);
    }

    private static List<CellChange> changes(FormRow row, Fate fate) {
        List<CellChange> changes = new ArrayList<>();
        for (FormColumn column : row.of().columns().values()) {
            if (column.path().equals(FormColumn.ID) || column.path().equals(FormColumn.DATED)) {
                continue;
            }
            String path = row.path(column);
            boolean counting = column.field().equals("factor");
            boolean changed = fate.fields().stream()
                    .anyMatch(field -> field.equals(path)
                            || field.startsWith(path + "/")
                            || path.startsWith(field + "/")
                            || counting && field.equals(path.replace("factor", "boundary")));
            if (changed) {
                changes.add(new CellChange(
                        row.address(column),
                        column.heading(),
                        shown(fate.before(), row, column),
                        shown(fate.after(), row, column)));
            }
        }
        return changes;
    }

    private static @Nullable String shown(@Nullable String document, FormRow row, FormColumn column) {
        if (document == null) {
            return null;
        }
        JsonNode part = json(document);
        if (column.dated()) {
            part = part.path(row.of().form().dated()).path(row.time());
        }
        JsonNode value = part instanceof ObjectNode fields ? Fields.get(fields, column) : null;
        return value == null ? null : column.type().write(value);
    }

    private static JsonNode json(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("documents of the registry are JSON", e);
        }
    }

    /** A fault of a document, at the cell of its field where that can be told, else where its rows begin. */
    private static CellFault fault(List<FormRow> rows, DocumentFault fault) {
        String field = fault.field().replace('.', '/');
        String last = field.substring(field.lastIndexOf('/') + 1);
        FormRow best = rows.get(0);
        FormColumn at = null;
        for (FormRow row : rows) {
            boolean ofRow = row.time() == null || fault.field().contains(row.time()) || rows.size() == 1;
            for (FormColumn column : row.of().columns().values()) {
                boolean exact = row.path(column).equals(field);
                if (exact
                        || at == null
                                && ofRow
                                && !last.isEmpty()
                                && column.field().equals(last)) {
                    best = row;
                    at = column;
                }
            }
        }
        String cell = best.address(at);
        int column = CellAddress.of(cell).column();
        return new CellFault(
                best.of().sheet().name(),
                cell,
                FormRow.said(best.of().sheet().cell(best.row(), column)),
                at == null ? NOTHING : at.advice(),
                IntakeMessages.registry(fault.words()));
    }
}
