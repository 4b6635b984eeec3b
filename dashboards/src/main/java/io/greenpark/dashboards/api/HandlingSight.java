package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.CaseFilter.Handled;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.park.viewer.Viewer;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the stages and terms somebody is told: people of an enterprise read neither that its case was handed to another office, nor that one of the
 * authority thinks it untrue, nor by when the authority has to do its part.
 */
final class HandlingSight {
    /** To people of an enterprise these are {@link HandlingStage#VERIFIED}. */
    private static final Set<HandlingStage> KEPT =
            Collections.unmodifiableSet(EnumSet.of(HandlingStage.TRANSFERRED, HandlingStage.MISREPORT));

    /** At which it is the enterprise that has to act. */
    private static final Set<HandlingStage> OF_ENTERPRISE = Collections.unmodifiableSet(EnumSet.of(
            HandlingStage.PUSHED, HandlingStage.ACKNOWLEDGED, HandlingStage.RETURNED, HandlingStage.RECTIFYING));

    private HandlingSight() {}

    static HandlingStage stage(HandlingStage stage, Viewer viewer) {
        return KEPT.contains(stage) && !CaseStaff.isStaff(viewer) ? HandlingStage.VERIFIED : stage;
    }

    static @Nullable Instant due(CaseHandling h, Viewer viewer) {
        return CaseStaff.isStaff(viewer) || OF_ENTERPRISE.contains(h.stage()) ? h.due() : null;
    }

    /** What a filter takes of what somebody is told. */
    static Handled told(Handled asked, Viewer viewer) {
        if (CaseStaff.isStaff(viewer)) {
            return asked;
        }
        Set<HandlingStage> stages = asked.stages() == null ? EnumSet.allOf(HandlingStage.class) : copy(asked.stages());
        if (asked.stages() != null) {
            stages.removeAll(KEPT);
            if (stages.contains(HandlingStage.VERIFIED)) {
                stages.addAll(KEPT);
            }
        }
        if (asked.overdueAt() != null) {
            stages.retainAll(OF_ENTERPRISE);
        }
        return new Handled(stages, asked.levels(), asked.over(), asked.overdueAt(), asked.number());
    }

    private static Set<HandlingStage> copy(Set<HandlingStage> stages) {
        Set<HandlingStage> copy = EnumSet.noneOf(HandlingStage.class);
        copy.addAll(stages);
        return copy;
    }
}
