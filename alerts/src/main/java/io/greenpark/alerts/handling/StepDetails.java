package io.greenpark.alerts.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a step carries.
 *
 * @param texts values by field: texts as they were typed, instants and days in ISO 8601, choices by their code, truths as {@code true} or {@code false}
 * @param attachments ids of files
 */
public record StepDetails(Map<DetailField, String> texts, List<String> attachments) {
    public static final StepDetails NONE = new StepDetails(Map.of(), List.of());

    public StepDetails {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        attachments = List.copyOf(attachments);
    }

    public @Nullable String text(DetailField field) {
        return texts.get(field);
    }

    /** The instant of a field; null where it is not there. */
    public @Nullable Instant instant(DetailField field) {
        String text = texts.get(field);
        return text == null ? null : Instant.parse(text);
    }

    /** The day of a field; null where it is not there. */
    public @Nullable LocalDate day(DetailField field) {
        String text = texts.get(field);
        return text == null ? null : LocalDate.parse(text);
    }

    /** Whether a field says yes. */
    public boolean truth(DetailField field) {
        return "true".equals(texts.get(field));
    }

    boolean has(DetailField field) {
        return field == DetailField.ATTACHMENTS ? !attachments.isEmpty() : texts.containsKey(field);
    }
}
