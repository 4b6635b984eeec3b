package io.greenpark.alerts.handling;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.park.registry.Outlet.Standing;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How cases of a kind are handled (办理规程).
 *
 * @param code what it is called in settings: {@code exceeded-key}
 * @param rules of which rules; empty for all
 * @param levels at which levels; empty for all
 * @param keyDischarger only those of key dischargers, or only those of others; null for both
 * @param standing only those about outlets of this standing; null for all
 * @param pushed whether the platform sends it to the enterprise as it is raised; otherwise the office does
 * @param answered whether the enterprise has to answer
 * @param endsByItself whether it ends when what is measured is over, as long as nobody has done more than take note
 * @param roles who of the office does what, where that is not every one who acts on cases
 */
public record Procedure(
        String code,
        Bilingual name,
        Set<Case.Rule> rules,
        Set<CaseLevel> levels,
        @Nullable Boolean keyDischarger,
        @Nullable Standing standing,
        boolean pushed,
        boolean answered,
        boolean endsByItself,
        Terms terms,
        Map<HandlingAction, Set<Role>> roles) {
    /** Who of the office may act on cases at all. */
    public static final Set<Role> OFFICE = Collections.unmodifiableSet(EnumSet.of(Role.OFFICER, Role.GRID_OFFICER));

    public Procedure {
        rules = Set.copyOf(rules);
        levels = Set.copyOf(levels);
        roles = Collections.unmodifiableMap(new TreeMap<>(roles));
    }

    /** Whether it is for a case. */
    public boolean takes(CaseTraits c) {
        return (rules.isEmpty() || rules.contains(c.rule()))
                && (levels.isEmpty() || levels.contains(c.level()))
                && (keyDischarger == null || keyDischarger == c.keyDischarger())
                && (standing == null || standing == c.standing());
    }

    /** Whether it is for every case. */
    boolean takesAll() {
        return rules.isEmpty() && levels.isEmpty() && keyDischarger == null && standing == null;
    }

    /** Whether somebody of the office with some of its roles does something by it. */
    public boolean mayDo(HandlingAction action, Set<Role> of) {
        Set<Role> allowed = roles.getOrDefault(action, OFFICE);
        return of.stream().anyMatch(role -> OFFICE.contains(role) && allowed.contains(role));
    }
}
