package io.greenpark.alerts.marking;

import io.greenpark.alerts.marking.DataMark.Decision;
import io.greenpark.alerts.marking.MarkRefused.Why;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where enterprises mark their data and the authority decides of it. Who may is decided by whoever asks. What a decision changes about judging is marked for
 * the rules in the transaction that decides. Any thread may call.
 */
public final class MarkDesk {
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 1_000;

    private final Books books;
    private final RegistrySource registry;
    private final Policies<MarkingRules> rules = new Policies<>(new MarkingRulesKind());
    private final MarkLetters letters;
    private final Clock clock;

    /** @param registry of the whole district */
    public MarkDesk(Books books, RegistrySource registry, MarkLetters letters, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.letters = letters;
        this.clock = clock;
    }

    /** The rules that marks are made under, in versions. */
    public Policies<MarkingRules> rules() {
        return rules;
    }

    /** The rules in force. */
    public PolicyVersion<MarkingRules> newest() {
        return books.read(rules::newest);
    }

    public Optional<DataMark> find(String id) {
        return books.read(handle -> MarkTable.find(handle, id));
    }

    /** The same among those of some enterprises; null for all. */
    public Optional<DataMark> find(String id, @Nullable Collection<String> enterprises) {
        return books.read(handle -> MarkTable.find(handle, id, enterprises));
    }

    /** Newest first. */
    public List<DataMark> list(MarkFilter filter, int max) {
        return books.read(handle -> MarkTable.list(handle, filter, max));
    }

    public long count(MarkFilter filter) {
        return books.read(handle -> MarkTable.count(handle, filter));
    }

    /** An id for a mark to be made, so that its files have an owner before it is on record. */
    public String newId() {
        ZoneId zone = registry.current().timeOf(null).zone();
        return MarkId.next(clock.instant().atZone(zone).toLocalDate());
    }

    /** Refuses a draft that could not be submitted. */
    public void require(MarkDraft draft, String account) {
        books.read(handle -> checked(handle, "", draft, account, account));
    }

    /** The mark that is this draft already, of an answer that was lost say; empty where there is none. */
    public Optional<DataMark> same(MarkDraft draft, String account) {
        MarkFilter filter = new MarkFilter(null, Set.of(), draft.target(), null, draft.from(), draft.to());
        return list(filter, LONGEST_REASON).stream()
                .filter(m -> m.state() == MarkState.SUBMITTED || m.state() == MarkState.LATE)
                .filter(m -> isSame(m, draft, account))
                .findFirst();
    }

    private static boolean isSame(DataMark m, MarkDraft draft, String account) {
        return m.account().equals(account)
                && m.target().equals(draft.target())
                && m.kind() == draft.kind()
                && m.from().equals(draft.from())
                && m.to().equals(draft.to())
                && m.reason().equals(draft.reason());
    }

    /**
     * Puts a mark on record. One whose term is over is kept as late: it has no effect, and nobody is asked to decide it.
     *
     * @param id by {@link #newId}, or that of an attempt whose files were attached and whose mark did not come to be on record; where that was going on
     *     at the same time, and was of the same, its mark is returned
     */
    public DataMark submit(String id, MarkDraft draft, String by, String account) {
        return books.write(tx -> {
            DataMark made = checked(tx.handle(), id, draft, by, account);
            DataMark there = MarkTable.find(tx.handle(), id).orElse(null);
            if (there != null) {
                if (!isSame(there, draft, account)) {
                    throw malformed(
                            "\"files\" 中的文件属于标记 " + id + "；请重新上传",
                            "\"files\" are of mark " + id + "; upload them again");
                }
                return there;
            }
            MarkTable.insert(tx.handle(), made);
            return made;
        });
    }

    private DataMark checked(Handle handle, String id, MarkDraft draft, String by, String account) {
        Registry current = registry.current();
        PolicyVersion<MarkingRules> version = rules.newest(handle);
        MarkingRules says = version.says();
        Instant now = clock.instant();
        String enterprise = draft.target().enterprise(current).orElseThrow(() -> unknown(draft.target()));
        List<String> points = points(draft, current);
        requireTime(draft, says, now);
        MarkRule rule = says.of(
                draft.kind(),
                current.enterprise(enterprise).map(e -> e.industry()).orElse(""));
        requireReason(draft, rule);
        Instant term = says.term().of(draft.from(), current.timeOf(enterprise).zone());
        return new DataMark(
                id,
                enterprise,
                draft.target(),
                points,
                draft.kind(),
                draft.from(),
                draft.to(),
                draft.reason(),
                draft.files(),
                by,
                account,
                now,
                term,
                now.plus(says.decideWithin()),
                version.version(),
                rule.code(),
                now.isAfter(term) ? MarkState.LATE : MarkState.SUBMITTED,
                rule.effect(),
                null,
                null);
    }

    private static MarkRefused unknown(MarkTarget target) {
        return malformed(
                "\"target\" \"" + target.id() + "\" 不在登记册中；请填写本企业排口或设备的编号",
                "\"target\": \"" + target.id()
                        + "\" is not in the registry; give the id of an outlet or device of yours");
    }

    private static MarkRefused malformed(String zh, String en) {
        return new MarkRefused(Why.MALFORMED, new Bilingual(zh, en));
    }

    private static List<String> points(MarkDraft draft, Registry current) {
        List<String> all =
                draft.target().points(current).stream().map(Point::id).toList();
        for (String point : draft.points()) {
            if (!all.contains(point)) {
                throw malformed(
                        "\"points\" 中的 \"" + point + "\" 不是 \"" + draft.target().id() + "\" 的监测点；可填 "
                                + String.join(", ", all),
                        "\"points\": \"" + point + "\" is no point of \""
                                + draft.target().id() + "\"; it has " + String.join(", ", all));
            }
        }
        if (all.isEmpty()) {
            throw malformed(
                    "\"" + draft.target().id() + "\" 没有监测点，无数据可标记",
                    "\"" + draft.target().id() + "\" has no points, so there are no data to mark");
        }
        return draft.points().isEmpty() ? all : draft.points();
    }

    private static void requireTime(MarkDraft draft, MarkingRules says, Instant now) {
        if (!draft.from().isBefore(draft.to())) {
            throw malformed("\"to\" 须晚于 \"from\"", "\"to\" must be later than \"from\"");
        }
        if (draft.to().isAfter(now)) {
            throw malformed(
                    "\"to\" 不能晚于现在：只能标记已产生的数据；未结束的先标记到现在，之后再补",
                    "\"to\" must not be later than now: data are marked that are there; mark what lasts up to now, and the rest later");
        }
        Duration length = Duration.between(draft.from(), draft.to());
        if (length.compareTo(says.longest()) > 0) {
            throw malformed(
                    "一次最长标记 " + says.longest().toHours() + " 小时；更长的请分次标记",
                    "a mark is at most " + says.longest().toHours() + " hours long; make several");
        }
        if (draft.from().getEpochSecond() % 60 != 0 || draft.to().getEpochSecond() % 60 != 0) {
            throw malformed("\"from\" 和 \"to\" 须为整分钟", "\"from\" and \"to\" must be whole minutes");
        }
    }

    private static void requireReason(MarkDraft draft, MarkRule rule) {
        int length = draft.reason().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            throw malformed("\"reason\" 须为 2 至 1000 个字", "\"reason\" must have 2 to 1000 characters");
        }
        if (rule.file() && draft.files().isEmpty()) {
            throw malformed(
                    "\"files\"：" + rule.name().zh() + " 的标记须附照片或文件（运维记录、校准记录、停电通知等）",
                    "\"files\": a mark of " + rule.name().en()
                            + " needs a photo or document (record of maintenance or calibration, notice of a power cut)");
        }
    }

    /** Takes back what is not decided; only who made it may. */
    public DataMark withdraw(String id, String by, String account) {
        return change(id, MarkState.SUBMITTED, (handle, before) -> {
            if (!before.account().equals(account)) {
                throw new MarkRefused(
                        Why.NOT_YOURS, new Bilingual("只有标记人可以撤回该标记", "only who made the mark may withdraw it"));
            }
            return before.decided(MarkState.WITHDRAWN, null, new Decision(by, clock.instant(), ""));
        });
    }

    /** Decides of a mark; not by who made it. */
    public DataMark decide(String id, boolean accept, String word, String by, String account) {
        return change(id, MarkState.SUBMITTED, (handle, before) -> {
            requireOther(before, account);
            Decision decision = new Decision(by, clock.instant(), word);
            return accept
                    ? before.decided(MarkState.ACCEPTED, effectTo(handle, before), decision)
                    : before.decided(MarkState.REJECTED, null, decision);
        });
    }

    /** Takes an acceptance back, of what turned out to be wrong. */
    public DataMark revoke(String id, String word, String by, String account) {
        return change(id, MarkState.ACCEPTED, (handle, before) -> {
            requireOther(before, account);
            return before.decided(MarkState.REVOKED, before.effectTo(), new Decision(by, clock.instant(), word));
        });
    }

    private static void requireOther(DataMark mark, String account) {
        if (mark.account().equals(account)) {
            throw new MarkRefused(
                    Why.NOT_YOURS, new Bilingual("标记人不能审核自己的标记", "who made the mark does not decide of it"));
        }
    }

    /** Until when an accepted mark leaves data out: no longer than its rule lets one, and all of the year. */
    private Instant effectTo(Handle handle, DataMark m) {
        MarkRule rule = rules.find(handle, m.rules()).orElseThrow().says().rules().stream()
                .filter(r -> r.code().equals(m.rule()))
                .findFirst()
                .orElseThrow();
        Duration most = Duration.between(m.from(), m.to());
        most = least(most, rule.longest());
        if (rule.perYear() != null) {
            ZoneId zone = registry.current().timeOf(m.enterpriseId()).zone();
            int year = m.from().atZone(zone).getYear();
            Instant begin = Years.begin(year, zone);
            Instant end = Years.begin(year + 1, zone);
            long used = Math.max(
                    MarkTable.leftOutMs(handle, m.target(), m.rule(), begin, end),
                    MarkTable.leftOutMs(handle, m.points(), m.rule(), begin, end));
            most = least(most, rule.perYear().minusMillis(used));
        }
        return most.isNegative() ? m.from() : m.from().plus(most);
    }

    private static Duration least(Duration one, @Nullable Duration other) {
        return other == null || one.compareTo(other) <= 0 ? one : other;
    }

    /** What becomes of a mark that is as it was looked at. */
    private interface Change {
        DataMark of(Handle handle, DataMark before);
    }

    private DataMark change(String id, MarkState from, Change change) {
        return books.write(tx -> {
            DataMark before = MarkTable.find(tx.handle(), id).orElseThrow();
            if (before.state() != from) {
                throw decided(before);
            }
            DataMark after = change.of(tx.handle(), before);
            if (!MarkTable.decide(tx.handle(), before, after)) {
                throw decided(MarkTable.find(tx.handle(), id).orElseThrow());
            }
            if (before.leavesOut() || after.leavesOut()) {
                judgeAgain(tx, after);
            }
            if (after.state() != MarkState.WITHDRAWN) {
                letters.decided(tx.handle(), registry.current(), after);
            }
            return after;
        });
    }

    private static MarkRefused decided(DataMark mark) {
        Bilingual state = mark.state().words();
        return new MarkRefused(
                Why.DECIDED,
                new Bilingual(
                        "标记 " + mark.id() + " 现为“" + state.zh() + "”，不能再这样处理；请刷新",
                        "mark " + mark.id() + " is by now: " + state.en() + "; look at it again. Nothing was changed"));
    }

    /** Every hour and day that it meets is judged again, as after a change of the figures. */
    private void judgeAgain(BooksTx tx, DataMark m) {
        Registry current = registry.current();
        ParkTime time = current.timeOf(m.enterpriseId());
        Instant to = Objects.requireNonNull(m.effectTo());
        for (String point : m.points()) {
            if (!current.limitsOfPoint(point).isEmpty()) {
                MarkedPeriods.mark(tx.marks(), time, point, m.from(), to);
            }
        }
    }
}
