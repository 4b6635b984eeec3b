package io.greenpark.registry.document;

import static io.greenpark.config.setting.Accepted.choice;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.Stage;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.Document.Builder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From when on data of a device may be judged by: a mapping by the time from which on it is so. */
final class AcceptanceFields {
    private static final String FIELD = "acceptance";

    private AcceptanceFields() {}

    static Acceptance read(Settings device) {
        Settings dated = device.below(FIELD);
        List<Stage> stages = new ArrayList<>();
        if (dated == null) {
            return Acceptance.NONE;
        }
        for (String text : dated.names()) {
            Instant from = DocumentFields.TIME.parse(text);
            Settings f = dated.below(text);
            if (from == null) {
                dated.fault(
                        text,
                        new Bilingual("不是" + DocumentFields.TIME.said().zh(), "is not " + DocumentFields.TIME.words()));
            } else if (f == null) {
                dated.fault(
                        text,
                        new Bilingual(
                                "不是一组字段；应为 {\"state\": \"pending\"}（待验收）或 {\"state\": \"accepted\"}（已验收）",
                                "is not a mapping; give {\"state\": \"pending\"} or {\"state\": \"accepted\"}"));
            } else {
                State state = f.required("state", choice(State.class));
                Integer sheet = f.value("sheet", Accepted.integer(1, Integer.MAX_VALUE));
                f.reportUnknown();
                if (state != null) {
                    stages.add(new Stage(from, state, sheet == null ? null : sheet.longValue()));
                }
            }
        }
        return stages.isEmpty() ? Acceptance.NONE : new Acceptance(stages);
    }

    /** What says nothing is left out: then documents of before stay the same. */
    static Builder write(Builder fields, Acceptance acceptance) {
        Builder dated = new Builder();
        for (Stage stage : acceptance.stages()) {
            Builder one = new Builder().code("state", stage.state());
            if (stage.sheet() != null) {
                one.whole("sheet", stage.sheet());
            }
            dated.below(stage.from().toString(), one);
        }
        return fields.below(FIELD, dated);
    }
}
