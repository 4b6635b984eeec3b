package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversion factors with their units and sources, so that whoever reads a figure can work it out again. */
final class CoefficientAnswers {
    private final Parks parks;
    private final Clock clock;

    CoefficientAnswers(RegistrySource registry, Clock clock) {
        this.parks = new Parks(registry);
        this.clock = clock;
    }

    /** The factors of one carrier, as a file has them. */
    private record Line(CoefficientSet set, Carrier carrier, Coefficient coefficient) {}

    Reply list(Question question) {
        TableReply.allow(question, "basis");
        Optional<ElectricityBasis> basis = question.choice("basis", ElectricityBasis.class);
        List<CoefficientSet> sets = parks.registry().facts().coefficientSets().stream()
                .filter(set -> basis.isEmpty() || set.basis() == basis.get())
                .toList();
        TableReply reply = new TableReply(question, clock, parks.districtZone());
        Bilingual title = new Bilingual("折标系数与排放因子", "Coefficients");
        TableFile file = question.file();
        if (file != null) {
            List<Line> lines = sets.stream().flatMap(CoefficientAnswers::lines).toList();
            return reply.file(
                    reply.found(new Listing<>(
                            title, lineColumns(), line -> line.set().id(), lines)),
                    "greenpark-coefficients",
                    file);
        }
        return reply.of(
                new Listing<>(title, setColumns(), CoefficientSet::id, sets),
                "greenpark-coefficients",
                new JsonObject(),
                "rows",
                page -> Json.array(page, CoefficientAnswers::set));
    }

    private static Stream<Line> lines(CoefficientSet set) {
        return inOrder(set).map(each -> new Line(set, each.getKey(), each.getValue()));
    }

    private static Stream<Map.Entry<Carrier, Coefficient>> inOrder(CoefficientSet set) {
        return set.coefficients().entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    private static JsonObject set(CoefficientSet set) {
        LocalDate validTo = set.validTo();
        return new JsonObject()
                .put("id", set.id())
                .put("basis", set.basis().name())
                .put("validFrom", set.validFrom().toString())
                .put("validTo", validTo == null ? null : validTo.toString())
                .put("source", source(set).en())
                .put("sourceText", Json.words(source(set)))
                .put(
                        "coefficients",
                        Json.array(inOrder(set).toList(), each -> coefficient(each.getKey(), each.getValue())));
    }

    /** Where its factors come from. */
    private static Bilingual source(CoefficientSet set) {
        List<Bilingual> sources = inOrder(set)
                .map(each -> each.getValue().sourceText())
                .distinct()
                .toList();
        return new Bilingual(
                sources.stream().map(Bilingual::zh).collect(Collectors.joining("；")),
                sources.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }

    private static JsonObject coefficient(Carrier carrier, Coefficient c) {
        return new JsonObject()
                .put("carrier", carrier.code())
                .put("unit", carrier.unit().symbol())
                .put("kgcePerUnit", Json.decimal(c.kgcePerUnit()))
                .put("co2TPerUnit", Json.decimal(co2TPerUnit(c)))
                .put("countsInComprehensiveEnergy", c.countsInComprehensiveEnergy())
                .put("source", c.source())
                .put("sourceText", Json.words(c.sourceText()))
                .put("confirmed", c.confirmed());
    }

    private static @Nullable BigDecimal co2TPerUnit(Coefficient c) {
        BigDecimal kg = c.co2KgPerUnit();
        return kg == null ? null : kg.movePointLeft(3);
    }

    private static List<Column<CoefficientSet>> setColumns() {
        return List.of(
                Column.text("id", new Bilingual("系数集", "Set"), set -> Cell.code(set.id())),
                Column.text("basis", new Bilingual("折标口径", "Basis"), set -> Cell.words(StandingTexts.of(set.basis()))),
                Column.text("validFrom", new Bilingual("生效", "Valid from"), set -> new Cell.Day(set.validFrom())),
                Column.text("source", new Bilingual("来源", "Source"), set -> Cell.words(source(set))));
    }

    private static List<Column<Line>> lineColumns() {
        return List.of(
                Column.text(
                        "id",
                        new Bilingual("系数集", "Set"),
                        line -> Cell.code(line.set().id())),
                Column.text(
                        "basis",
                        new Bilingual("折标口径", "Basis"),
                        line -> Cell.words(StandingTexts.of(line.set().basis()))),
                Column.text(
                        "validFrom",
                        new Bilingual("生效", "Valid from"),
                        line -> new Cell.Day(line.set().validFrom())),
                Column.text(
                        "validTo",
                        new Bilingual("失效", "Valid to, exclusive"),
                        line -> line.set().validTo() == null
                                ? null
                                : new Cell.Day(line.set().validTo())),
                Column.text(
                        "carrier",
                        new Bilingual("能源品种", "Carrier"),
                        line -> Cell.code(line.carrier().code())),
                Column.text(
                        "unit",
                        new Bilingual("单位", "Unit"),
                        line -> Cell.unit(line.carrier().unit().symbol())),
                Column.number(
                        "kgcePerUnit",
                        new Bilingual("折标系数（kgce/单位）", "kgce per unit"),
                        7,
                        line -> Cell.number(line.coefficient().kgcePerUnit())),
                Column.number(
                        "co2TPerUnit",
                        new Bilingual("二氧化碳排放因子（tCO₂/单位）", "tCO2 per unit"),
                        7,
                        line -> Cell.number(co2TPerUnit(line.coefficient()))),
                Column.text(
                        "countsInComprehensiveEnergy",
                        new Bilingual("计入综合能耗", "Counts in comprehensive energy"),
                        line -> Cell.truth(line.coefficient().countsInComprehensiveEnergy())),
                Column.text(
                        "source",
                        new Bilingual("来源", "Source"),
                        line -> Cell.words(line.coefficient().sourceText())),
                Column.text(
                        "confirmed",
                        new Bilingual("来源已核实", "Confirmed"),
                        line -> Cell.truth(line.coefficient().confirmed())));
    }
}
