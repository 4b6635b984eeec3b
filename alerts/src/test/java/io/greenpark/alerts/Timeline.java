package io.greenpark.alerts;

import io.greenpark.alerts.bounce.BounceCounts;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.CitedRule;
import io.greenpark.alerts.cases.RuleCitations;
import io.greenpark.alerts.cases.ToldCases;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.contact.ContactDesk;
import io.greenpark.alerts.desk.HandlingDesk;
import io.greenpark.alerts.desk.ProcedureVersion;
import io.greenpark.alerts.explain.ExplainedTable;
import io.greenpark.alerts.explain.Explanation;
import io.greenpark.alerts.marking.MarkDesk;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rulebook.AlertRule;
import io.greenpark.alerts.rulebook.RuleDesk;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** Moves the clock and looks who uses power though it does not operate. */
    public Timeline stoppedAt(String local) {
        at(local);
        stopped.step();
        return this;
    }

    /** As if something had not been judged before: an installation of before it was. */
    public Timeline deleteJudgedSince(String what) {
        books.write(tx -> tx.handle().execute("DELETE FROM alert_judged_since WHERE rule = ?", what));
        return this;
    }

    /** Changes a rule, or makes one where no id is given. */
    public AlertRule rule(String id, long seen, String document) {
        RuleDesk desk = new RuleDesk(rules.books(), this);
        String canonical = desk.canonicalRule(document);
        return books.write(tx -> {
            String own = id.isEmpty() ? desk.nextRule(tx.handle(), canonical, Set.of()) : id;
            desk.checkRule(tx.handle(), own, canonical, clock.instant());
            return desk.putRule(tx.handle(), clock.instant(), new RuleDesk.Wanted(own, canonical, seen, "li", "试行"))
                    .orElseThrow();
        });
    }

    /** The rule by which a case was raised. */
    public CitedRule citedBy(Case c) {
        return books.read(handle -> RuleCitations.of(handle, c.id())).orElseThrow();
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

    /** Looks on which ways of telling people nothing gets through. */
    public Timeline lookAtChannels() {
        deadChannels.step();
        return this;
    }

    /** An objection to what was said of a case's key in a time is upheld. */
    public Timeline upheld(Case.Rule rule, String from, String to) {
        CaseKey key = cases(rule).get(0).key();
        books.write(tx -> {
            voids.add(tx, key, time(from), time(to), "YY-2026-0001", clock.instant());
            return true;
        });
        return this;
    }

    /** What is said of a subject's limit in a time. */
    public List<Verdict> verdicts(String subject, String from, String to) {
        return books.read(handle -> VerdictTable.between(
                handle, Case.Rule.LIMIT_EXCEEDED, subject, time(from).toEpochMilli(), time(to).toEpochMilli()));
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

    /** Moves the clock and looks at terms and levels, as the platform does every half minute. */
    public Timeline handlingAt(String local) {
        at(local);
        handlingRounds.step();
        return this;
    }

    /** Where people act on cases. */
    public HandlingDesk desk() {
        return handlingDesk;
    }

    /** Other procedures are in force; empty where others came in between. */
    public Optional<ProcedureVersion> procedures(long based, String document, String by) {
        String canonical = handlingDesk.canonicalProcedures(document);
        return books().write(tx ->
                handlingDesk.changeProcedures(tx.handle(), based, canonical, by, "市局 2026 年 12 号文", clock.instant()));
    }

    /** Moves the clock and tells of marks that wait, if it is time. */
    public Timeline markDigestAt(String local) {
        at(local);
        markDigest.step();
        return this;
    }

    /** Where own data are marked. */
    public MarkDesk marks() {
        return markDesk;
    }

    /** How contacts stand, and what people say of them. */
    public ContactDesk contacts() {
        return contactDesk;
    }

    /** What explains a case; null for nothing. */
    public @Nullable Explanation explanation(Case c) {
        return books.<Map<String, Explanation>, RuntimeException>read(
                        handle -> ExplainedTable.of(handle, List.of(c.id())))
                .get(c.id());
    }

    /** Moves the clock and looks whether anybody is to be told sooner. */
    public Timeline escalationsAt(String local) {
        at(local);
        explanations.step(books, clock.instant());
        escalations.step();
        return this;
    }

    /** Looks into the mailbox that mails come back to until nothing is left there to read. */
    public Timeline readBounces() {
        while (Objects.requireNonNull(bounces, "mail.bounces.host").step()) {
            // Until nothing is left.
        }
        return this;
    }

    /** The same in a process that another one overtakes between its look and its writing. */
    public Timeline readBouncesOvertaken() {
        if (overtakenBounces().step()) {
            throw new AssertionError("there is nothing more to read for whoever was overtaken");
        }
        return this;
    }

    /** What was in that mailbox. */
    public BounceCounts bounceCounts() {
        return books.read(BounceCounts::of);
    }

    /** The books are as they were before anything of the mailbox was read, as after they were restored; what is known of reports stays. */
    public Timeline forgetMailbox() {
        books.write(tx -> tx.handle().execute("UPDATE bounce_mailbox SET uid = 0"));
        return this;
    }

    /** The numbers of that mailbox begin anew, as after it was restored. */
    public Timeline renumberMailbox() {
        books.write(tx -> tx.handle().execute("UPDATE bounce_mailbox SET validity = validity + 1"));
        return this;
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
        return new CaseBook(books, clock, handlings);
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
