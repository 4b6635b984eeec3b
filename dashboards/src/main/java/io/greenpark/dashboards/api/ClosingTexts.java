package io.greenpark.dashboards.api;

import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.CarrierNames;
import io.greenpark.returns.closing.ClosingDesk.Done;
import io.greenpark.returns.closing.ClosingDesk.MonthState;
import io.greenpark.returns.closing.OpenPoint;
import io.greenpark.returns.form.ReturnState;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of closing. */
final class ClosingTexts {
    private ClosingTexts() {}

    static Bilingual of(MonthState state) {
        return switch (state) {
            case RUNNING -> new Bilingual("未结束", "not over");
            case OPEN -> new Bilingual("未关账", "open");
            case DUE -> new Bilingual("应关账", "due");
            case CLOSED -> new Bilingual("已关账", "closed");
        };
    }

    /** What is open, and of whom. */
    static Bilingual of(OpenPoint point, Registry registry) {
        String enterprise = point.enterprise();
        Bilingual whose = enterprise == null
                ? new Bilingual("", "")
                : new Bilingual(
                        Subject.enterprise(enterprise).name(registry).zh() + "：",
                        Subject.enterprise(enterprise).name(registry).en() + ": ");
        Bilingual what = what(point, meter(point, registry));
        return new Bilingual(whose.zh() + what.zh(), whose.en() + what.en());
    }

    /** The name of a meter; its id where the registry no longer has it. */
    private static Bilingual meter(OpenPoint point, Registry registry) {
        String id = Objects.requireNonNullElse(point.point(), "");
        return registry.point(id).map(Point::name).orElse(Bilingual.same(id));
    }

    private static Bilingual what(OpenPoint point, Bilingual meter) {
        String detail = Objects.requireNonNullElse(point.detail(), "");
        return switch (point.kind()) {
            case NO_STATISTIC -> new Bilingual("没有当月工业增加值", "no value added for the month");
            case RETURN_NOT_ACCEPTED -> {
                Bilingual state = ReturnTexts.of(ReturnState.valueOf(detail));
                yield new Bilingual("月度填报未采纳（" + state.zh() + "）", "its return is not accepted (" + state.en() + ")");
            }
            case INCOMPLETE ->
                new Bilingual(
                        "实测时间仅 " + detail + "%，不足以考核", "only " + detail + " % is measured, too little to judge by");
            case METER_GAP ->
                new Bilingual(
                        "表计" + "“" + meter.zh() + "”" + " 缺 " + detail + " 小时数据",
                        "meter " + meter.en() + " lacks " + detail + " hours");
            case FINDING -> {
                Bilingual finding = FindingKind.valueOf(detail).text();
                yield new Bilingual(
                        "表计" + "“" + meter.zh() + "”" + "：" + finding.zh() + "，待核实",
                        "meter " + meter.en() + ": " + finding.en() + ", to be decided");
            }
            case EARLIER_MONTH_OPEN -> new Bilingual(detail + " 尚未关账", detail + " is not closed");
            case JANUARY_WITH_FEBRUARY ->
                new Bilingual("1 月统计数据与 2 月合并上报，2 月尚未结束", "January is reported with February, which is not over");
            case NOT_BOOKED ->
                new Bilingual(
                        "表计" + "“" + meter.zh() + "”" + " 有读数尚未入账",
                        "meter " + meter.en() + " has readings that are not" + " booked");
            case OBJECTION -> new Bilingual("异议 " + detail + " 尚未决定", "objection " + detail + " is not decided");
        };
    }

    /** What a figure is called that changed; a carrier's amount by the carrier. */
    static Bilingual field(String field) {
        return switch (field) {
            case "tce" -> new Bilingual("综合能耗（tce）", "energy (tce)");
            case "tcePer10kCny" -> new Bilingual("单位增加值能耗（tce/万元）", "intensity (tce per 10,000 CNY)");
            case "ivaCny" -> new Bilingual("工业增加值（元）", "value added (CNY)");
            case "outputCny" -> new Bilingual("工业总产值（元）", "output (CNY)");
            case "level" -> new Bilingual("目标完成等级", "target level");
            default -> carrier(field);
        };
    }

    private static Bilingual carrier(String code) {
        Optional<Carrier> carrier = Carrier.ofCode(code);
        return carrier.map(c -> {
                    Bilingual name = new Bilingual(CarrierNames.chinese(c), c.code());
                    String unit = " (" + c.unit().symbol() + ")";
                    return new Bilingual(name.zh() + unit, name.en() + unit);
                })
                .orElse(Bilingual.same(code));
    }

    /** Why a month is not closed. */
    static Problem problem(Done done, Bilingual park, YearMonth month, Registry registry) {
        return switch (Objects.requireNonNull(done.refusal())) {
            case NOT_OVER -> impossible(new Bilingual(month + " 尚未结束；月份结束后再关账", month + " is not over; close it then"));
            case ALREADY_CLOSED ->
                conflict(new Bilingual(
                        park.zh() + " " + month + " 已关账；请刷新页面",
                        month + " is closed for " + park.en() + "; load it again"));
            case NO_ENTERPRISE ->
                impossible(new Bilingual(park.zh() + " 没有企业，无可关账", park.en() + " has no enterprise: nothing to close"));
            case REASON_NEEDED -> impossible(reasonNeeded(done.points(), registry));
            case OBJECTIONS_UNSEEN -> impossible(objectionsUnseen(done.points(), registry));
            case BEING_COMPUTED ->
                conflict(new Bilingual(
                        park.zh() + " " + month + " 的数据正在重新计算；请一分钟后再试",
                        "figures of " + month + " of " + park.en()
                                + " are being computed anew; try again in a minute"));
            case CHANGED_MEANWHILE ->
                conflict(new Bilingual("登记册刚被修改；请刷新页面后重试", "the registry changed meanwhile; load it again"));
            case REGISTRY -> impossible(registry(done));
        };
    }

    private static Bilingual reasonNeeded(List<OpenPoint> points, Registry registry) {
        return new Bilingual(
                "有 " + points.size() + " 项未决，须填写仍要关账的原因："
                        + listed(points, p -> of(p, registry).zh(), "；"),
                points.size() + " points are open; say why the month is closed all the same: "
                        + listed(points, p -> of(p, registry).en(), "; "));
    }

    private static Bilingual objectionsUnseen(List<OpenPoint> points, Registry registry) {
        List<OpenPoint> objections = points.stream()
                .filter(p -> p.kind() == OpenPoint.Kind.OBJECTION)
                .toList();
        return new Bilingual(
                "有 " + objections.size() + " 项企业异议尚未决定，须确认知悉后仍要关账（objections）："
                        + listed(objections, p -> of(p, registry).zh(), "；"),
                objections.size()
                        + " objections are not decided; confirm in `objections` that the month is closed all the"
                        + " same: " + listed(objections, p -> of(p, registry).en(), "; "));
    }

    private static String listed(List<OpenPoint> points, Function<OpenPoint, String> words, String between) {
        String first = points.stream().limit(10).map(words).collect(Collectors.joining(between));
        return points.size() > 10 ? first + between + "…" : first;
    }

    private static Bilingual registry(Done done) {
        List<Bilingual> faults = done.result() == null
                ? List.of()
                : done.result().fates().stream()
                        .flatMap(fate -> fate.faults().stream())
                        .map(DocumentFault::words)
                        .toList();
        return new Bilingual(
                "登记册不接受：" + faults.stream().map(Bilingual::zh).collect(Collectors.joining("；")),
                "the registry does not take it: "
                        + faults.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }

    static Problem notClosed(Bilingual park, YearMonth month) {
        return conflict(new Bilingual(
                park.zh() + " " + month + " 未关账，无须反关账",
                month + " is not closed for " + park.en() + ": nothing to reopen"));
    }

    private static Problem impossible(Bilingual detail) {
        return Problem.of(422, new Bilingual("尚不能进行", "not possible yet"), detail);
    }

    private static Problem conflict(Bilingual detail) {
        return Problem.of(409, new Bilingual("状态不符", "not in that state"), detail);
    }

    /** A level in words; other values as they are. */
    static @Nullable Bilingual value(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "ON_PATH" -> new Bilingual("三级（绿）", "level three (green)");
            case "BEHIND" -> new Bilingual("二级（黄）", "level two (amber)");
            case "NOT_FALLING" -> new Bilingual("一级（红）", "level one (red)");
            default -> Bilingual.same(text);
        };
    }
}
