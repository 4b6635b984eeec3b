package io.greenpark.alerts.cases;

import io.greenpark.alerts.cases.CaseEvent.Kind;
import io.greenpark.alerts.cases.Inhibition.UninhibitedEpisode;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides what happens to the cases of one key in one reconciliation: which event, if any, each of them gets. */
final class CaseChanges {
    /** An episode over for longer than this before its data arrived is put on record without a notification. */
    private static final Duration TOO_LATE = Duration.ofDays(1);

    /** Causes that void a verdict because nothing is expected of its subject any more, or of that time of it. */
    private static final Set<Cause> ENDS = EnumSet.of(
            Cause.DEVICE_REMOVED,
            Cause.DEVICE_ENDED,
            Cause.POINT_ENDED,
            Cause.GATEWAY_WITHOUT_DEVICES,
            Cause.DOOR_REMOVED,
            Cause.CANARY_OFF,
            Cause.CHANNEL_REMOVED,
            Cause.NOT_ACCEPTED,
            Cause.MARKED);

    private final CaseKey key;
    private final CasePolicy policy;
    private final List<Verdict> verdicts;
    private final Function<Verdict, Instant> arrivedAt;
    private final Instant now;
    private final CaseMessages messages;
    private final CaseEventWriter events;

    CaseChanges(
            CaseKey key,
            CasePolicy policy,
            List<Verdict> verdicts,
            Function<Verdict, Instant> arrivedAt,
            Instant now,
            CaseMessages messages,
            CaseEventWriter events) {
        this.key = key;
        this.policy = policy;
        this.verdicts = verdicts;
        this.arrivedAt = arrivedAt;
        this.now = now;
        this.messages = messages;
        this.events = events;
    }

    /** An episode without a case gets one. */
    void create(UninhibitedEpisode found) {
        Episode episode = found.episode();
        int generation = events.casesSince(key, episode.since());
        String id = CaseId.of(key, episode.since(), generation);
        boolean late = tooLate(episode);
        CaseStatus status =
                late ? CaseStatus.recorded(policy.trial(), episode.coveredTo()) : CaseStatus.open(policy.trial());
        CaseContent content = content(found);
        CaseRow created =
                new CaseRow(id, key, status, content, content.comparison().severity(), now, null);
        if (late) {
            events.insert(created, generation);
            events.add(created, Kind.RECORDED);
        } else if (episode.over() != null) {
            // Already over: it must not be open in the table even for a moment, where another of the key may be.
            CaseRow cleared = created.withStatus(status.cleared(episode.over()));
            events.insert(cleared, generation);
            events.add(created, Kind.RAISED);
            events.add(cleared, Kind.CLEARED);
        } else {
            events.insert(created, generation);
            events.add(created, Kind.RAISED);
        }
    }

    /** The episode of a case no longer exists. */
    void withdraw(CaseRow c) {
        CaseContent content = c.content().withText(messages.withdrawn(key, c.content(), voided(c)));
        CaseStatus status = new CaseStatus(Case.State.WITHDRAWN, c.raised(), c.trial(), now);
        events.update(c.withContent(content).withStatus(status), Kind.WITHDRAWN);
    }

    /** Why what a case rests on was voided; null where data changed. An objection may have been right about some of its time only. */
    private @Nullable Reason voided(CaseRow c) {
        Reason objection = verdicts.stream()
                .filter(v -> v.from().equals(c.since())
                        || v.from().isBefore(c.coveredTo()) && !v.from().isBefore(c.since()))
                .map(Verdict::reason)
                .filter(why -> why != null && why.cause() == Cause.OBJECTION_UPHELD)
                .findFirst()
                .orElse(null);
        return objection == null ? noLongerExpected(c) : objection;
    }

    /** Why nothing is expected any more of what a case rests on; null where something is. */
    private @Nullable Reason noLongerExpected(CaseRow c) {
        return verdicts.stream()
                .filter(v -> v.outcome() == Outcome.UNJUDGED
                        && v.from().equals(c.content().figureFrom()))
                .map(Verdict::reason)
                .filter(why -> why != null && ENDS.contains(why.cause()))
                .findFirst()
                .orElse(null);
    }

    /** What a case with an episode says, and why that ended where it did not end by itself. */
    private CaseContent content(UninhibitedEpisode found) {
        CaseContent content = CaseContent.of(key, found.episode(), messages.message(key, found.episode()));
        if (found.cutShort()) {
            return content.withText(messages.inhibited(content.text()));
        }
        return found.ended() == null ? content : content.withText(messages.ended(content.text(), found.ended()));
    }

    /** The time of a case is inhibited; the notification of the inhibiting case says so. */
    void inhibit(CaseRow c) {
        if (c.open()) {
            CaseContent content =
                    c.content().withText(messages.inhibited(c.content().text()));
            events.updateQuietly(c.withContent(content).withStatus(c.status().cleared(now)), Kind.CLEARED);
        }
    }

    /** The episode of a case may have changed, or it came again. */
    void update(CaseRow before, UninhibitedEpisode found) {
        Episode episode = found.episode();
        int again = episode.spells().again();
        int knownAgain = before.content().spells().again();
        if (again == 0) {
            updateOnce(before, found);
            return;
        }
        CaseContent content = content(found);
        CaseRow after = before.withContent(content.withText(messages.again(key, episode, content.text())));
        Instant over = found.cutShort() ? episode.coveredTo() : episode.over();
        CaseStatus status = over == null
                ? CaseStatus.open(before.trial() && policy.trial())
                : after.status().cleared(over);
        CaseRow now = after.withStatus(status);
        if (knownAgain == 0 && over == null) {
            // Told once; that it comes and goes is not told each time.
            events.update(now, Kind.AMENDED);
        } else if (before.open() != (over == null) || again != knownAgain) {
            events.updateQuietly(now, over == null ? Kind.AMENDED : Kind.CLEARED);
        } else if (over == null && worsened(after)) {
            events.update(now, Kind.WORSENED);
        } else if (!now.equals(before)) {
            events.rewrite(over == null ? after : now);
        }
    }

    private void updateOnce(CaseRow before, UninhibitedEpisode found) {
        Episode episode = found.episode();
        CaseRow after = before.withContent(content(found));
        if (before.open() && found.cutShort()) {
            events.updateQuietly(after.withStatus(after.status().cleared(episode.coveredTo())), Kind.CLEARED);
        } else if (before.open()) {
            updateOpen(before, after, episode);
        } else if (!episode.closed() && !tooLate(episode)) {
            boolean trial = before.trial() && policy.trial();
            events.update(after.withStatus(CaseStatus.open(trial)), before.raised() ? Kind.AMENDED : Kind.RAISED);
        } else if (amended(before, episode)) {
            events.update(after.withStatus(after.status().cleared(episode.coveredTo())), Kind.AMENDED);
        } else if (!after.equals(before)) {
            events.rewrite(after);
        }
    }

    private void updateOpen(CaseRow before, CaseRow after, Episode episode) {
        if (episode.over() != null) {
            events.update(after.withStatus(after.status().cleared(episode.over())), Kind.CLEARED);
        } else if (before.trial() && !policy.trial()) {
            events.update(after.withStatus(CaseStatus.open(false)), Kind.RAISED);
        } else if (amended(before, episode)) {
            events.update(after.withStatus(CaseStatus.open(after.trial())), Kind.AMENDED);
        } else if (worsened(after)) {
            events.update(after.withStatus(CaseStatus.open(after.trial())), Kind.WORSENED);
        } else if (!after.equals(before)) {
            events.rewrite(after);
        }
    }

    /** Whether people were notified of what no longer holds. */
    private boolean amended(CaseRow before, Episode episode) {
        return before.raised() && (!before.since().equals(episode.since()) || !stillHolds(before));
    }

    /** Whether the figure the case shows is still what the verdict on its period says. */
    private boolean stillHolds(CaseRow c) {
        Comparison shown = c.content().comparison();
        return verdicts.stream()
                .anyMatch(v -> v.from().equals(c.content().figureFrom())
                        && v.outcome() == Outcome.RAISES
                        && (same(v.figure(), shown.figure()) || key.yearToDate() && nearlyAsNotified(v, c))
                        && same(v.limit(), shown.limit()));
    }

    /** Whether a figure that changed is still near enough to the one people were notified of. */
    private boolean nearlyAsNotified(Verdict v, CaseRow c) {
        BigDecimal increase = increase(v.severity(), c.notifiedSeverity());
        return increase != null && increase.abs().compareTo(policy.hysteresis().worsenBy()) < 0;
    }

    private boolean worsened(CaseRow c) {
        BigDecimal increase = increase(c.severity(), c.notifiedSeverity());
        return increase != null && increase.compareTo(policy.hysteresis().worsenBy()) >= 0;
    }

    private boolean tooLate(Episode episode) {
        Instant lastEnd = episode.last().to();
        Instant lasted = episode.closed() ? lastEnd : lastEnd.plus(policy.standsFor());
        Instant latest = lasted.plus(TOO_LATE);
        return now.isAfter(latest) && arrivedAt.apply(episode.last()).isAfter(latest);
    }

    private static @Nullable BigDecimal increase(@Nullable BigDecimal severity, @Nullable BigDecimal notified) {
        return severity == null || notified == null ? null : severity.subtract(notified);
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? Objects.equals(a, b) : a.compareTo(b) == 0;
    }
}
