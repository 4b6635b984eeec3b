package io.greenpark.dashboards.access;

import io.greenpark.accounting.finding.ReplacementProposal;
import io.greenpark.accounting.finding.ReplacementProposals;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.contact.OwnedContact;
import io.greenpark.dashboards.fixture.SampleAttachments;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleObjections;
import io.greenpark.dashboards.fixture.SamplePlans;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.sheets.form.SheetKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is asked for at every path of the contract: every id there is, and every way to name one. A path without an entry fails. */
final class AskedThings {
    private static final String NOBODY = "nobody-at-all";

    private final Registry.Facts facts;
    private final Map<String, Map<String, String>> owned;
    private final String span;

    AskedThings(Registry registry, Clock clock) {
        this(registry, Map.of(), clock);
    }

    /** @param owned by their path, ids of what the registry does not have, as cases, and whose they are */
    private AskedThings(Registry registry, Map<String, Map<String, String>> owned, Clock clock) {
        this.facts = registry.facts();
        this.owned = owned;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        this.span = "from=" + today.minusDays(9) + "&to=" + today.plusDays(1);
    }

    /** Of a console, with its cases and proposals. */
    static AskedThings of(SampleConsole console) {
        Map<String, String> cases = console.sources().cases().summaries(CaseFilter.all(), 1_000).stream()
                .collect(Collectors.toMap(Case::id, c -> c.about().id()));
        Registry registry = console.registry().service().current();
        Map<String, String> proposals = new ReplacementProposals(
                        console.sources().books())
                .page(null, null, null, 1_000).stream()
                        .collect(Collectors.toMap(
                                ReplacementProposal::id,
                                p -> registry.point(p.pointId()).orElseThrow().enterpriseId()));
        Map<String, String> waiting = console.sources().quarantine().devices().stream()
                .filter(d -> registry.device(d.deviceId()).isPresent())
                .collect(Collectors.toMap(
                        d -> Long.toString(d.id()),
                        d -> registry.device(d.deviceId()).orElseThrow().enterpriseId()));
        Map<String, String> objections = console.sources().objections().in(EnumSet.allOf(ObjectionState.class)).stream()
                .collect(Collectors.toMap(Objection::number, Objection::enterpriseId));
        return new AskedThings(
                registry,
                Map.of(
                        "alerts",
                        cases,
                        "proposals",
                        proposals,
                        "quarantine",
                        waiting,
                        "objections",
                        objections,
                        "mutes",
                        Map.of("1", People.FOREIGN),
                        "marks",
                        Map.of(SampleConsole.MARK, People.FOREIGN),
                        "alert-rules",
                        Map.of("limit-exceeded-2", People.FOREIGN)),
                SampleConsole.CLOCK);
    }

    private List<String> ids(String path) {
        return switch (path.split("/")[1]) {
            case "parks" -> facts.parks().stream().map(Park::id).toList();
            case "enterprises" ->
                facts.enterprises().stream().map(Enterprise::id).toList();
            case "outlets" -> facts.outlets().stream().map(Outlet::id).toList();
            case "points" -> facts.points().stream().map(Point::id).toList();
            case "devices", "acceptance" ->
                facts.devices().stream().map(Device::id).toList();
            case "gateways" -> facts.gateways().stream().map(Gateway::id).toList();
            case "alerts" ->
                IntStream.rangeClosed(1_001, 1_009).mapToObj(n -> "c-" + n).toList();
            case "contacts" ->
                facts.enterprises().stream()
                        .flatMap(e -> e.contacts().stream().map(c -> new OwnedContact(Subject.enterprise(e.id()), c)))
                        .map(OwnedContact::id)
                        .toList();
            case "channels" -> List.of("mail");
            case "accounts" -> List.of("officer");
            case "keys" -> List.of("api-token");
            case "session" -> List.of("api-token");
            case "proposals" -> List.of("p-1");
            case "mutes" -> List.of("1");
            case "marks" -> List.of(SampleConsole.MARK);
            case "alert-rules" -> List.of("limit-exceeded", "limit-exceeded-2");
            case "legal-bases" -> List.of("zj-air-17");
            case "quarantine" ->
                IntStream.rangeClosed(1, 5).mapToObj(Integer::toString).toList();
            case "attachments" ->
                facts.enterprises().stream()
                        .map(e -> SampleAttachments.photoOf(e.id()))
                        .toList();
            case "figure-sheets" -> List.of("0b8e5a52-0000-4000-8000-000000000001");
            case "uploads" -> List.of("7b0d6a3e-0000-4000-8000-000000000001");
            case "objections" ->
                facts.enterprises().stream()
                        .map(e -> SampleObjections.number(e.id()))
                        .toList();
            case "closings" -> facts.parks().stream().map(Park::id).toList();
            case "inspection-packs" -> List.of("7b0d6a3e-0000-4000-8000-00000000000a");
            case "plans" -> List.of(SamplePlans.NOW);
            case "returns", "registry", "clean-production", "year-sheets" ->
                facts.enterprises().stream().map(Enterprise::id).toList();
            default -> throw new IllegalArgumentException("no ids are known for " + path);
        };
    }

    /** A path with an id in it, and what else the operation needs. */
    String path(String template, String id) {
        String path = template.replace("{id}", id)
                .replace("{kind}", "enterprise")
                .replace("{number}", "1")
                .replace("{target}", "14")
                .replace("{year}", "2025")
                .replace("{period}", "2026-10");
        // What is asked of a device that is another's is not looked up, whatever point it names.
        String point = template.endsWith("/reading") ? "?point=none" : "";
        if (template.contains("/report")) {
            return path + "?period=2026-10";
        }
        return path + (needsSpan(template) ? "?" + span + step(template) : point);
    }

    private static boolean needsSpan(String template) {
        return template.endsWith("/energy")
                || template.endsWith("/intensity")
                || template.endsWith("/series")
                || List.of("/data-quality", "/exceedances", "/former-values").contains(template);
    }

    private static String step(String template) {
        return template.endsWith("/series") || template.endsWith("/energy") ? "&step=day" : "";
    }

    /** All ways to ask at a path. */
    List<String> paths(String template) {
        List<String> paths = new ArrayList<>();
        if (template.startsWith("/sheets/")) {
            for (SheetKind kind : SheetKind.values()) {
                paths.add(template.replace("{kind}", kind.code()));
            }
            return paths;
        }
        if (template.contains("{kind}")) {
            for (DocumentKind kind : DocumentKind.values()) {
                String ofKind = template.replace("{kind}", kind.code());
                if (template.contains("{id}")) {
                    documents(kind).forEach(id -> paths.add(ofKind.replace("{id}", id)));
                } else {
                    paths.add(ofKind + "?limit=1000");
                }
            }
            return paths;
        }
        if (template.contains("{id}")) {
            ids(template).forEach(id -> paths.add(path(template, id)));
            return paths;
        }
        String plain = path(template, "");
        if (template.equals("/series")) {
            facts.points().forEach(p -> paths.add(plain + "&points=" + p.id()));
        } else if (template.equals("/attachments")) {
            for (DocumentKind kind : DocumentKind.values()) {
                documents(kind).forEach(id -> paths.add("/attachments?kind=" + kind.code() + "&id=" + encoded(id)));
            }
        } else if (template.equals("/comparison")) {
            for (String own : List.of("lvyuan-food", "hengda-tools")) {
                facts.enterprises().stream()
                        .filter(e -> !e.id().equals(own))
                        .forEach(e -> paths.add(template + "?month=2026-10&enterprises=" + own + "," + e.id()));
            }
        } else if (template.equals("/search")) {
            Stream.concat(facts.enterprises().stream().map(Enterprise::id), Stream.of("water", "电", "c-", "Ham"))
                    .forEach(word -> paths.add("/search?limit=200&q=" + encoded(word)));
        } else {
            paths.add(plain);
            for (String filter : FILTERS.getOrDefault(template, List.of())) {
                ids("/" + KINDS.get(filter))
                        .forEach(id -> paths.add(plain + (plain.contains("?") ? "&" : "?") + filter + "=" + id));
            }
        }
        return paths;
    }

    private List<String> documents(DocumentKind kind) {
        return switch (kind) {
            case DISTRICT -> List.of(facts.districtId());
            case PARK -> ids("/parks");
            case ENTERPRISE -> ids("/enterprises");
            case CONTACT ->
                ids("/enterprises").stream()
                        .map(id -> "enterprise:" + id + ":Li")
                        .toList();
            case OUTLET -> ids("/outlets");
            case GATEWAY -> ids("/gateways");
            case DEVICE -> ids("/devices");
            case POINT -> ids("/points");
            case STATISTIC ->
                ids("/enterprises").stream().map(id -> id + ":2026-06").toList();
            case BILL ->
                ids("/enterprises").stream()
                        .map(id -> id + ":2026-06:electricity")
                        .toList();
            case COEFFICIENT_SET ->
                facts.coefficientSets().stream().map(CoefficientSet::id).toList();
            case TARGET -> facts.targets().stream().map(Target::id).toList();
            case LIMIT -> facts.limits().stream().map(Limit::id).toList();
            case CLOSING -> ids("/parks").stream().map(id -> id + ":2026-06").toList();
        };
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static final Map<String, String> KINDS = Map.of(
            "park", "parks",
            "enterprise", "enterprises",
            "outlet", "outlets",
            "point", "points",
            "device", "devices",
            "gateway", "gateways");

    /** By what lists are narrowed. */
    private static final Map<String, List<String>> FILTERS = Map.ofEntries(
            Map.entry("/enterprises", List.of("park")),
            Map.entry("/outlets", List.of("park", "enterprise")),
            Map.entry("/data-quality", List.of("park", "enterprise")),
            Map.entry("/exceedances", List.of("park", "enterprise", "outlet", "point")),
            Map.entry("/former-values", List.of("park", "enterprise", "outlet", "point")),
            Map.entry("/points/newest", List.of("park", "enterprise", "outlet", "device")),
            Map.entry("/effective-rules", List.of("enterprise", "outlet", "point", "device")),
            Map.entry("/alerts", List.of("park", "enterprise", "outlet", "point", "device")),
            Map.entry("/marks", List.of("enterprise", "outlet", "point", "device")),
            Map.entry("/contacts", List.of("park", "enterprise")),
            Map.entry("/findings", List.of("park", "enterprise", "point")),
            Map.entry("/proposals", List.of("park", "enterprise", "point")),
            Map.entry("/dead-letters", List.of("device")),
            Map.entry("/quarantine", List.of("device")),
            Map.entry("/devices", List.of("park", "enterprise", "gateway")),
            Map.entry("/gateways", List.of("enterprise")),
            Map.entry("/returns", List.of("park")),
            Map.entry("/clean-production", List.of("park")),
            Map.entry("/clean-production-coverage", List.of("park")),
            Map.entry("/clean-production-candidates", List.of("park")),
            Map.entry("/year-sheets", List.of("park")),
            Map.entry("/objections", List.of("park", "enterprise")),
            Map.entry("/acceptance", List.of("park", "enterprise")),
            Map.entry("/closings", List.of("park")),
            Map.entry("/closing-differences", List.of("park")),
            Map.entry("/standings", List.of("park", "enterprise")));

    /**
     * Something of somebody else's, and the same that there is not.
     *
     * @param foreign what of the path of the one is written in that of the other as {@code absent}
     */
    record Pair(String anothers, String none, String foreign, String absent) {}

    /** Pairs at a path: by the id in it, and by what it is narrowed with. */
    List<Pair> pairs(String template, Marks foreign) {
        List<Pair> pairs = new ArrayList<>();
        Map<String, String> owners = owned.getOrDefault(template.split("/")[1], Map.of());
        owners.forEach((id, owner) -> {
            if (template.contains("{id}") && foreign.ids().contains(owner)) {
                pairs.add(new Pair(path(template, id), path(template, NOBODY), id, NOBODY));
            }
        });
        for (String path : paths(template)) {
            foreign.ids().stream().filter(path::contains).forEach(id -> {
                // A page, or a document, of a part of another enterprise is compared with one of a part of none.
                pairs.add(new Pair(path, path.replace(id, NOBODY), id, NOBODY));
            });
        }
        return pairs;
    }
}
