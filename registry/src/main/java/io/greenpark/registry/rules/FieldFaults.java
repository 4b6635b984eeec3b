package io.greenpark.registry.rules;

import io.greenpark.park.text.Bilingual;

/** Takes the faults of one document or entry. */
@FunctionalInterface
public interface FieldFaults {
    /**
     * Takes a fault.
     *
     * @param field the field that is at fault
     * @param words the value first, in quotation marks, where there is one; what is accepted, what to do
     */
    void fault(String field, Bilingual words);
}
