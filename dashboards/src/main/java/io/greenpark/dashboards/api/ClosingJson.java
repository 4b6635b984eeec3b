package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.returns.closing.ClosedComparisons.Comparison;
import io.greenpark.returns.closing.ClosedEdition;
import io.greenpark.returns.closing.ClosedFigure;
import io.greenpark.returns.closing.ClosedFigure.OfBasis;
import io.greenpark.returns.closing.ClosingMarks.Mark;
import io.greenpark.returns.closing.FigureChange;
import io.greenpark.returns.closing.OpenPoint;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Closed months in JSON. */
final class ClosingJson {
    private ClosingJson() {}

    /** What stands beside a figure of a closed month; null while the month is open. */
    static @Nullable JsonObject mark(@Nullable Mark mark, ZoneId zone) {
        return mark == null
                ? null
                : new JsonObject()
                        .put("edition", mark.closed().edition())
                        .put("closedAt", Json.time(mark.closed().closedAt(), zone))
                        .put("changes", Json.array(mark.changes(), ClosingJson::change))
                        .put("since", Json.time(mark.since(), zone));
    }

    static JsonObject change(FigureChange change) {
        return new JsonObject()
                .put("field", change.field())
                .put("basis", change.basis() == null ? null : change.basis().name())
                .put("closed", value(change.closed()))
                .put("present", value(change.present()))
                .put("difference", Json.decimal(change.difference()));
    }

    /** Levels are words, all others decimals. */
    private static @Nullable String value(@Nullable String text) {
        return text == null || Character.isLetter(text.charAt(0)) ? text : Json.decimal(new BigDecimal(text));
    }

    static JsonObject edition(ClosedEdition edition, Registry registry, ZoneId zone) {
        return new JsonObject()
                .put("edition", edition.edition())
                .put("closedAt", Json.time(edition.at(), zone))
                .put("closedBy", edition.who())
                .put("reason", edition.reason())
                .put("points", Json.array(edition.points(), point -> point(point, registry)));
    }

    static JsonObject point(OpenPoint point, Registry registry) {
        String enterprise = point.enterprise();
        return new JsonObject()
                .put("kind", point.kind().name())
                .put(
                        "enterprise",
                        enterprise == null
                                ? null
                                : Json.named(
                                        enterprise,
                                        Subject.enterprise(enterprise).name(registry)))
                .put("point", point.point())
                .put("detail", point.detail())
                .put("text", Json.words(ClosingTexts.of(point, registry)));
    }

    static JsonObject comparison(Comparison compared, Registry registry, ZoneId zone) {
        Subject subject = compared.closed().subject();
        ClosedFigure present = compared.present();
        return new JsonObject()
                .put("scope", subject.scope().name())
                .put("id", subject.id())
                .put("name", Json.name(subject.name(registry)))
                .put("closed", figure(compared.closed()))
                .put("present", present == null ? null : figure(present))
                .put("changes", Json.array(compared.changes(), ClosingJson::change))
                .put("since", Json.time(compared.since(), zone));
    }

    static JsonObject figure(ClosedFigure figure) {
        JsonObject amounts = new JsonObject();
        new TreeMap<>(figure.amounts())
                .forEach((carrier, amount) -> amounts.put(Json.amountKey(carrier), Json.decimal(amount)));
        JsonObject bases = new JsonObject();
        new TreeMap<>(figure.bases()).forEach((basis, of) -> bases.put(EnumCode.of(basis), basis(of)));
        return new JsonObject()
                .put("amounts", amounts)
                .put("completeness", figure.completeness())
                .put("measuredShare", figure.measured())
                .put("ivaCny", Json.decimal(figure.ivaCny()))
                .put("outputCny", Json.decimal(figure.outputCny()))
                .put("status", figure.status() == null ? null : figure.status().name())
                .put("allowedUse", figure.use() == null ? null : EnumCode.of(figure.use()))
                .put("bases", bases);
    }

    private static JsonObject basis(OfBasis of) {
        BigDecimal tce = of.tce();
        JsonObject json = new JsonObject()
                .put("tce", Json.decimal(tce))
                .put("kgce", tce == null ? null : Json.decimal(tce.movePointRight(3)))
                .put("tcePer10kCny", Json.decimal(of.tcePer10kCny()))
                .put("verdict", of.verdict() == null ? null : of.verdict().name())
                .put("level", of.level() == null ? null : of.level().name())
                .put("coefficientSet", of.coefficientSet());
        ReasonJson.putAll(json, of.reasons(), UnaryOperator.identity());
        return json;
    }

    /** What a closing is recorded under. */
    static String id(ClosedMonth closed) {
        return closed.key().id();
    }
}
