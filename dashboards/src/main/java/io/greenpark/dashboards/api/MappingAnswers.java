package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.sheets.mapping.KeptMapping;
import io.greenpark.sheets.mapping.MappingRules;
import io.greenpark.sheets.mapping.MappingText;
import io.greenpark.sheets.mapping.MappingText.FormatException;
import io.greenpark.sheets.mapping.SheetMapping;
import io.greenpark.sheets.mapping.SheetMappings;
import io.greenpark.sheets.mapping.SheetMappings.Decision;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The mappings of people's own sheets. What a mapping says of columns is common to all who send sheets; what was decided about rows is told of a
 * file only, to whoever sees the enterprise.
 */
final class MappingAnswers {
    private static final Set<Role> KEEPERS = EnumSet.of(Role.OFFICER, Role.OPERATOR);
    private static final int MOST_DECISIONS = 5_000;
    private static final int LONGEST_ROW = 500;
    private static final Set<String> FIELDS =
            Set.of("name", "fingerprint", "columns", "source", "status", "allowedUse", "version");

    private final SheetMappings mappings;
    private final RegistrySource registry;
    private final UserAccounts accounts;
    private final AuditLog audit;

    MappingAnswers(ConsoleSources sources) {
        this.mappings = sources.mappings();
        this.registry = sources.registry();
        this.accounts = sources.identities().accounts();
        this.audit = sources.audit();
    }

    JsonObject list(Question question) {
        question.allow();
        return new JsonObject().put("mappings", Json.array(mappings.all(), LayoutJson::mapping));
    }

    JsonObject add(Question question) {
        question.allow();
        KeptMapping kept =
                mappings.add(mapping(question.body(), false), question.viewer().account());
        record(question, kept.id(), kept.mapping().name());
        return LayoutJson.mapping(kept);
    }

    JsonObject change(Question question) {
        question.allow();
        KeptMapping there = own(question);
        JsonObject body = question.body();
        long version = version(body);
        SheetMapping mapping = mapping(body, true);
        KeptMapping kept = mappings.change(
                        there.id(), version, mapping, question.viewer().account())
                .orElseThrow(() -> stale(there.id()));
        record(question, kept.id(), mapping.name());
        return LayoutJson.mapping(kept);
    }

    JsonObject remove(Question question) {
        question.allow("version");
        KeptMapping there = own(question);
        Bilingual allowed = new Bilingual("所见的版本号", "the version that was seen");
        if (question.text("version").isEmpty()) {
            throw Parameter.missing("version", allowed);
        }
        Scope part = part(question.viewer());
        Set<String> seen = seen();
        switch (mappings.remove(there.id(), question.number("version", 0), e -> part.district() || seen.contains(e))) {
            case CHANGED -> throw stale(there.id());
            case OTHERS ->
                throw Problem.of(
                        409,
                        new Bilingual("尚有他人的决定", "others decided there"),
                        new Bilingual(
                                "对应关系 \"" + there.mapping().name() + "\" 中还有他人就其企业所作的决定；请由负责全区的人员删除，未作任何更改",
                                "others decided about rows of their enterprises in mapping \""
                                        + there.mapping().name()
                                        + "\"; have somebody who has the district remove it. Nothing was changed"));
            case DONE -> {}
        }
        record(question, there.id(), there.mapping().name());
        return new JsonObject().put("removed", there.id());
    }

    JsonObject decide(Question question) {
        question.allow();
        KeptMapping there = there(question);
        JsonObject body = question.body();
        only(body, Set.of("version", "matches"));
        long version = version(body);
        Set<String> seen = seen();
        List<Decision> decisions = decisions(body, seen);
        KeptMapping kept = mappings.decide(
                        there.id(), version, decisions, seen, question.viewer().account())
                .orElseThrow(() -> stale(there.id()));
        record(question, kept.id(), kept.mapping().name());
        return LayoutJson.mapping(kept);
    }

    private static List<Decision> decisions(JsonObject body, Set<String> seen) {
        if (!(body.getValue("matches") instanceof JsonArray matches) || matches.size() > MOST_DECISIONS) {
            throw wrong("matches", "须为列表，最多 " + MOST_DECISIONS + " 项", "must be a list of at most " + MOST_DECISIONS);
        }
        List<Decision> decisions = new ArrayList<>();
        for (Object each : matches) {
            if (!(each instanceof JsonObject one)
                    || !(one.getValue("row") instanceof String row)
                    || row.isBlank()
                    || row.length() > LONGEST_ROW
                    || row.indexOf('\0') >= 0) {
                throw wrong(
                        "matches",
                        "的每项须有 \"row\"：预览中该行的 \"key\"",
                        "needs \"row\" in each of them, the \"key\" of a row of the preview");
            }
            only(one, Set.of("row", "enterprise", "forget"));
            Object enterprise = one.getValue("enterprise");
            if (enterprise != null && (!(enterprise instanceof String id) || !seen.contains(id))) {
                throw Problem.badRequest(new Bilingual(
                        "登记册中没有企业 \"" + enterprise + "\"；请给出企业编号，或 null 表示不属于登记册中的企业",
                        "there is no enterprise \"" + enterprise
                                + "\"; give the id of one, or null for a row that is none of the registry's"));
            }
            boolean forget = Boolean.TRUE.equals(one.getValue("forget"));
            decisions.add(
                    new Decision(row, forget ? null : enterprise == null ? SheetMappings.NONE : (String) enterprise));
        }
        return decisions;
    }

    private Set<String> seen() {
        return registry.current().facts().enterprises().stream()
                .map(Enterprise::id)
                .collect(Collectors.toSet());
    }

    /** The part of the district whose sheets somebody keeps mappings for; empty for none. */
    private static Scope part(Viewer viewer) {
        return viewer.scopeOf(KEEPERS).orElse(Scope.parks(Set.of()));
    }

    /** One that is the asker's to change: it is read by, for others' figures too. Its maker's part is looked at as that account has it now. */
    private KeptMapping own(Question question) {
        KeptMapping there = there(question);
        Scope part = part(question.viewer());
        Scope makers = accounts.find(there.madeBy())
                .map(account -> part(account.viewer()))
                .filter(of -> !of.isEmpty())
                .orElse(Scope.DISTRICT);
        if (!part.covers(makers, registry.current())) {
            throw Problem.forbidden(new Bilingual(
                    "对应关系 \"" + there.mapping().name() + "\" 由 \"" + there.madeBy()
                            + "\" 保存，只有管辖范围含其范围的人员可以更改或删除；行的归属可以照常确定，另有含义的请另存为新的对应关系",
                    "mapping \"" + there.mapping().name() + "\" was kept by \"" + there.madeBy()
                            + "\"; who has all of that one's part of the district changes or removes it. You may decide about rows,"
                            + " and keep another mapping where yours means something else"));
        }
        return there;
    }

    private KeptMapping there(Question question) {
        String id = question.id();
        return mappings.one(id)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有对应关系 \"" + id + "\"；/api/v1/figure-sheets/mappings 列出现有的",
                        "there is no mapping \"" + id + "\"; /api/v1/figure-sheets/mappings lists them")));
    }

    private static SheetMapping mapping(JsonObject body, boolean versioned) {
        only(body, FIELDS);
        if (!versioned && body.containsKey("version")) {
            throw wrong("version", "只用于更改已有的对应关系", "is for changing a mapping that is there");
        }
        try {
            SheetMapping mapping = MappingText.read(body.encode());
            if (!mapping.fingerprint().matches("[0-9a-f]{32}")) {
                throw wrong(
                        "fingerprint",
                        "须为预览中表头的 \"fingerprint\"",
                        "must be the \"fingerprint\" of a header of the preview");
            }
            List<MappingRules.Fault> faults = MappingRules.faults(mapping);
            if (!faults.isEmpty()) {
                MappingRules.Fault first = faults.get(0);
                throw wrong(first.field(), first.why().zh(), first.why().en());
            }
            return mapping;
        } catch (FormatException e) {
            throw wrong(
                    e.field(),
                    "为 \"" + e.said() + "\"；须为以下之一：" + e.allowed(),
                    "is \"" + e.said() + "\"; accepted: " + e.allowed());
        }
    }

    private static long version(JsonObject body) {
        if (!(body.getValue("version") instanceof Number version)) {
            throw wrong("version", "须为所见的版本号", "must be the version that was seen");
        }
        return version.longValue();
    }

    private static void only(JsonObject json, Set<String> allowed) {
        json.fieldNames().stream()
                .filter(name -> !allowed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    String all = allowed.stream().sorted().collect(Collectors.joining(", "));
                    throw wrong(name, "此处没有该项；可用的有 " + all, "is unknown here; allowed: " + all);
                });
    }

    private static Problem wrong(String name, String zh, String en) {
        return Problem.badRequest(new Bilingual("\"" + name + "\" " + zh, "\"" + name + "\" " + en));
    }

    private static Problem stale(String id) {
        return Problem.of(
                409,
                new Bilingual("已被他人更改", "changed meanwhile"),
                new Bilingual(
                        "对应关系 \"" + id + "\" 已有新版本；请刷新后再改",
                        "mapping \"" + id + "\" has a newer version; look at it and change that"));
    }

    private void record(Question question, String id, String name) {
        audit.append(question.draft(AuditAction.SHEET_MAPPING_CHANGED)
                .on("sheet-mapping", id)
                .because(name));
    }
}
