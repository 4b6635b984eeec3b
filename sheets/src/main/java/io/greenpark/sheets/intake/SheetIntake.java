package io.greenpark.sheets.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.sheets.cell.Book;
import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.form.Documents;
import io.greenpark.sheets.form.FormColumn;
import io.greenpark.sheets.form.SheetForm;
import io.greenpark.sheets.intake.RowReader.Values;
import io.greenpark.sheets.write.NotesSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of a file as forms: header by header, then what can be referred to, then row by row. */
public final class SheetIntake {
    private final Known known;
    private final List<CellFault> faults = new ArrayList<>();
    private final Map<DocumentKey, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Integer> firstRows = new HashMap<>();
    private final Set<FormColumn> toldMissing = new HashSet<>();

    private SheetIntake(Documents documents) {
        this.known = new Known(documents);
    }

    /**
     * What a file asks for.
     *
     * @param forms those of its kind
     * @param documents what whoever sends it sees
     */
    public static Intake read(Book book, List<SheetForm> forms, Documents documents) {
        return new SheetIntake(documents).read(book, forms);
    }

    private Intake read(Book book, List<SheetForm> forms) {
        List<Header> headers = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Sheet sheet : book.sheets()) {
            if (sheet.name().equals(NotesSheet.TAB)) {
                continue;
            }
            new HeaderSearch(sheet, faults::add)
                    .among(forms)
                    .ifPresentOrElse(headers::add, () -> unread.add(sheet.name()));
        }
        if (headers.isEmpty()) {
            String first = book.sheets().isEmpty() ? "" : book.sheets().get(0).name();
            faults.add(new CellFault(first, "A1", "", IntakeMessages.headings(), IntakeMessages.noForm()));
        }
        headers.forEach(this::noteIds);
        headers.forEach(this::rows);
        return result(unread);
    }

    private void noteIds(Header header) {
        Integer at = header.at(FormColumn.ID);
        boolean replacement = "replacements".equals(header.form().dated());
        if (at != null && !replacement) {
            below(header).forEach(row -> {
                SheetCell id = row.cell(at);
                if (id != null) {
                    known.add(header.form().kind(), id.text());
                }
            });
        }
    }

    private static List<Sheet.Row> below(Header header) {
        return header.sheet().rows().tailMap(header.row() + 1).values().stream()
                .filter(row -> !row.blank())
                .toList();
    }

    private void rows(Header header) {
        RowReader reader = new RowReader(header, known, faults::add);
        tellWithoutHeading(header, reader);
        for (Sheet.Row row : below(header)) {
            row(header, reader, row);
        }
    }

    /** What stands below no heading would be lost without a word. */
    private void tellWithoutHeading(Header header, RowReader reader) {
        Set<Integer> told = new HashSet<>();
        for (Sheet.Row row : below(header)) {
            row.cells().forEach((at, cell) -> {
                boolean headed = header.sheet().cell(header.row(), at) != null
                        || header.sheet().mergedAt(header.row(), at).isPresent();
                if (!headed && !cell.blank() && told.add(at)) {
                    reader.fault(row.number(), at, cell.text(), IntakeMessages.headings(), IntakeMessages.noHeading());
                }
            });
        }
    }

    private void row(Header header, RowReader reader, Sheet.Row row) {
        Values values = reader.read(row);
        DocumentKey key = reader.key(values);
        boolean sound = values.sound() & reader.complete(row.number(), values, key);
        String time = header.form().dated() == null ? null : values.text(FormColumn.DATED);
        sound &= new RowRules(reader, known, row.number(), values)
                .check(
                        header.form().dated() == null
                                        || "facts".equals(header.form().dated())
                                ? header.form().kind()
                                : DocumentKind.DISTRICT);
        if (key == null) {
            return;
        }
        Draft draft = drafts.computeIfAbsent(key, k -> new Draft(k, reader.present(k)));
        sound &= once(header, reader, row, key, time);
        sound &= complete(header, draft, row);
        if (!sound || header.form().dated() != null && time == null) {
            draft.markFaulty();
        }
        draft.add(new FormRow(header, row.number(), key, time), values);
    }

    private boolean once(Header header, RowReader reader, Sheet.Row row, DocumentKey key, @Nullable String time) {
        String what = header.form().code() + "\n" + key + "\n" + time;
        Integer first = firstRows.putIfAbsent(what, row.number());
        if (first != null) {
            String at = header.at(FormColumn.ID) == null
                    ? header.form().columns().get(0).path()
                    : FormColumn.ID;
            reader.fault(row.number(), at, IntakeMessages.once(), IntakeMessages.duplicate(first + 1));
        }
        return first == null;
    }

    /** Whether a new document has all columns that it needs; told once for a column. */
    private boolean complete(Header header, Draft draft, Sheet.Row row) {
        if (!draft.isNew()) {
            return true;
        }
        boolean complete = true;
        for (FormColumn column : header.form().columns()) {
            if (column.required() && header.at(column.path()) == null) {
                complete = false;
                if (toldMissing.add(column)) {
                    faults.add(new CellFault(
                            header.sheet().name(),
                            new CellAddress(header.row(), 0).toString(),
                            FormRow.said(header.sheet().cell(header.row(), 0)),
                            column.advice(),
                            IntakeMessages.missingColumn(column)));
                }
            }
        }
        return complete;
    }

    private Intake result(List<String> unread) {
        Set<DocumentKey> faulty = new LinkedHashSet<>();
        Map<DocumentKey, List<FormRow>> rows = new LinkedHashMap<>();
        drafts.values().forEach(draft -> {
            rows.put(draft.key(), draft.rows());
            if (draft.faulty()) {
                faulty.add(draft.key());
            }
        });
        Set<DocumentKey> waiting = new LinkedHashSet<>();
        boolean more = !faulty.isEmpty();
        while (more) {
            more = false;
            for (Draft draft : drafts.values()) {
                if (!faulty.contains(draft.key()) && refersTo(draft, faulty, waiting)) {
                    more |= waiting.add(draft.key());
                }
            }
        }
        List<Edit> edits = new ArrayList<>();
        drafts.values().stream()
                .filter(d -> !faulty.contains(d.key()) && !waiting.contains(d.key()))
                .forEach(d -> edits.add(d.edit()));
        return new Intake(edits, faults, rows, faulty, waiting, unread);
    }

    /** Whether it refers to a new document that there is nothing to be said of. */
    private boolean refersTo(Draft draft, Set<DocumentKey> faulty, Set<DocumentKey> waiting) {
        for (DocumentKind kind : List.of(
                DocumentKind.ENTERPRISE,
                DocumentKind.GATEWAY,
                DocumentKind.DEVICE,
                DocumentKind.OUTLET,
                DocumentKind.POINT,
                DocumentKind.PARK)) {
            String code = kind.code();
            String id = draft.text("scope").equals(code) ? draft.text("subject") : draft.text(code);
            DocumentKey to = new DocumentKey(kind, id);
            ObjectNode there = id.isEmpty() ? null : known.present(kind).get(id);
            if (there == null && (faulty.contains(to) || waiting.contains(to))) {
                return true;
            }
        }
        return false;
    }
}
