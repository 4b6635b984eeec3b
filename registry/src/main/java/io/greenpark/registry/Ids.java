package io.greenpark.registry;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.rules.FaultTexts;
import io.greenpark.registry.rules.IdRules;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids that the registry's files declare, and the references to them. Entries with other faults count as declared, so
 * that one fault does not look like many.
 */
final class Ids {
    /** The most characters of an id. */
    static final int LONGEST = IdRules.LONGEST;

    static final Accepted<String> ID = Accepted.text(IdRules.ALLOWED, Ids::valid);

    private final Map<Section, Map<String, String>> declared = new EnumMap<>(Section.class);
    private final Map<Section, Set<String>> assumed = new EnumMap<>(Section.class);

    static boolean valid(String id) {
        return IdRules.isId(id);
    }

    /** Reads the id of an entry and declares it; null if it is missing, ill-formed or taken. */
    @Nullable
    String declare(Section section, Settings entry) {
        String id = entry.required("id", ID);
        return id != null && declare(section, entry, "id", id) ? id : null;
    }

    /** Declares an id; false, with a problem, if it is taken. */
    boolean declare(Section section, Settings entry, String key, String id) {
        String first = firstPlace(section, entry, id);
        if (first != null) {
            Bilingual twice = FaultTexts.twice(new Bilingual("“" + id + "”", "\"" + id + "\""), first);
            entry.fault(key, new Bilingual(twice.zh() + "；编号不能重复", twice.en() + "; ids are unique"));
        }
        return first == null;
    }

    /** Declares an id; where it stands already if it is taken, null if it is not. */
    @Nullable
    String firstPlace(Section section, Settings entry, String id) {
        // Devices and gateways sign in with their id, so they share one namespace.
        Section other = section == Section.DEVICES ? Section.GATEWAYS : Section.DEVICES;
        String first = declaredIn(section).putIfAbsent(id, entry.place());
        return first == null && (section == Section.DEVICES || section == Section.GATEWAYS)
                ? declaredIn(other).get(id)
                : first;
    }

    /** Counts references to an id as sound that an entry would have but for its fault. */
    void assume(Section section, String id) {
        assumed.computeIfAbsent(section, s -> new HashSet<>()).add(id);
    }

    /** Whether an entry so far has this id, or would but for its fault. */
    boolean taken(Section section, String id) {
        return declaredIn(section).containsKey(id)
                || assumed.getOrDefault(section, Set.of()).contains(id);
    }

    /** Reads a reference; null, with a problem, if it is missing or dangling. */
    @Nullable
    String reference(Settings entry, String key, Section section) {
        return entry.required(key, optionalReference(entry, key, section), FaultTexts.idOf(section.kind()));
    }

    /** Reads a reference that need not be there. */
    @Nullable
    String optionalReference(Settings entry, String key, Section section) {
        String id = entry.text(key);
        if (id != null && !taken(section, id)) {
            entry.fault(
                    key,
                    FaultTexts.unknown(section.kind(), id, declaredIn(section).keySet()));
            return null;
        }
        return id;
    }

    /** Where the entry of an id stands; empty if none declares it. */
    String place(Section section, String id) {
        return declaredIn(section).getOrDefault(id, "");
    }

    private Map<String, String> declaredIn(Section section) {
        return declared.computeIfAbsent(section, s -> new LinkedHashMap<>());
    }
}
