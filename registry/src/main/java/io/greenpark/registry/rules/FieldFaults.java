package io.greenpark.registry.rules;

/** Takes the faults of one document or entry. */
@FunctionalInterface
public interface FieldFaults {
    /**
     * Takes a fault.
     *
     * @param field the field that is at fault
     * @param message the value, what is accepted, what to do
     */
    void fault(String field, String message);
}
