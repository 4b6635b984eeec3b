package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.rulebook.RuleHistory.Span;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new version of a rule or legal basis must keep beside what it says itself. */
final class RuleChecks {
    private RuleChecks() {}

    /** The day it is now where a rule holds. */
    static LocalDate today(Registry registry, AlertRule rule, Instant at) {
        Subject about = rule.subject(registry)
                .orElseGet(() -> Subject.district(registry.facts().districtId()));
        return about.time(registry).dayOf(at);
    }

    /** @throws PolicyFault saying what is in the way and what to do */
    static void check(RuleBook book, Registry registry, AlertRule next, LocalDate today) {
        book.rule(next.id()).map(RuleHistory::newest).ifPresent(before -> sameScope(before, next));
        knownTarget(registry, next);
        fromTodayOn(next, today);
        if (next.isBase()) {
            base(next);
        } else {
            trialBesides(next);
        }
        knownBases(book, next);
        noTie(book, next);
    }

    private static void sameScope(AlertRule before, AlertRule next) {
        if (before.kind() != next.kind()
                || before.scope() != next.scope()
                || !before.target().equals(next.target())) {
            throw fault(
                    "规则 " + next.id() + " 的类别和适用对象（" + before.kind().code() + "，" + named(before) + "）不可修改；请结束该规则并另建一条",
                    "rule " + next.id() + " is of " + before.kind().code() + " for " + named(before)
                            + ", which cannot be changed; end it and make another one");
        }
    }

    private static void knownTarget(Registry registry, AlertRule next) {
        if (next.subject(registry).isEmpty()) {
            throw fault(
                    "没有" + next.scope().words().zh() + " " + next.target() + "；请填写台账中的编号",
                    "there is no " + EnumCode.of(next.scope()) + " " + next.target() + "; give an id of the registry");
        }
    }

    private static void fromTodayOn(AlertRule next, LocalDate today) {
        LocalDate from = next.from();
        if (from == null || from.isBefore(today)) {
            throw fault(
                    "生效日期 from 为 " + from + "；须填今天（" + today + "）或以后的日期，以前的判断不受修改影响",
                    "\"from\" is " + from + "; give today (" + today
                            + ") or a later day: what was judged before is not judged anew");
        }
    }

    private static void base(AlertRule next) {
        if (next.to() != null || next.season() != null) {
            throw fault(
                    "规则 " + next.id() + " 是该类别的全区规则，须长期有效，不可设结束日期或季节；不需要时可设为试行，另有要求的请另建一条",
                    "rule " + next.id() + " is the district's of its kind and always holds: give no end and no season;"
                            + " put it on trial where it is not wanted, or make another rule beside it");
        }
    }

    private static void trialBesides(AlertRule next) {
        if (next.trial() && !RuleForm.of(next.kind()).besides()) {
            throw fault(
                    "类别 " + next.kind().code() + " 的规则不能与现行规则并行试行；可将全区规则设为试行，或直接执行本规则",
                    "a rule of " + next.kind().code() + " cannot be on trial beside the one in force;"
                            + " put the district's on trial, or let this one hold");
        }
    }

    private static void knownBases(RuleBook book, AlertRule next) {
        for (String id : next.bases()) {
            if (book.basis(id).isEmpty()) {
                throw fault("没有依据 " + id + "；请先登记", "there is no legal basis " + id + "; enter it first");
            }
        }
    }

    private static void noTie(RuleBook book, AlertRule next) {
        List<AlertRule> versions =
                new ArrayList<>(book.rule(next.id()).map(RuleHistory::versions).orElse(List.of()));
        versions.add(next);
        List<Span> own = new RuleHistory(versions).spans();
        for (RuleHistory other : book.rules().values()) {
            AlertRule newest = other.newest();
            boolean same = newest.kind() == next.kind()
                    && newest.scope() == next.scope()
                    && newest.target().equals(next.target())
                    && !newest.id().equals(next.id());
            if (same && other.spans().stream().anyMatch(s -> own.stream().anyMatch(o -> tie(o, s)))) {
                throw fault(
                        "与规则 " + newest.id() + " 冲突：两者类别、适用对象（" + named(next)
                                + "）和日期相同，且季节重叠，无法区分先后；请先结束其一，或改用不重叠的日期、季节",
                        "this ties with rule " + newest.id() + ": both are of "
                                + next.kind().code() + " for "
                                + named(next) + " on the same days of the year; end one of them first, or give days or"
                                + " seasons that do not overlap");
            }
        }
    }

    /** One on trial and one in force do not get in each other's way; the district's is in force even on trial. */
    private static boolean tie(Span one, Span other) {
        return beside(one.rule()) == beside(other.rule()) && one.ties(other);
    }

    private static boolean beside(AlertRule rule) {
        return rule.trial() && !rule.isBase();
    }

    private static String named(AlertRule rule) {
        return rule.scope() == RuleScope.DISTRICT
                ? EnumCode.of(rule.scope())
                : EnumCode.of(rule.scope()) + " " + rule.target();
    }

    /** @throws PolicyFault saying what is in the way and what to do */
    static void check(RuleBook book, LegalBasis next) {
        String successor = next.successor();
        if (successor == null) {
            return;
        }
        if (successor.equals(next.id()) || book.basis(successor).isEmpty()) {
            throw fault(
                    "接替依据 " + successor + " 不存在或就是本条；请先登记接替的依据",
                    "the successor " + successor + " does not exist, or is this one; enter it first");
        }
        if (next.to() == null) {
            throw fault("有接替依据时须填失效日期 to", "where there is a successor, give \"to\", the last day of this one");
        }
        for (LegalBasis at = newest(book, successor); at != null; at = newest(book, at.successor())) {
            if (at.id().equals(next.id())) {
                throw fault(
                        "接替关系成环：" + successor + " 最终又由 " + next.id() + " 接替；请更正",
                        "the successors go round in a circle: " + successor + " comes back to " + next.id());
            }
        }
    }

    private static @Nullable LegalBasis newest(RuleBook book, @Nullable String id) {
        List<LegalBasis> versions = id == null ? List.of() : book.basis(id);
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    private static PolicyFault fault(String zh, String en) {
        return new PolicyFault(new Bilingual(zh, en));
    }
}
