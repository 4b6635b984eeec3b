package io.greenpark.sheets.intake;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.RegistryEdits.Edit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a file asks for.
 *
 * @param edits of the documents that nothing is wrong with as far as the file itself can tell
 * @param faults what is wrong
 * @param rows the rows of each document, in the order of the file
 * @param faulty the documents with faults of their own
 * @param waiting those that refer to such a one, so that nothing can be said of them
 * @param unread names of sheets that are no form
 */
public record Intake(
        List<Edit> edits,
        List<CellFault> faults,
        Map<DocumentKey, List<FormRow>> rows,
        Set<DocumentKey> faulty,
        Set<DocumentKey> waiting,
        List<String> unread) {
    public Intake {
        edits = List.copyOf(edits);
        faults = List.copyOf(faults);
        unread = List.copyOf(unread);
    }

    /** Whether the file itself has nothing wrong with it. */
    public boolean sound() {
        return faults.isEmpty();
    }
}
