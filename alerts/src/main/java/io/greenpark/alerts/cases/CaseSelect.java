package io.greenpark.alerts.cases;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

import io.greenpark.park.registry.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The cases that a {@link CaseFilter} takes, each question one statement. */
final class CaseSelect {
    private final List<String> conditions = new ArrayList<>();
    private final List<Consumer<Query>> bindings = new ArrayList<>();

    private CaseSelect(CaseFilter filter) {
        if (filter.about() != null) {
            about(filter.about());
        }
        if (filter.scope() != null) {
            equal("scope", filter.scope().name());
        }
        if (filter.state() != null) {
            equal("state", filter.state().name());
        }
        if (filter.acknowledged() != null) {
            conditions.add("acknowledged_by IS " + (filter.acknowledged() ? "NOT NULL" : "NULL"));
        }
        if (filter.rules() != null) {
            in("rule", "rules", names(filter.rules()));
        }
        if (filter.severity() != null) {
            severity(filter.severity());
        }
        if (filter.things() != null) {
            conditions.add("(device IN (<devices>) OR point IN (<points>)"
                    + " OR rule = 'GATEWAY_SILENT' AND subject IN (<gateways>))");
            bind("gateways", filter.things().gateways());
            bind("devices", filter.things().devices());
            bind("points", filter.things().points());
        }
        if (filter.seen() != null) {
            seen(filter.seen());
        }
        if (filter.raised() != null) {
            raised(filter.raised());
        }
        if (filter.owner() != null) {
            owner(filter.owner());
        }
        if (filter.handled() != null) {
            handled(filter.handled());
        }
        if (filter.openSince() != null) {
            conditions.add("state = 'OPEN' AND raised_ms <= :openSince");
            long openSince = filter.openSince().toEpochMilli();
            bindings.add(q -> q.bind("openSince", openSince));
        }
    }

    private void about(Collection<Subject> subjects) {
        conditions.add("(" + aboutAny(subjects, "") + ")");
    }

    private void seen(CaseFilter.Seen seen) {
        conditions.add("(" + aboutAny(seen.subjects(), "Seen")
                + " OR point IN (<pointsSeen>)"
                + " OR point IS NULL AND device IN (<devicesSeen>))");
        bind("pointsSeen", seen.points());
        bind("devicesSeen", seen.devices());
        if (!seen.trials()) {
            conditions.add("NOT trial");
        }
    }

    private String aboutAny(Collection<Subject> subjects, String suffix) {
        bind("enterprises" + suffix, ids(subjects, Subject.Scope.ENTERPRISE));
        bind("parks" + suffix, ids(subjects, Subject.Scope.PARK));
        bind("districts" + suffix, ids(subjects, Subject.Scope.DISTRICT));
        return "scope = 'ENTERPRISE' AND enterprise IN (<enterprises" + suffix + ">)"
                + " OR scope = 'PARK' AND area IN (<parks" + suffix + ">)"
                + " OR scope = 'DISTRICT' AND area IN (<districts" + suffix + ">)";
    }

    private static List<String> ids(Collection<Subject> subjects, Subject.Scope scope) {
        return subjects.stream()
                .filter(s -> s.scope() == scope)
                .map(Subject::id)
                .toList();
    }

    private void severity(CaseSeverity severity) {
        boolean trial = severity == CaseSeverity.TRIAL;
        conditions.add("trial = :trial");
        bindings.add(q -> q.bind("trial", trial));
        if (!trial) {
            boolean warns = severity == CaseSeverity.WARNING;
            in(
                    "rule",
                    "ofSeverity",
                    names(Arrays.stream(Case.Rule.values())
                            .filter(rule -> rule.warns() == warns)
                            .toList()));
        }
    }

    private void owner(CaseFilter.Owner owner) {
        if (owner.accounts().isEmpty()) {
            conditions.add(owner.owned() ? "1 = 0" : "1 = 1");
            return;
        }
        String owned = "case_owner.account IN (<ownedBy>)";
        conditions.add(owner.owned() ? owned : "(case_owner.account IS NULL OR NOT " + owned + ")");
        bind("ownedBy", owner.accounts());
    }

    private void handled(CaseFilter.Handled handled) {
        conditions.add("h.case_id IS NOT NULL");
        if (handled.stages() != null) {
            in("h.stage", "stages", handled.stages().stream().map(Enum::name).toList());
        }
        if (handled.levels() != null) {
            in("h.level", "levels", handled.levels().stream().map(Enum::name).toList());
        }
        if (handled.over() != null) {
            conditions.add("h.stage " + (handled.over() ? "" : "NOT ") + "IN (<stagesOver>)");
            bind(
                    "stagesOver",
                    Arrays.stream(HandlingStage.values())
                            .filter(HandlingStage::over)
                            .map(Enum::name)
                            .toList());
        }
        if (handled.overdueAt() != null) {
            conditions.add("h.due_ms IS NOT NULL AND h.due_ms <= :overdueAt");
            long overdueAt = handled.overdueAt().toEpochMilli();
            bindings.add(q -> q.bind("overdueAt", overdueAt));
        }
        if (handled.number() != null) {
            String number = handled.number();
            conditions.add("h.number = :number");
            bindings.add(q -> q.bind("number", number));
        }
    }

    private void raised(CaseFilter.Span span) {
        if (span.from() != null) {
            conditions.add("raised_ms >= :raisedFrom");
            long from = span.from().toEpochMilli();
            bindings.add(q -> q.bind("raisedFrom", from));
        }
        if (span.to() != null) {
            conditions.add("raised_ms < :raisedTo");
            long to = span.to().toEpochMilli();
            bindings.add(q -> q.bind("raisedTo", to));
        }
    }

    private void equal(String column, String value) {
        conditions.add(column + " = :" + column);
        bindings.add(q -> q.bind(column, value));
    }

    private void in(String column, String name, Collection<String> values) {
        conditions.add(column + " IN (<" + name + ">)");
        bind(name, values);
    }

    private void bind(String name, Collection<String> values) {
        bindings.add(q -> q.bindList(NULL_KEYWORD, name, List.copyOf(values)));
    }

    private static List<String> names(Collection<Case.Rule> rules) {
        return rules.stream().map(Case.Rule::name).toList();
    }

    private Query query(Handle handle, String select, String rest) {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        Query query = handle.createQuery(select + CaseTable.FROM + where + rest);
        bindings.forEach(each -> each.accept(query));
        return query;
    }

    /** Newest first. */
    static List<CaseRow> rows(Handle handle, CaseFilter filter, int max) {
        return new CaseSelect(filter)
                .query(handle, CaseTable.COLUMNS, " ORDER BY raised_ms DESC, id LIMIT :max")
                .bind("max", max)
                .map((row, context) -> CaseTable.row(row))
                .list();
    }

    /** Those on trial are counted where they alone are asked for. */
    static CaseCounts counts(Handle handle, CaseFilter filter) {
        return (filter.severity() == CaseSeverity.TRIAL ? new CaseSelect(filter) : notOnTrial(filter))
                .query(
                        handle,
                        "SELECT state, CASE WHEN acknowledged_by IS NULL THEN 0 ELSE 1 END AS seen, count(*) AS n",
                        " GROUP BY 1, 2")
                .reduceRows(
                        new CaseCounts(0, 0, 0, 0),
                        (counts, row) -> counts.plus(
                                Case.State.valueOf(row.getColumn("state", String.class)),
                                row.getColumn("seen", Integer.class) == 1,
                                row.getColumn("n", Long.class)));
    }

    /** What nobody is told of, and nobody has to do anything about, is no case that counts. */
    private static CaseSelect notOnTrial(CaseFilter filter) {
        CaseSelect select = new CaseSelect(filter);
        select.conditions.add("NOT trial");
        return select;
    }

    /** How many are open about each subject, those on trial excepted; those without one are absent. */
    static Map<Subject, Integer> open(Handle handle) {
        return notOnTrial(CaseFilter.all().in(Case.State.OPEN))
                .query(handle, "SELECT scope, COALESCE(enterprise, area) AS id, count(*) AS n", " GROUP BY 1, 2")
                .reduceRows(new HashMap<>(), (open, row) -> {
                    Subject.Scope scope = Subject.Scope.valueOf(row.getColumn("scope", String.class));
                    open.put(new Subject(scope, row.getColumn("id", String.class)), row.getColumn("n", Integer.class));
                    return open;
                });
    }

    /** How many each account has; who has none is absent. */
    static Map<String, Long> openByAccount(Handle handle, CaseFilter filter) {
        return notOnTrial(filter.in(Case.State.OPEN))
                .query(handle, "SELECT account, count(*) AS n", " GROUP BY account")
                .reduceRows(new HashMap<>(), (open, row) -> {
                    String account = row.getColumn("account", String.class);
                    if (account != null) {
                        open.put(account, row.getColumn("n", Long.class));
                    }
                    return open;
                });
    }

    /** What happened to some cases, by case and in order. */
    static Map<String, List<CaseEvent>> events(Handle handle, Collection<String> ids) {
        record Event(String caseId, CaseEvent event) {}
        return handle
                .createQuery(CaseTable.EVENTS
                        + " WHERE alert_step.case_id IN (<ids>) ORDER BY alert_step.case_id, alert_step.number")
                .bindList(NULL_KEYWORD, "ids", List.copyOf(ids))
                .map((row, context) -> new Event(row.getString("case_id"), CaseTable.event(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Event::caseId, LinkedHashMap::new, Collectors.mapping(Event::event, Collectors.toList())));
    }
}
