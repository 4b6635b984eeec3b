package io.greenpark.park.registry;

import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau keeps on file about an enterprise (一企一档), as far as it is known.
 *
 * @param creditCode unified social credit code (GB 32100-2015); null where it is not known
 * @param formerNames names it had before, each by the first day on which it had it no longer
 * @param accounts its customer numbers with utilities (户号)
 * @param legalPerson its legal representative
 * @param permit its discharge permit
 * @param landMu land that it uses, in mu (666.67 square metres), for figures per mu
 * @param approvedEnergyTce energy a year that was approved for it, in tonnes of standard coal
 * @param approvedDischargeT discharge a year that its permit allows, in tonnes, by quantity ({@code cod})
 * @param performanceClasses its class in the yearly evaluation of enterprises by their yield (亩均效益综合评价), by the year that was
 *     evaluated; it is imported, not computed
 * @param keyDischarger whether it is on the authority's list of key dischargers (重点排污单位), which answer sooner
 * @param operation whether it operates, each from a day on; the first day is when that became known
 */
public record EnterpriseFile(
        @Nullable String creditCode,
        SortedMap<LocalDate, String> formerNames,
        SortedMap<String, UtilityAccount> accounts,
        @Nullable String legalPerson,
        @Nullable String address,
        @Nullable Permit permit,
        @Nullable BigDecimal landMu,
        @Nullable BigDecimal approvedEnergyTce,
        SortedMap<String, BigDecimal> approvedDischargeT,
        SortedMap<Integer, PerformanceClass> performanceClasses,
        boolean keyDischarger,
        SortedMap<LocalDate, Operation> operation) {
    /** Nothing is known. */
    public static final EnterpriseFile EMPTY = new EnterpriseFile(
            null,
            new TreeMap<>(),
            new TreeMap<>(),
            null,
            null,
            null,
            null,
            null,
            new TreeMap<>(),
            new TreeMap<>(),
            false,
            new TreeMap<>());

    private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public EnterpriseFile {
        formerNames = copy(formerNames);
        accounts = copy(accounts);
        approvedDischargeT = copy(approvedDischargeT);
        performanceClasses = copy(performanceClasses);
        operation = copy(operation);
    }

    private static <K extends Comparable<? super K>, V> SortedMap<K, V> copy(Map<K, V> of) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(of));
    }

    /**
     * A customer number with a utility.
     *
     * @param carrier what is delivered under it
     * @param share what part of it is the enterprise's, above 0 and at most 1; null for all of it, or, where other enterprises have the
     *     number too, for a part that nobody has said yet
     */
    public record UtilityAccount(Carrier carrier, @Nullable BigDecimal share) {}

    /**
     * A discharge permit.
     *
     * @param validTo the last day on which it is valid; null where that is not known
     */
    public record Permit(
            String number,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** What an evaluation made of an enterprise, the best first. */
    public enum PerformanceClass {
        A,
        B,
        C,
        D
    }

    /** Whether an enterprise operates. */
    public enum OperatingState {
        IN_OPERATION,
        /** Stopped for a time, by itself or by order. */
        STOPPED,
        /** Closed for good. */
        CLOSED,
        /** Moved out of the district. */
        MOVED
    }

    /**
     * From a day on.
     *
     * @param document number of the document that says so; null where there is none
     */
    public record Operation(OperatingState state, @Nullable String document) {}

    /** Whether a text is a unified social credit code, by its characters and its check character (GB 32100-2015, 5.2). */
    public static boolean isCreditCode(String text) {
        if (text.length() != 18 || text.chars().anyMatch(c -> CREDIT_CHARACTERS.indexOf(c) < 0)) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_CHARACTERS.indexOf(text.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CHARACTERS.indexOf(text.charAt(17)) == (31 - sum % 31) % 31;
    }
}
