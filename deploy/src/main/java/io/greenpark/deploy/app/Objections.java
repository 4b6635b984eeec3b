package io.greenpark.deploy.app;

import io.greenpark.access.account.ApiKey;
import io.greenpark.access.account.ApiKeys;
import io.greenpark.alerts.Alerts;
import io.greenpark.objection.calendar.WorkingDays;
import io.greenpark.objection.desk.CorrectedStatistics;
import io.greenpark.objection.desk.ObjectionDesk;
import io.greenpark.objection.desk.ObjectionLetters;
import io.greenpark.objection.desk.RecordedInvolvement;
import io.greenpark.objection.desk.VoidedFigures;
import io.greenpark.objection.term.TermLoop;
import io.greenpark.returns.desk.ReturnDesk;
import java.time.Clock;

/** Objections and what they rest on. The one place that says by which calendar their terms run. */
final class Objections {
    private final Stores opened;
    private final ReturnDesk returns;
    private final Alerts alerts;
    private final AppConfig config;
    private final Clock clock;

    Objections(Stores opened, ReturnDesk returns, Alerts alerts, AppConfig config, Clock clock) {
        this.opened = opened;
        this.returns = returns;
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
    }

    /** Those of the notice plan in force: there is one calendar for all that people do. */
    private WorkingDays days() {
        return day -> alerts.workingTime().isWorkday(day);
    }

    private ObjectionLetters letters() {
        return new ObjectionLetters(
                opened.registry(),
                alerts.letters(),
                config.alerts().links().urls(config.http().publicUrl()));
    }

    ObjectionDesk desk() {
        return new ObjectionDesk(
                opened.books(),
                opened.registry(),
                days(),
                new RecordedInvolvement(
                        opened.books(),
                        opened.registry(),
                        opened.registry().history(),
                        opened.registry().reviews(),
                        alerts.cases(),
                        returns,
                        this::accountOf),
                effects(),
                letters(),
                config.objections(),
                clock);
    }

    /** What a program did with a key was the doing of the account that answers for it. */
    private String accountOf(String who) {
        ApiKeys keys = opened.identities().keys();
        return keys.all().stream()
                .filter(key -> key.id().equals(who))
                .map(ApiKey::userName)
                .findFirst()
                .orElse(who);
    }

    private VoidedFigures effects() {
        return new VoidedFigures(opened.registry(), alerts.voids());
    }

    /** Reminds of terms and notes those that passed; sees what months await. */
    TermLoop terms() {
        return new TermLoop(
                opened.books(),
                opened.registry(),
                days(),
                letters(),
                config.objections(),
                new CorrectedStatistics(opened.books(), opened.registry(), effects(), clock),
                clock);
    }
}
