package io.greenpark.deploy.app;

import io.greenpark.alerts.Alerts;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.stopped.StopOrder;
import io.greenpark.cleanproduction.candidate.CandidateFinder;
import io.greenpark.cleanproduction.candidate.CandidateLoop;
import io.greenpark.cleanproduction.coverage.Coverage;
import io.greenpark.cleanproduction.deadline.Deadlines;
import io.greenpark.cleanproduction.desk.CleanProduction;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.OrderDesk;
import io.greenpark.cleanproduction.order.Order.StopTime;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.value.CleanCoverage;
import io.greenpark.plan.value.Measured;
import io.greenpark.store.loop.BackgroundLoop;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What clean production does by the clock: deadlines are told and judged, and the books are looked through for candidates. */
final class CleanProductionParts {
    private static final Duration DEADLINES_EVERY = Duration.ofMinutes(1);
    private static final Duration CANDIDATES_EVERY = Duration.ofMinutes(10);

    private static final Bilingual NOBODY_LISTED = new Bilingual("清单上没有企业", "no enterprise is on the approved list");

    private CleanProductionParts() {}

    static CleanProduction desks(AppConfig config, Stores opened, Clock clock) {
        return CleanProduction.of(opened.books(), opened.registry(), config.cleanProduction(), clock);
    }

    /** Coverage for the plan's board: at the end of a period, or today where it still runs. */
    static CleanCoverage coverage(CleanProductionDesk audits) {
        return (area, day) -> {
            LocalDate today = audits.today();
            Map<String, Coverage> byPark = audits.coverage(audits.snapshot(), day.isAfter(today) ? today : day);
            Coverage counted = area.park() == null
                    ? byPark.values().stream().reduce(Coverage.NONE, Coverage::and)
                    : byPark.getOrDefault(area.park(), Coverage.NONE);
            BigDecimal percent = counted.percent();
            return percent == null
                    ? Measured.missing(NOBODY_LISTED, 0, 0)
                    : Measured.of(percent, counted.listed(), counted.listed());
        };
    }

    /** Orders to stop, as the rule of power while stopped takes them. */
    static Map<String, List<StopOrder>> stopOrders(Handle handle) {
        Map<String, List<StopOrder>> orders = new HashMap<>();
        OrderDesk.stops(handle)
                .forEach((enterprise, stops) -> orders.put(
                        enterprise,
                        stops.stream().map(CleanProductionParts::stopOrder).toList()));
        return orders;
    }

    private static StopOrder stopOrder(StopTime stop) {
        Paper paper = stop.order().paper();
        return new StopOrder(paper.number(), paper.authority(), stop.from(), stop.lifted());
    }

    static List<BackgroundLoop> loops(AppConfig config, Stores opened, Accounts accounts, Alerts alerts, Clock clock) {
        LinksConfig.Urls urls = config.alerts().links().urls(config.http().publicUrl());
        Deadlines deadlines = new Deadlines(
                opened.books(),
                opened.registry(),
                desks(config, opened, clock).audits(),
                alerts.letters(),
                alerts.overdue(),
                new Deadlines.Mailing(config.alerts().outbox().recipients(), urls.officers(), urls.enterprises()),
                clock);
        CandidateLoop candidates = new CandidateLoop(
                opened.books(),
                opened.registry(),
                new CandidateFinder(accounts.energy(), accounts.discharge(), alerts.cases(), config.cleanProduction()),
                clock);
        return List.of(
                new BackgroundLoop("audits", deadlines::step, DEADLINES_EVERY, clock),
                new BackgroundLoop("candidates", candidates::step, CANDIDATES_EVERY, clock));
    }
}
