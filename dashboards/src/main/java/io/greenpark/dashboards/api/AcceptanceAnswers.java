package io.greenpark.dashboards.api;

import io.greenpark.acceptance.desk.AcceptanceDesk;
import io.greenpark.acceptance.desk.AcceptanceDesk.Acceptor;
import io.greenpark.acceptance.desk.AcceptanceDesk.Done;
import io.greenpark.acceptance.sheet.AcceptanceSheet;
import io.greenpark.acceptance.sheet.SheetSignature;
import io.greenpark.acceptance.sheet.SheetState;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Acceptance of devices: which wait for it, their sheets, and the steps of who compares and who signs second. */
final class AcceptanceAnswers {
    private static final int LONGEST_NAME = 100;
    private static final Set<Role> FILLING = EnumSet.of(Role.OFFICER, Role.MAINTAINER);

    private final Parks parks;
    private final Scope scope;
    private final AcceptanceDesk desk;
    private final AuditLog audit;
    private final AcceptanceJson json;
    private final Clock clock;

    AcceptanceAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.desk = sources.acceptance();
        this.audit = sources.audit();
        this.json = new AcceptanceJson(parks, desk);
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "park", "enterprise", "state");
        question.oneOf("enterprise", "park");
        List<AcceptanceRow> all = rows(question);
        Set<AcceptanceRow.State> waiting = EnumSet.complementOf(EnumSet.of(AcceptanceRow.State.ACCEPTED));
        Set<AcceptanceRow.State> states =
                question.choices("state", AcceptanceRow.State.class).orElse(waiting);
        List<AcceptanceRow> asked =
                all.stream().filter(row -> states.contains(row.state())).toList();
        // Sheets are read of the page alone, unless what they say is searched, sorted by or filed.
        boolean needsAll = TableReply.needsAll(question);
        Listing<AcceptanceRow> listing = new Listing<>(
                new Bilingual("仪表验收", "Acceptance"),
                AcceptanceRow.columns(parks.registry()),
                row -> row.device().id(),
                needsAll ? withSheets(asked) : asked);
        return new TableReply(question, clock, parks.districtZone())
                .of(
                        listing,
                        "greenpark-acceptance",
                        new JsonObject().put("states", counts(all)),
                        "rows",
                        page -> Json.array(needsAll ? page : withSheets(page), row -> row.json(parks)));
    }

    /** The devices that wait, and those that were accepted by a sheet: who says nothing of acceptance is not asked about. */
    private List<AcceptanceRow> rows(Question question) {
        Set<String> enterprises = question.text("park")
                .map(id -> parks.registry().enterprisesOfPark(parks.park(id).id()).stream()
                        .map(e -> e.id())
                        .collect(Collectors.toSet()))
                .or(() -> question.text("enterprise")
                        .map(id -> Set.of(parks.enterprise(id).id())))
                .orElse(null);
        Map<String, SheetState> open = desk.openStates();
        return parks.registry().facts().devices().stream()
                .filter(d -> !d.acceptance().stages().isEmpty())
                .filter(d -> enterprises == null || enterprises.contains(d.enterpriseId()))
                .map(d -> new AcceptanceRow(d, open.get(d.id()), null, parks.zoneOf(d.enterpriseId())))
                .toList();
    }

    private List<AcceptanceRow> withSheets(List<AcceptanceRow> rows) {
        Map<String, AcceptanceSheet> newest =
                desk.newest(rows.stream().map(row -> row.device().id()).toList());
        return rows.stream().map(row -> row.with(newest.get(row.device().id()))).toList();
    }

    private static JsonObject counts(List<AcceptanceRow> rows) {
        Map<AcceptanceRow.State, Long> counts = new EnumMap<>(AcceptanceRow.State.class);
        for (AcceptanceRow.State state : AcceptanceRow.State.values()) {
            counts.put(state, 0L);
        }
        rows.forEach(row -> counts.merge(row.state(), 1L, Long::sum));
        JsonObject json = new JsonObject();
        counts.forEach((state, count) -> json.put(state.name(), count));
        return json;
    }

    /** The sheet that is not accepted; of a device that does not wait, the newest. */
    JsonObject one(Question question) {
        question.allow("sheet", "countsFrom");
        Device device = parks.device(question.id());
        Optional<Long> number = question.text("sheet").map(text -> question.number("sheet", 0));
        AcceptanceSheet sheet = number.map(n -> desk.sheet(device.id(), n).orElseThrow(() -> noSheet(device, n)))
                .orElseGet(() -> shown(device));
        ZoneId zone = parks.zoneOf(device.enterpriseId());
        Instant from = question.text("countsFrom")
                .map(text -> Dates.instant("countsFrom", text, zone))
                .orElse(null);
        return json.of(sheet, device, may(question, device, sheet), from);
    }

    private AcceptanceSheet shown(Device device) {
        return device.acceptance().waitingSince().isPresent()
                ? desk.look(device)
                : desk.sheets(device.id()).stream().findFirst().orElseGet(() -> desk.look(device));
    }

    private static Problem noSheet(Device device, long number) {
        return Problem.notFound(new Bilingual(
                "设备 \"" + device.id() + "\" 没有验收单 " + number + "；现有的见 /api/v1/acceptance/" + device.id(),
                "device \"" + device.id() + "\" has no sheet " + number + "; /api/v1/acceptance/" + device.id()
                        + " lists those that it has"));
    }

    JsonObject reading(Question question) {
        question.allow("point", "at");
        Device device = parks.device(question.id());
        ZoneId zone = parks.zoneOf(device.enterpriseId());
        List<Point> own = json.points(device);
        String ids = own.stream().map(Point::id).collect(Collectors.joining(", "));
        Bilingual allowed = new Bilingual("该设备的点位：" + ids, "one of the device's points: " + ids);
        String id = question.text("point").orElseThrow(() -> Parameter.missing("point", allowed));
        Point point = own.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Parameter.wrong("point", id, allowed));
        Instant at = question.text("at")
                .map(text -> Dates.instant("at", text, zone))
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return new JsonObject()
                .put("point", point.id())
                .put("at", Json.time(at, zone))
                .put("unit", point.currentFacts().unit().symbol())
                .put("platform", AcceptanceJson.platform(desk.reading(point, at), zone));
    }

    JsonObject save(Question question) {
        question.allow();
        Device device = parks.device(question.id());
        AcceptanceRequest asked = new AcceptanceRequest(
                question.body(), json.points(device), parks.zoneOf(device.enterpriseId()), clock.instant());
        return told(question, device, desk.save(device, asked.version(), asked.draft()));
    }

    JsonObject sign(Question question) {
        question.allow();
        Device device = parks.device(question.id());
        requirePerson(question);
        RequestBody asked = new RequestBody(question, "version", "name", "confirmed", "checks");
        Done done = desk.sign(
                device, asked.version(), signature(question, asked), ConfirmationsRequest.of(question.body()));
        record(question, done, AuditAction.ACCEPTANCE_SIGNED, reasons(done.now().installer()));
        return told(question, device, done);
    }

    private static @Nullable String reasons(@Nullable SheetSignature signature) {
        return signature == null || signature.confirmed().isEmpty() ? null : signature.reasons();
    }

    JsonObject takeBack(Question question) {
        question.allow();
        Device device = parks.device(question.id());
        requirePerson(question);
        RequestBody asked = new RequestBody(question, "version", "words");
        String why = words(asked)
                .orElseThrow(() ->
                        RequestBody.wrong("words", "必须填写：为何撤回签字", "must be there: why the signature is taken back"));
        Viewer by = question.viewer();
        Done done = desk.takeBack(device, asked.version(), why, by.person(), by.account());
        record(question, done, AuditAction.ACCEPTANCE_TAKEN_BACK, why);
        return told(question, device, done);
    }

    private static Optional<String> words(RequestBody asked) {
        Optional<String> words = asked.textOrNull("words");
        if (words.filter(text -> text.length() > ConfirmationsRequest.LONGEST_WORDS)
                .isPresent()) {
            throw RequestBody.wrong("words", "最多 2000 个字符", "has at most 2000 characters");
        }
        return words;
    }

    private SheetSignature signature(Question question, RequestBody asked) {
        if (!asked.flag("confirmed")) {
            throw RequestBody.wrong(
                    "confirmed", "须为 true：签字人对所填内容负责", "must be true: whoever signs answers for what the sheet says");
        }
        String name = asked.text("name");
        if (name.length() > LONGEST_NAME) {
            throw RequestBody.wrong("name", "最多 100 个字符", "has at most 100 characters");
        }
        Viewer by = question.viewer();
        return new SheetSignature(name, by.person(), by.account(), clock.instant());
    }

    JsonObject decide(Question question) {
        question.allow();
        Device device = parks.device(question.id());
        RequestBody asked =
                new RequestBody(question, "version", "verdict", "name", "confirmed", "words", "checks", "countsFrom");
        requireDecider(question, device);
        requirePerson(question);
        switch (asked.text("verdict")) {
            case "returned" -> {
                String why = asked.text("words");
                Done done = desk.giveBack(
                        device, asked.version(), why, question.viewer().person());
                record(question, done, AuditAction.ACCEPTANCE_GIVEN_BACK, why);
                return told(question, device, done);
            }
            case "accepted" -> {
                String words = words(asked).orElse(null);
                ZoneId zone = parks.zoneOf(device.enterpriseId());
                Instant from = asked.textOrNull("countsFrom")
                        .map(text -> Dates.instant("countsFrom", text, zone))
                        .orElse(null);
                Acceptor by = new Acceptor(
                        signature(question, asked),
                        words,
                        ConfirmationsRequest.of(question.body()),
                        from,
                        DocumentScope.reach(scope));
                Done done = desk.accept(device, asked.version(), by);
                record(question, done, AuditAction.ACCEPTANCE_GIVEN, done.now().words());
                return told(question, device, done);
            }
            default -> throw RequestBody.wrong("verdict", "须为 accepted 或 returned", "must be accepted or returned");
        }
    }

    /** Whoever makes keys of others would be two people, and a program stands at no meter. */
    private static void requirePerson(Question question) {
        if (Objects.requireNonNull(question.who()).method() == Caller.AuthMethod.TOKEN) {
            throw Problem.forbidden(new Bilingual(
                    "签字须由人员登录后进行，不能使用密钥", "a signature is for people who are signed in, not for keys of programs"));
        }
    }

    /** Of an enterprise only where the bureau lets it. */
    private void requireDecider(Question question, Device device) {
        if (!mayDecide(question, device)) {
            throw Problem.forbidden(new Bilingual(
                    "本平台的第二签字由管理人员进行（设置 acceptance.enterpriseSigns）",
                    "here the second signature is an officer's (setting acceptance.enterpriseSigns)"));
        }
    }

    private boolean mayDecide(Question question, Device device) {
        Set<Role> deciding = desk.config().enterpriseSigns()
                ? EnumSet.of(Role.OFFICER, Role.ENTERPRISE_CONTACT)
                : EnumSet.of(Role.OFFICER);
        return has(question, device, deciding);
    }

    private boolean has(Question question, Device device, Set<Role> roles) {
        return question.viewer()
                .scopeOf(roles)
                .filter(part -> part.has(device, parks.registry()))
                .isPresent();
    }

    private AcceptanceJson.May may(Question question, Device device, AcceptanceSheet sheet) {
        boolean waits = device.acceptance().waitingSince().isPresent();
        Viewer by = question.viewer();
        SheetSignature installer = sheet.installer();
        boolean another = installer == null || !installer.isOf(by.person(), by.account());
        return new AcceptanceJson.May(
                waits && sheet.state().isOpen() && has(question, device, FILLING),
                sheet.state() == SheetState.SIGNED && another && mayDecide(question, device),
                sheet.state() == SheetState.SIGNED && !another && has(question, device, FILLING));
    }

    private void record(Question question, Done done, AuditAction action, @Nullable String why) {
        if (done.refusal() != null) {
            return;
        }
        audit.append(question.draft(action)
                .on("acceptance-sheet", done.now().deviceId() + ":" + done.now().number())
                .because(why));
        EditResult result = done.result();
        if (result != null && !result.fates().isEmpty()) {
            audit.append(question.draft(AuditAction.REGISTRY_CHANGED)
                    .on("registry-change", String.valueOf(result.number()))
                    .because(why));
        }
    }

    private JsonObject told(Question question, Device before, Done done) {
        if (done.refusal() != null) {
            throw AcceptanceTexts.problem(done.refusal(), done);
        }
        Device device = parks.registry().device(before.id()).orElse(before);
        return json.of(done.now(), device, may(question, device, done.now()), null);
    }
}
