package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.marking.DataMark;
import io.greenpark.alerts.marking.MarkDesk;
import io.greenpark.alerts.marking.MarkFilter;
import io.greenpark.alerts.marking.MarkState;
import io.greenpark.alerts.marking.MarkTarget;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What enterprises mark of their own data: those of the enterprises in the asker's part of the district. */
final class MarkAnswers {
    private static final int MOST = 500;
    private static final Set<Role> READERS =
            EnumSet.of(Role.OFFICER, Role.LEADER, Role.GRID_OFFICER, Role.ENTERPRISE_CONTACT, Role.AUDITOR);
    private static final String[] ONE = {"enterprise", "outlet", "device", "point", "case"};

    private final RegistrySource registry;
    private final Scope scope;
    private final Parks parks;
    private final Cases cases;
    private final MarkDesk desk;
    private final MarkJson json;
    private final Clock clock;

    MarkAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.registry = sources.registry();
        this.scope = scope;
        this.parks = new Parks(sources.registry());
        this.cases = sources.cases();
        this.desk = sources.marks();
        this.json = new MarkJson(sources.registry(), sources.attachments());
        this.clock = clock;
    }

    JsonObject list(Question question) {
        question.allow("enterprise", "outlet", "device", "point", "case", "state", "from", "to");
        MarkFilter filter = filter(question);
        List<DataMark> found = desk.list(filter, MOST + 1);
        List<DataMark> shown = found.size() > MOST ? found.subList(0, MOST) : found;
        return new JsonObject()
                .put("rows", rows(shown, question))
                .put("more", found.size() > MOST)
                .put("overdue", shown.stream().filter(this::isOverdue).count());
    }

    private JsonArray rows(List<DataMark> marks, Question question) {
        return Json.array(marks, m -> json.row(m, question.viewer(), clock.instant()));
    }

    private boolean isOverdue(DataMark m) {
        return m.state() == MarkState.SUBMITTED && m.decideBy().isBefore(clock.instant());
    }

    private MarkFilter filter(Question question) {
        Set<MarkState> states =
                question.text("state").map(MarkAnswers::state).map(Set::of).orElse(Set.of());
        Instant from = time(question, "from");
        Instant to = time(question, "to");
        Optional<String> one = question.oneOf(ONE);
        if (one.isEmpty()) {
            return new MarkFilter(enterprises(), states, null, null, from, to);
        }
        String id = question.text(one.get()).orElseThrow();
        return switch (one.get()) {
            case "enterprise" -> new MarkFilter(within(parks.enterprise(id).id()), states, null, null, from, to);
            case "outlet" -> {
                String enterprise = parks.outlet(id).enterpriseId();
                MarkTarget target = new MarkTarget(MarkTarget.Scope.OUTLET, id);
                yield new MarkFilter(within(enterprise), states, target, null, from, to);
            }
            case "device" -> {
                String enterprise = parks.device(id).enterpriseId();
                MarkTarget target = new MarkTarget(MarkTarget.Scope.DEVICE, id);
                yield new MarkFilter(within(enterprise), states, target, null, from, to);
            }
            case "point" -> new MarkFilter(within(parks.point(id).enterpriseId()), states, null, id, from, to);
            default -> ofCase(id, states, from, to);
        };
    }

    /** Of the point that a case is about, those that meet its time. */
    private MarkFilter ofCase(String id, Set<MarkState> states, @Nullable Instant from, @Nullable Instant to) {
        Case c = cases.find(id).orElseThrow(() -> AlertAnswers.unknown(id));
        if (c.pointId() == null || c.enterpriseId() == null) {
            return new MarkFilter(List.of(), states, null, null, null, null);
        }
        Instant end = c.clearedAt() == null ? clock.instant() : c.clearedAt();
        return new MarkFilter(
                within(c.enterpriseId()),
                states,
                null,
                c.pointId(),
                from == null ? c.since() : from,
                to == null ? end.plusMillis(1) : to);
    }

    private static MarkState state(String code) {
        return Arrays.stream(MarkState.values())
                .filter(s -> EnumCode.of(s).equals(code))
                .findFirst()
                .orElseThrow(() -> {
                    String codes =
                            Arrays.stream(MarkState.values()).map(EnumCode::of).collect(Collectors.joining(", "));
                    return Parameter.wrong("state", code, Parameter.oneOf(codes));
                });
    }

    private @Nullable Instant time(Question question, String name) {
        return question.text(name)
                .map(text -> Dates.instant(name, text, parks.districtZone()))
                .orElse(null);
    }

    /** Those whose marks the asker sees; null for all. */
    private @Nullable Collection<String> enterprises() {
        return enterprises(scope);
    }

    private @Nullable Collection<String> enterprises(Scope part) {
        if (part.district()) {
            return null;
        }
        Registry seen = registry.current();
        return seen.facts().enterprises().stream()
                .map(e -> e.id())
                .filter(id -> part.has(Subject.enterprise(id), seen))
                .toList();
    }

    private List<String> within(String enterprise) {
        return sees(enterprise, registry.current()) ? List.of(enterprise) : List.of();
    }

    private boolean sees(String enterprise, Registry seen) {
        return scope.has(Subject.enterprise(enterprise), seen);
    }

    JsonObject one(Question question) {
        question.allow();
        return json.whole(find(question.id()), question.viewer(), clock.instant());
    }

    /** A mark that the asker sees; what lies elsewhere is looked up like what there is not. */
    DataMark find(String id) {
        return desk.find(id, enterprises()).orElseThrow(() -> unknown(id));
    }

    /** Whether files of a mark are shown to the asker: not by the part of whoever reads files, which more roles do than see marks. */
    boolean shows(DocumentOwner owner, Viewer viewer) {
        Scope part = viewer.scopeOf(READERS).orElse(Scope.enterprises(Set.of()));
        return desk.find(owner.id(), enterprises(part)).isPresent();
    }

    private static Problem unknown(String id) {
        return Problem.notFound(new Bilingual(
                "没有数据标记 \"" + id + "\"；现有的见 /api/v1/marks",
                "there is no mark of data \"" + id + "\"; /api/v1/marks lists them"));
    }
}
