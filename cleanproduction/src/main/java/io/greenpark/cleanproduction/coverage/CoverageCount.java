package io.greenpark.cleanproduction.coverage;

import io.greenpark.cleanproduction.list.Lists;
import io.greenpark.cleanproduction.list.Member;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.cleanproduction.round.Round;
import io.greenpark.cleanproduction.round.Terms;
import io.greenpark.park.cleanproduction.AuditStep;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts coverage by park at the end of a day, by what is known of it now. */
public final class CoverageCount {
    private CoverageCount() {}

    /**
     * The coverage of every park that has somebody on the list in force on a day, by its id.
     *
     * @param audits of enterprises, by their ids; of who is absent nothing was entered
     * @param parkOf the park that a member lies in
     */
    public static Map<String, Coverage> byPark(
            Lists lists, Map<String, Audits> audits, Terms terms, LocalDate day, Function<Member, String> parkOf) {
        return lists.at(day)
                .map(edition -> edition.members().stream()
                        .collect(Collectors.toMap(
                                parkOf,
                                member -> one(audits.get(member.enterprise()), terms, day),
                                Coverage::and,
                                TreeMap::new)))
                .orElseGet(TreeMap::new);
    }

    private static Coverage one(@Nullable Audits audits, Terms terms, LocalDate day) {
        if (audits == null) {
            return new Coverage(1, 0, 0, 0);
        }
        boolean covered = audits.isCovered(day, terms);
        Round current = audits.rounds().stream()
                .filter(round -> round.takenBy(AuditStep.LISTED, day))
                .reduce((one, later) -> later)
                .orElse(null);
        boolean started = covered || current != null && current.takenBy(AuditStep.STARTED, day);
        boolean reported = covered || current != null && current.takenBy(AuditStep.REPORTED, day);
        return new Coverage(1, started ? 1 : 0, reported ? 1 : 0, covered ? 1 : 0);
    }
}
