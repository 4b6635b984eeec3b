package io.greenpark.dashboards.api;

import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.RegistrySource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Statistics that count as allowed for everything because nobody stated their use: whose they are and of which months. */
final class StatisticAnswers {
    private final Parks parks;

    StatisticAnswers(RegistrySource registry) {
        this.parks = new Parks(registry);
    }

    JsonObject unstated(Question question) {
        question.allow();
        Map<String, TreeSet<YearMonth>> months = new TreeMap<>();
        parks.registry().facts().statistics().stream()
                .filter(s -> !s.useStated())
                .forEach(s -> add(months, s));
        JsonArray enterprises = new JsonArray();
        months.forEach((enterprise, of) ->
                enterprises.add(parks.named(enterprise).put("count", of.size()).put("spans", spans(of))));
        return new JsonObject()
                .put("count", months.values().stream().mapToInt(TreeSet::size).sum())
                .put("enterprises", enterprises);
    }

    private static void add(Map<String, TreeSet<YearMonth>> months, MonthlyStatistic s) {
        months.computeIfAbsent(s.enterpriseId(), e -> new TreeSet<>()).add(s.month());
    }

    /** Months one after the other as one span. */
    private static JsonArray spans(TreeSet<YearMonth> months) {
        JsonArray spans = new JsonArray();
        YearMonth first = months.first();
        for (YearMonth month : months) {
            if (!months.contains(month.plusMonths(1))) {
                spans.add(new JsonObject().put("first", first.toString()).put("last", month.toString()));
                YearMonth next = months.higher(month);
                first = next == null ? month : next;
            }
        }
        return spans;
    }
}
