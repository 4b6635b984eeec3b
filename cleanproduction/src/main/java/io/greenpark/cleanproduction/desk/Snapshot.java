package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.list.Lists;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.cleanproduction.round.Entry;
import io.greenpark.cleanproduction.round.ShippedTerms;
import io.greenpark.cleanproduction.round.Term;
import io.greenpark.cleanproduction.round.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * All audits as they stand, read at once.
 *
 * @param audits of who is on the list today or has entries, by their ids
 * @param owners who was named, by the enterprises' ids
 */
public record Snapshot(Lists lists, Terms terms, Map<String, Audits> audits, Map<String, StepOwner> owners) {
    private static final List<Term> SHIPPED = ShippedTerms.read();

    public Snapshot {
        audits = Map.copyOf(audits);
        owners = Map.copyOf(owners);
    }

    /** @param today by which memberships of the list are told */
    public static Snapshot read(Handle handle, LocalDate today) {
        Lists lists = ListTable.all(handle);
        Map<String, List<Entry>> entries = EntryTable.all(handle);
        Set<String> ids = new HashSet<>(entries.keySet());
        lists.at(today).ifPresent(list -> list.members().forEach(m -> ids.add(m.enterprise())));
        Map<String, Audits> audits = new HashMap<>();
        ids.forEach(id -> audits.put(id, Audits.of(id, entries.getOrDefault(id, List.of()), lists.member(id, today))));
        return new Snapshot(lists, terms(handle), audits, OwnerTable.all(handle));
    }

    /** The terms that are shipped, then those that the bureau has set. */
    static Terms terms(Handle handle) {
        List<Term> terms = new ArrayList<>(SHIPPED);
        terms.addAll(TermTable.all(handle));
        return new Terms(terms);
    }

    /** Those of an enterprise; of one that nothing was entered of and that is on no list, empty ones. */
    public Audits of(String enterprise) {
        Audits known = audits.get(enterprise);
        return known == null ? Audits.of(enterprise, List.of(), null) : known;
    }

    /** Who was named for an enterprise; null for nobody. */
    public @Nullable StepOwner owner(String enterprise) {
        return owners.get(enterprise);
    }
}
