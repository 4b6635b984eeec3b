package io.greenpark.alerts.judge;

import io.greenpark.accounting.Subject;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.Matter;
import io.greenpark.alerts.rule.EnergyRule;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Target;
import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges ended months of enterprises against the target assigned to exactly them. */
final class EnergyJudge {
    private final IntensityAccounts accounts;
    private final RulesConfig config;

    EnergyJudge(IntensityAccounts accounts, RulesConfig config) {
        this.accounts = accounts;
        this.config = config;
    }

    Judgement judge(Registry registry, Task task, Instant now) {
        Optional<Enterprise> enterprise = registry.enterprise(task.subject());
        if (enterprise.isEmpty()) {
            return new Judgement(task, List.of(), null);
        }
        ParkTime time = registry.parkOf(enterprise.get()).time();
        Instant from = Instant.ofEpochMilli(task.startMs());
        YearMonth month = time.monthOf(from);
        Instant to = time.startOf(month.plusMonths(1));
        if (now.isBefore(to.plus(config.settle()))) {
            return new Judgement(task, List.of(), to.plus(config.settle()).toEpochMilli());
        }
        Verdict verdict = registry.target(Target.Scope.ENTERPRISE, task.subject(), month.getYear())
                .map(target -> verdict(target, month, from, to))
                .orElse(null);
        Matter matter = new Matter(Case.Rule.ENERGY_DECLINE_BEHIND, task.subject(), task.subject(), null, null);
        return new Judgement(task, List.of(new Finding(matter, config.energy(), from, Phase.CLOSED, verdict)), null);
    }

    private @Nullable Verdict verdict(Target target, YearMonth month, Instant from, Instant to) {
        List<IntensityRow> rows =
                accounts.rows(Subject.enterprise(target.subjectId()), month, month.plusMonths(1), target.basis());
        return rows.isEmpty() ? null : EnergyRule.judge(rows.get(0), from, to, target.source(), config.energyRule());
    }
}
