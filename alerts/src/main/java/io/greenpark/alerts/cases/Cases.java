package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads cases and takes acknowledgements. Any thread may call. */
public interface Cases {
    /** Newest first, without what happened to them, which {@link #withEvents} reads for those that are shown. */
    List<Case> summaries(CaseFilter filter, int max);

    /** The same cases with everything that happened to them, read at once. */
    List<Case> withEvents(List<Case> cases);

    /** Newest first, with everything that happened to them. */
    default List<Case> list(CaseFilter filter, int max) {
        return withEvents(summaries(filter, max));
    }

    /** How many cases a filter takes; those on trial only where it takes nothing else. */
    CaseCounts counts(CaseFilter filter);

    /** How many cases are open about each subject, those on trial excepted; those without one are absent. */
    Map<Subject, Integer> open();

    /** How many open cases of those that a filter takes each account sees to, those on trial excepted, by user name; who has none is absent. */
    Map<String, Long> openByAccount(CaseFilter filter);

    Optional<Case> find(String id);

    /** The verdicts a case rests on now, oldest first; empty if there is no such case. */
    List<Verdict> evidence(String id);

    /** The notifications of a case, by event; empty if there are none. */
    List<NotificationStatus> notifications(String id);

    /**
     * How devices stand of which the open cases say something, as the last look at silence found them. Whoever shows whether a
     * device is silent asks here: ages alone know nothing of doors that were shut and of what is waited for.
     */
    Map<String, DeviceStanding> standings();

    /**
     * Notes who has seen a case and what they said; acknowledging again adds an event.
     *
     * @throws IllegalArgumentException if there is no such case
     */
    default Case acknowledge(String id, String by, String comment) {
        return acknowledge(id, by, comment, false);
    }

    /**
     * The same.
     *
     * @param ofEnterprise whether who acknowledges answers for the enterprise (签收), and not for the authority
     */
    Case acknowledge(String id, String by, String comment, boolean ofEnterprise);

    /**
     * Makes cases somebody's to see to, all of them or, where one is not there, none. What is that one's already stays as it is. Whether
     * the account may see and act on them is for whoever asks to know.
     *
     * @throws IllegalArgumentException if there is no such case
     * @throws OwnerChangedException if one is another one's than was seen; none is changed then
     */
    List<Case> own(List<String> ids, OwnerChange change);
}
