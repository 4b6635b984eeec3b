package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an enterprise objects to, as its request names it: something of its own, or the request is refused. */
final class ObjectionThings {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final Registry registry;
    private final Cases cases;
    private final Enterprise enterprise;
    private final ParkTime time;
    private final Instant now;

    ObjectionThings(Registry registry, Cases cases, Enterprise enterprise, Instant now) {
        this.registry = registry;
        this.cases = cases;
        this.enterprise = enterprise;
        this.time = registry.timeOf(enterprise.id());
        this.now = now;
    }

    /** A thing and what it is called. */
    record Named(Thing thing, Bilingual name) {}

    Named of(RequestBody asked) {
        String code = asked.text("kind");
        ThingKind kind = ThingKind.ofCode(code).orElseThrow(() -> {
            String codes =
                    Arrays.stream(ThingKind.values()).map(ThingKind::code).collect(Collectors.joining(", "));
            return RequestBody.wrong(
                    "kind", "的值 \"" + code + "\" 不可用；可用的有 " + codes, "\"" + code + "\" is not one of " + codes);
        });
        return switch (kind) {
            case MEAN -> mean(asked);
            case ENERGY, INTENSITY -> month(kind, asked);
            case LIMIT -> limit(asked.text("id"));
            case TARGET -> target(asked.text("id"));
            case CLASS -> yearClass(asked);
            case CASE -> ofCase(asked.text("id"));
        };
    }

    private Named mean(RequestBody asked) {
        String id = asked.text("id");
        Point point = registry.point(id)
                .filter(p -> p.enterpriseId().equals(enterprise.id()))
                .orElseThrow(() -> none("id", "测点", "point", id));
        String code = asked.text("step");
        Step step = Step.ofCode(code)
                .filter(s -> s != Step.MONTH)
                .orElseThrow(() -> RequestBody.wrong("step", "须为 hour 或 day", "must be hour or day"));
        Instant from = time.startOf(step, at(asked, "from"));
        Instant last = at(asked, "to").minusMillis(1);
        if (last.isBefore(from) || !time.startOf(step, last).isBefore(now)) {
            throw RequestBody.wrong("to", "须晚于 from，且该时段已经开始", "must be after from, and the time must have begun");
        }
        Instant to = time.endOf(step, time.startOf(step, last));
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw RequestBody.wrong("to", "与 from 相距最多 31 天", "is at most 31 days after from");
        }
        return new Named(
                Thing.mean(point.id(), step, from, to),
                new Bilingual(
                        point.name().zh() + " " + (step == Step.HOUR ? "小时均值" : "日均值") + " "
                                + span(step, from, to, "至"),
                        point.name().en() + ", " + (step == Step.HOUR ? "hourly" : "daily") + " mean, "
                                + span(step, from, to, "to")));
    }

    private Instant at(RequestBody asked, String name) {
        return Dates.instant(name, asked.text(name), time.zone());
    }

    private String span(Step step, Instant from, Instant to, String between) {
        if (step == Step.DAY) {
            String first = DAY.format(time.dayOf(from));
            String last = DAY.format(time.dayOf(to.minusMillis(1)));
            return first.equals(last) ? first : first + " " + between + " " + last;
        }
        return MINUTE.format(from.atZone(time.zone())) + " " + between + " " + MINUTE.format(to.atZone(time.zone()));
    }

    private Named month(ThingKind kind, RequestBody asked) {
        YearMonth month = Dates.month("month", asked.text("month"));
        Instant from = time.startOf(month);
        if (!from.isBefore(now)) {
            throw RequestBody.wrong("month", "尚未开始", "has not begun");
        }
        Bilingual name = kind == ThingKind.ENERGY
                ? new Bilingual(month + " 综合能耗", "energy of " + month)
                : new Bilingual(month + " 单位工业增加值能耗", "energy intensity of " + month);
        return new Named(new Thing(kind, enterprise.id(), from, time.startOf(month.plusMonths(1))), name);
    }

    private Named limit(String id) {
        Limit limit = registry.limit(id)
                .filter(l -> registry.point(l.pointId())
                        .filter(p -> p.enterpriseId().equals(enterprise.id()))
                        .isPresent())
                .orElseThrow(() -> none("id", "限值", "limit", id));
        Bilingual point = registry.point(limit.pointId()).map(Point::name).orElse(Bilingual.same(limit.pointId()));
        BigDecimal bound = limit.upper() == null ? limit.lower() : limit.upper();
        String value = (bound == null ? "" : bound.toPlainString() + " ")
                + limit.unit().symbol();
        Bilingual source = limit.sourceText();
        return new Named(
                new Thing(ThingKind.LIMIT, id),
                new Bilingual(
                        point.zh() + " 限值 " + value + "（" + source.zh() + "）",
                        "limit of " + point.en() + ", " + value + " (" + source.en() + ")"));
    }

    private Named target(String id) {
        Target target = registry.target(id)
                .filter(t -> t.subject().equals(Subject.enterprise(enterprise.id())))
                .orElseThrow(() -> none("id", "目标", "target", id));
        String change = target.yearlyChangePercent().toPlainString() + " %";
        String years = target.fromYear() + "–" + target.toYear();
        return new Named(
                new Thing(ThingKind.TARGET, id),
                new Bilingual(
                        "能耗强度目标 年均 " + change + "，" + years + "（"
                                + target.sourceText().zh() + "）",
                        "intensity target of " + change + " a year, " + years + " ("
                                + target.sourceText().en() + ")"));
    }

    private Named yearClass(RequestBody asked) {
        int year = (int) Math.min(asked.whole("year"), Integer.MAX_VALUE);
        PerformanceClass given = Optional.ofNullable(
                        enterprise.file().performanceClasses().get(year))
                .orElseThrow(() -> none("year", "该年度的评价等级", "class of that year", String.valueOf(year)));
        return new Named(
                new Thing(ThingKind.CLASS, Thing.classId(enterprise.id(), year)),
                new Bilingual(year + " 年度亩均评价等级 " + given, "performance class " + given + " of " + year));
    }

    private Named ofCase(String id) {
        Case found = cases.find(id)
                .filter(c -> enterprise.id().equals(c.enterpriseId()))
                .orElseThrow(() -> none("id", "预警事件", "case", id));
        if (found.state() == Case.State.WITHDRAWN) {
            throw Problem.of(
                    409,
                    new Bilingual("已撤销", "withdrawn already"),
                    new Bilingual("该预警事件已经撤销，无须异议", "the case is withdrawn already; there is nothing to object to"));
        }
        return new Named(new Thing(ThingKind.CASE, id), found.title());
    }

    private Problem none(String name, String zh, String en, String value) {
        return RequestBody.wrong(
                name,
                "的值 \"" + value + "\" 不是本企业的" + zh + "；请从企业页面选择",
                "\"" + value + "\" is no " + en + " of this enterprise; choose one on the enterprise's page");
    }
}
