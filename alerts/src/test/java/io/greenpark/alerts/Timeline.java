package io.greenpark.alerts;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.ToldCases;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.contact.ContactDesk;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistryDifference;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.BooksKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A story told in park time: figures come in, rules are evaluated, cases and notifications follow. Real books, a settable
 * clock.
 */
public final class Timeline extends TimelineDoors {
    private boolean holding;

    public Timeline() {
        this(BooksKind.SQLITE);
    }

    public Timeline(BooksKind kind) {
        super(kind);
    }

    @Override
    Timeline line() {
        return this;
    }

    /** An instant in park time: {@code 2026-11-23T10:05}. */
    public static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(ParkTime.SHANGHAI).toInstant();
    }

    /** Moves the clock and lets the platform do what is due by then. */
    public Timeline at(String local) {
        clock.set(time(local));
        return evaluate();
    }

    public Timeline evaluate() {
        while (!holding && evaluator.step()) {
            // Until nothing is left.
        }
        return this;
    }

    /** Marks that wait to be evaluated. */
    public long evaluatorLag() {
        return evaluator.lag();
    }

    /** What changes in {@code story} waits to be evaluated. */
    public Timeline leavingMarks(Runnable story) {
        holding = true;
        story.run();
        holding = false;
        return this;
    }

    /** What changes in {@code story} is evaluated together, after it. */
    public Timeline allAtOnce(Runnable story) {
        return leavingMarks(story).evaluate();
    }

    /** Evaluates the silence of every device, as the platform does every few seconds. */
    public Timeline evaluateSilence() {
        silence.step();
        return this;
    }

    /** Moves the clock and evaluates whose data stand still. */
    public Timeline standstillAt(String local) {
        at(local);
        standstill.evaluate();
        return this;
    }

    /** Looks whether anything is still expected of the open cases of limits and targets. */
    public Timeline endCases() {
        ended.step();
        return this;
    }

    /** Moves the clock and evaluates the silence of every device. */
    public Timeline silenceAt(String local) {
        return at(local).evaluateSilence();
    }

    /** Moves the clock and evaluates whether the canary arrives. */
    public Timeline canaryAt(String local) {
        clock.set(time(local));
        canary.step();
        return this;
    }

    public Timeline detectLimitChanges() {
        limitChanges.detect(RegistryDifference.whole(registry), clock.instant());
        return scheduleChanged().evaluate();
    }

    /** Makes an edit of the registry, and looks at the limits that the changed documents have a part in. */
    public Timeline edit(TestPark park) {
        Registry before = registry;
        registry = park.registry();
        RegistryChange change = RegistryChange.between(1, before, registry);
        limitChanges.detect(new RegistryDifference(before, registry, change.keys()), clock.instant());
        return this;
    }

    /** Schedules the next portion of what changed limits make to be evaluated. */
    public boolean schedulePortion() {
        return limitChanges.step(clock.instant());
    }

    /** Schedules all that changed limits make to be evaluated. */
    public Timeline scheduleChanged() {
        while (schedulePortion()) {
            // Until nothing is left.
        }
        return this;
    }

    /** Moves the clock and looks at all contacts, as the platform does every minute. */
    public Timeline contactsAt(String local) {
        clock.set(time(local));
        contactRounds.step();
        contactEvaluator.step();
        return this;
    }

    /** How contacts stand, and what people say of them. */
    public ContactDesk contacts() {
        return contactDesk;
    }

    /** Delivers one portion of notifications. */
    public Timeline deliver() {
        try {
            dispatcher.step();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    public CaseBook cases() {
        return new CaseBook(books, clock);
    }

    /** Cases as officers may see them. */
    public Cases told() {
        return new ToldCases(cases(), new WithheldFigures(this, disclosures));
    }

    /** The cases of a rule, oldest first. */
    public List<Case> cases(Case.Rule rule) {
        return cases().list(CaseFilter.all(), 1_000).stream()
                .filter(c -> c.rule() == rule)
                .sorted(Comparator.comparing(Case::since))
                .toList();
    }

    public Case only(Case.Rule rule) {
        List<Case> cases = cases(rule);
        if (cases.size() != 1) {
            throw new AssertionError("one case of " + rule.code() + " expected, there are " + cases);
        }
        return cases.get(0);
    }

    public static List<CaseEvent.Kind> events(Case c) {
        return c.events().stream().map(CaseEvent::kind).toList();
    }

    /** The events of which people were or are to be notified, in order. */
    public List<String> notifications() {
        List<String> notifications = new ArrayList<>();
        for (Case c : cases().list(CaseFilter.all(), 1_000)) {
            cases().notifications(c.id())
                    .forEach(n -> notifications.add(c.rule().code() + " "
                            + c.events().get(n.event() - 1).kind()));
        }
        return notifications;
    }
}
