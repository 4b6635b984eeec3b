package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.Matter;
import io.greenpark.alerts.cases.Wording;
import io.greenpark.alerts.rule.Episode;
import io.greenpark.park.registry.Name;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;

/** Puts findings into words with the names of the current registry. */
public final class FindingTexts implements Wording {
    private final RegistrySource registry;

    public FindingTexts(RegistrySource registry) {
        this.registry = registry;
    }

    @Override
    public Words of(Matter matter, Episode episode) {
        Registry now = registry.current();
        Subject about = matter.about();
        Scene scene = new Scene(
                now,
                matter,
                episode,
                about.name(now),
                inFull(now, about),
                about.time(now).zone());
        return switch (matter.rule()) {
            case ENERGY_DECLINE_BEHIND -> EnergyTexts.of(scene);
            case LIMIT_EXCEEDED -> DischargeTexts.exceeded(scene);
            case LIMIT_WARNING -> DischargeTexts.warning(scene);
            case DEVICE_SILENT -> SilenceTexts.of(scene);
            case CANARY_MISSING -> CanaryTexts.of(scene);
        };
    }

    /** The name with what it is: an enterprise with its park, a park or the district as a whole. */
    private static Name inFull(Registry registry, Subject about) {
        Name name = about.name(registry);
        return switch (about.scope()) {
            case ENTERPRISE ->
                registry.enterprise(about.id())
                        .map(registry::parkOf)
                        .map(p -> with(name, p.name().zh(), p.name().en()))
                        .orElse(name);
            case PARK -> with(name, "园区整体", "the park as a whole");
            case DISTRICT -> with(name, "全区整体", "the district as a whole");
        };
    }

    private static Name with(Name name, String zh, String en) {
        return new Name(name.zh() + "（" + zh + "）", name.en() + " (" + en + ")");
    }

    @Override
    public Name withdrawn(Name before) {
        return new Name(
                "迟到或更正的数据表明该情况不成立，现予撤回。原通知内容：\n" + before.zh(),
                "Late or corrected data show that this does not hold; it is withdrawn. What had been said:\n"
                        + before.en());
    }

    @Override
    public Name takenOver(Name before) {
        return new Name(
                before.zh() + "\n说明：该限值已被超过，由超标告警接续，本预警结束",
                before.en()
                        + "\nNote: the limit is exceeded now; the case of the exceeded limit takes over from this warning");
    }

    /** The words of a step, for the subject of a notice. */
    public static Name step(Case.Step.Kind kind) {
        return switch (kind) {
            case RECORDED -> new Name("补记", "Recorded");
            case RAISED -> new Name("新告警", "Raised");
            case WORSENED -> new Name("加重", "Worsened");
            case AMENDED -> new Name("更正", "Amended");
            case ACKNOWLEDGED -> new Name("已确认", "Acknowledged");
            case CLEARED -> new Name("已解除", "Cleared");
            case WITHDRAWN -> new Name("已撤回", "Withdrawn");
        };
    }
}
