package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseSeverity;
import io.greenpark.alerts.rulebook.Dependency;
import io.greenpark.alerts.text.RuleTexts;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.util.Arrays;

/** Words of cases that stand in files. */
final class AlertTexts {
    static final Bilingual TITLE =
            new Bilingual("预警事件（监测数据超标预警，供核实，不作处罚依据）", "Alerts from monitoring data, no basis for a penalty");

    private AlertTexts() {}

    /** What stands for an enterprise that does not operate among what explains cases. */
    static final String STOPPED = Dependency.STOPPED;

    static final Bilingual STOPPED_TEXT =
            new Bilingual("企业停产（含责令停产）、关停或搬迁", "Enterprise stopped, ordered to stop, closed or moved");

    /** What explains a case, by its code. */
    static Bilingual explaining(String code) {
        return Arrays.stream(Case.Rule.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(AlertTexts::of)
                .orElse(STOPPED_TEXT);
    }

    static Bilingual of(Case.Rule rule) {
        return RuleTexts.of(rule);
    }

    static Bilingual of(Case.State state) {
        return switch (state) {
            case OPEN -> new Bilingual("未解除", "Open");
            case CLEARED -> new Bilingual("已解除", "Cleared");
            case WITHDRAWN -> new Bilingual("误报撤销", "Withdrawn");
        };
    }

    static Bilingual of(CaseSeverity severity) {
        return switch (severity) {
            case BAD -> new Bilingual("严重", "Bad");
            case WARNING -> new Bilingual("预警", "Warning");
            case TRIAL -> new Bilingual("试运行", "Trial");
        };
    }

    static Bilingual of(Subject.Scope scope) {
        return switch (scope) {
            case ENTERPRISE -> new Bilingual("企业", "Enterprise");
            case PARK -> new Bilingual("园区整体", "Park as a whole");
            case DISTRICT -> new Bilingual("全区整体", "District as a whole");
        };
    }

    static Bilingual suspected(boolean suspected) {
        return suspected ? new Bilingual("疑似，待核实", "Suspected, verify") : new Bilingual("限值已确认", "Limit confirmed");
    }
}
