package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.Peers;
import io.greenpark.accounting.intensity.Peers.Acceptances;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.NewestMonth;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.returns.closing.ClosingMarks;
import io.greenpark.returns.closing.ClosingMarks.IntensityOf;
import io.greenpark.returns.closing.ClosingMarks.Mark;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Two to five enterprises side by side: their standings, their months of two years, and where they stand in their industries. */
final class ComparisonAnswer implements Api.Replier {
    private static final int FEWEST = 2;
    private static final int MOST = 5;

    private final Parks parks;
    private final IntensityAccounts accounts;
    private final Standings standings;
    private final SubjectOverview overview;
    private final Clock clock;
    private final StandingJson json;
    private final ClosingMarks marks;
    private final ShownObjections objections;
    private final NewestMonth newest;

    ComparisonAnswer(ConsoleSources sources, SubjectOverview overview, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.accounts = sources.intensity();
        this.standings = sources.standings();
        this.overview = overview;
        this.clock = clock;
        this.json = new StandingJson(parks);
        this.marks = sources.closings().marks();
        this.objections = new ShownObjections(sources.objectionMarks());
        this.newest = new NewestMonth(standings, clock);
    }

    /** What is compared, and by which figures. */
    private record Compared(List<Enterprise> enterprises, YearMonth month, ElectricityBasis basis) {
        List<Subject> subjects() {
            return enterprises.stream().map(e -> Subject.enterprise(e.id())).toList();
        }
    }

    @Override
    public Reply to(Question question) {
        question.allow("enterprises", "month", "basis");
        List<Enterprise> enterprises = enterprises(question);
        ElectricityBasis basis = question.basis();
        List<Subject> subjects =
                enterprises.stream().map(e -> Subject.enterprise(e.id())).toList();
        YearMonth month = question.month("month").orElseGet(() -> newest.of(subjects, basis, parks.districtZone()));
        Compared compared = new Compared(enterprises, month, basis);
        Map<String, Peers> industries = industries(compared);
        TableFile file = question.file();
        if (file != null) {
            return file(question, compared, industries, file);
        }
        JsonArray told = new JsonArray();
        industries.forEach((industry, peers) -> told.add(industry(industry, peers)));
        return Reply.ok(new JsonObject()
                .put("month", month.toString())
                .put("basis", basis.name())
                .put("enterprises", enterprises(compared, industries))
                .put("industries", told));
    }

    /** The figures of standings, with the median of the industry and the rank in it. */
    private Reply file(Question question, Compared compared, Map<String, Peers> industries, TableFile file) {
        Map<Subject, SubjectStanding> all = standings.of(compared.subjects(), compared.month(), compared.basis());
        List<Column<SubjectStanding>> columns = new ArrayList<>(new StandingColumns(
                        parks.registry(), compared.month(), compared.basis(), closed(all, compared), objected(all))
                .all());
        columns.add(Column.number(
                "industry.tcePer10kCny",
                new Bilingual(
                        "行业中位数：累计单位工业增加值能耗（吨标准煤/万元）",
                        "Median of the industry, year to date: energy per value added (tce per 10,000 CNY)"),
                4,
                s -> Cell.number(peers(s, industries).tcePer10kCny().median())));
        columns.add(
                Column.number("rank", new Bilingual("行业排名（1 为最低）", "Rank in the industry (1 is the lowest)"), 0, s -> {
                    Integer rank = peers(s, industries).rank(s.subject().id()).rank();
                    return rank == null ? null : Cell.number(rank);
                }));
        Listing<SubjectStanding> listing = new Listing<>(
                new Bilingual("企业对比", "Comparison of enterprises"),
                columns,
                s -> s.subject().id(),
                List.copyOf(all.values()));
        return new TableReply(question, clock, parks.districtZone())
                .file(listing, "greenpark-comparison-" + compared.month(), file);
    }

    private Peers peers(SubjectStanding s, Map<String, Peers> industries) {
        return Objects.requireNonNull(
                industries.get(parks.enterprise(s.subject().id()).industry()));
    }

    private List<Enterprise> enterprises(Question question) {
        String text = question.text("enterprises").orElse("");
        List<String> ids = Arrays.stream(text.split(","))
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        if (ids.size() < FEWEST || ids.size() > MOST) {
            throw Problem.badRequest(new Bilingual(
                    "参数 \"enterprises\" 的值 \"" + text + "\" 列出了 " + ids.size() + " 家企业；请填写 " + FEWEST + " 至 " + MOST
                            + " 个不同的企业编号，以逗号分隔",
                    "parameter \"enterprises\": \"" + text + "\" names " + ids.size() + "; give " + FEWEST + " to "
                            + MOST + " different ids with commas between"));
        }
        return ids.stream().map(parks::enterprise).toList();
    }

    private Map<String, Peers> industries(Compared compared) {
        Registry registry = parks.registry();
        Map<String, Peers> industries = new LinkedHashMap<>();
        for (Enterprise e : compared.enterprises()) {
            industries.computeIfAbsent(e.industry(), industry -> {
                List<String> members = registry.facts().enterprises().stream()
                        .filter(each -> each.industry().equals(industry))
                        .map(Enterprise::id)
                        .collect(Collectors.toList());
                return Peers.of(accounts, Acceptances.of(registry), members, compared.month(), compared.basis());
            });
        }
        return industries;
    }

    private Map<Subject, Mark> closed(Map<Subject, SubjectStanding> all, Compared compared) {
        return marks.ofIntensities(
                all.values().stream()
                        .map(s -> new IntensityOf(s.subject(), s.row()))
                        .toList(),
                compared.basis());
    }

    private ShownObjections.Intensities objected(Map<Subject, SubjectStanding> all) {
        return objections.standings(all.values(), parks.districtTime());
    }

    private JsonArray enterprises(Compared compared, Map<String, Peers> industries) {
        SubjectOverview.Attention attention = overview.attention();
        JsonArray rows = new JsonArray();
        Map<Subject, SubjectStanding> all = standings.of(compared.subjects(), compared.month(), compared.basis());
        Map<Subject, Mark> closed = closed(all, compared);
        ShownObjections.Intensities objected = objected(all);
        all.forEach((subject, standing) -> rows.add(json.of(standing, compared.basis(), attention, closed, objected)
                .put("months", months(subject, compared))));
        for (int i = 0; i < rows.size(); i++) {
            Enterprise e = compared.enterprises().get(i);
            Peers peers = Objects.requireNonNull(industries.get(e.industry()));
            putRank(rows.getJsonObject(i), peers.rank(e.id()));
        }
        return rows;
    }

    /** From January of the year before on. */
    private JsonArray months(Subject subject, Compared compared) {
        YearMonth begin = compared.month().withMonth(1).minusYears(1);
        YearMonth end = compared.month().plusMonths(1);
        return Json.array(accounts.rows(subject, begin, end, compared.basis()), IntensityAnswers::row);
    }

    private static void putRank(JsonObject json, Peers.Rank rank) {
        json.put("rank", rank.rank());
        ReasonJson.put(json, rank.reason());
    }

    private static JsonObject industry(String industry, Peers peers) {
        Peers.Median intensity = peers.tcePer10kCny();
        Peers.Median change = peers.changePercent();
        JsonObject json = new JsonObject()
                .put("industry", industry)
                .put("enterprises", peers.size())
                .put("n", intensity.n())
                .put("unaccepted", peers.unaccepted())
                .put("tcePer10kCny", Json.decimal(intensity.median()))
                .put("changeN", change.n())
                .put("changePercent", Json.decimal(change.median()));
        Map<String, Reason> reasons = new LinkedHashMap<>();
        putReason(reasons, "tcePer10kCny", intensity);
        putReason(reasons, "changePercent", change);
        ReasonJson.putAll(json, reasons, UnaryOperator.identity());
        return json;
    }

    private static void putReason(Map<String, Reason> reasons, String figure, Peers.Median median) {
        if (median.reason() != null) {
            reasons.put(figure, median.reason());
        }
    }
}
