package io.greenpark.dashboards.api;

import io.greenpark.alerts.notice.Weekly;
import io.greenpark.dashboards.monday.MondayJson;
import io.greenpark.dashboards.monday.MondayPages;
import io.greenpark.dashboards.monday.MondayTable;
import io.greenpark.dashboards.monday.MondayTable.Told;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** How a week went: as the account was told it, otherwise made anew of what is known now. */
final class MondayAnswers {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);

    private final Parks parks;
    private final Scope scope;
    private final Books books;
    private final MondayPages pages;
    private final Clock clock;

    MondayAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.books = sources.books();
        this.pages = new MondayPages(sources);
        this.clock = clock;
    }

    JsonObject page(Question question) {
        question.allow("week");
        ZoneId zone = parks.districtZone();
        LocalDate newest = Weekly.week(clock.instant().atZone(zone).toLocalDate());
        LocalDate week =
                question.text("week").map(text -> Dates.day("week", text)).orElse(newest);
        if (week.getDayOfWeek() != DayOfWeek.MONDAY || week.isAfter(newest) || week.isBefore(FIRST)) {
            throw Problem.badRequest(new Bilingual(
                    "\"week\" 的值 \"" + week + "\" 不可用；须为 " + FIRST + " 至 " + newest + " 间的周一",
                    "\"week\": \"" + week + "\" is not allowed; give a Monday from " + FIRST + " to " + newest));
        }
        Optional<Told> told = books.read(
                handle -> MondayTable.find(handle, week, question.viewer().account(), scope));
        // What was told before objections were on it says nothing of them.
        return told.map(t ->
                        t.page().containsKey("objections") ? t.page() : t.page().putNull("objections"))
                .orElseGet(() -> MondayJson.of(pages.of(scope, week)))
                .put("newest", newest.toString())
                .put("told", told.map(t -> Json.time(t.at(), zone)).orElse(null));
    }
}
