package io.greenpark.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small registry at random, as the text of a file: of few ids, so that two of them share some and differ in references. */
final class RandomRegistry {
    private final Random random;
    private final List<Integer> parks;
    private final List<Integer> enterprises;
    private final List<Integer> outlets;
    private final List<Integer> gateways;
    private final List<Integer> devices;
    private final List<String> judged = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private RandomRegistry(Random random) {
        this.random = random;
        parks = some(3, 1);
        enterprises = some(4, 1);
        outlets = ofTheirEnterprise(some(3, 0));
        gateways = some(2, 0);
        devices = ofTheirEnterprise(some(4, 0));
    }

    static String text(Random random) {
        return new RandomRegistry(random).write();
    }

    private List<Integer> some(int of, int atLeast) {
        List<Integer> some = new ArrayList<>(IntStream.range(0, of)
                .filter(i -> random.nextInt(3) > 0)
                .boxed()
                .toList());
        while (some.size() < atLeast) {
            some.add(some.size());
        }
        return some;
    }

    private int one(List<Integer> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private String sometimes(int oneIn, String text) {
        return oneIn(oneIn) ? text : "";
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private void section(String name, List<Integer> ids, IntFunction<String> entry) {
        List<String> entries = ids.stream().map(entry::apply).collect(Collectors.toCollection(ArrayList::new));
        if (oneIn(4)) {
            java.util.Collections.reverse(entries);
        }
        text.append(name).append(": [").append(String.join(",\n  ", entries)).append("]\n");
    }

    private String write() {
        text.append("district: {id: %s, contacts: [%s]}\n".formatted(oneIn(8) ? "other" : "district", contact()));
        section("parks", parks, p -> "{id: park-%d, zone: %s, contacts: [%s]}".formatted(p, zone(), contact()));
        section("enterprises", enterprises, e -> "{id: firm-%d, park: park-%d, industry: %s, contacts: [%s]%s}"
                .formatted(e, one(parks), pick("food", "steel"), contact(), onFile()));
        section("outlets", outlets, o -> "{id: outlet-%d, enterprise: firm-%d, medium: stack%s%s}"
                .formatted(
                        o,
                        ownerOf(o),
                        sometimes(3, ", standing: evidence"),
                        sometimes(3, ", code: DA001, permit: p-1")));
        section("gateways", gateways, g -> "{id: gateway-%d, name: %s}".formatted(g, pick("a", "b")));
        section("devices", devices, this::device);
        section("statistics", enterprises, this::statistic);
        section("bills", enterprises, this::bill);
        coefficientSets();
        section("targets", some(2, 0), this::target);
        section("limits", judged.isEmpty() ? List.of() : some(3, 0), this::limit);
        return text.toString();
    }

    private String zone() {
        return oneIn(4) ? "Europe/Berlin" : "Asia/Shanghai";
    }

    private String contact() {
        return random.nextBoolean()
                ? "{name: n%d, email: a%d@b.c%s}"
                        .formatted(random.nextInt(2), random.nextInt(3), sometimes(3, ", phone: 0579-1234567"))
                : "";
    }

    private String onFile() {
        return sometimes(3, ", legalPerson: Li, landMu: 12.50, creditCode: 91330703MA20000016")
                + sometimes(
                        3,
                        ", permit: {number: p-1, validTo: 2027-01-31}, approvedDischargeT: {cod: 1.2}, performanceClasses: {2025: B}")
                + sometimes(3, ", accounts: {33-1: {carrier: electricity, share: 0.40}, 7: {carrier: water}}")
                + sometimes(
                        3,
                        ", formerNames: {2021-03-01: Old}, operation: {2020-01-01: {state: in-operation},"
                                + " 2026-02-01: {state: stopped, document: No. 7}}");
    }

    /** Mostly of the same enterprise at every reading, as nothing that has readings may move. */
    private int ownerOf(int id) {
        return oneIn(60) || !enterprises.contains(id) ? one(enterprises) : id;
    }

    private List<Integer> ofTheirEnterprise(List<Integer> ids) {
        return ids.stream().filter(id -> enterprises.contains(id) || oneIn(30)).toList();
    }

    private String device(int d) {
        String gateway = gateways.isEmpty() || random.nextBoolean() ? "" : ", gateway: gateway-" + one(gateways);
        List<String> points = new ArrayList<>();
        for (int p : some(4, 0)) {
            boolean replaced = oneIn(8);
            String id = "device-%d-k%d%s".formatted(d, p, replaced ? "-b" : "");
            if (p == 0) {
                judged.add(id);
            }
            String point = point(d, p);
            String ever = point.contains("validFrom") ? "" : ", validFrom: 1970-01-01T00:00:00Z";
            points.add("{id: %s, key: k%d%s%s%s}".formatted(id, p, point, ever, sometimes(8, ", endedAt: 2026-05-01")));
        }
        return "{id: device-%d, enterprise: firm-%d%s%s%s, points: [%s]}"
                .formatted(
                        d,
                        ownerOf(d),
                        gateway,
                        sometimes(4, ", silenceAfter: 3h"),
                        sometimes(4, ", sentAs: 'Meter_" + d + ".1'"),
                        String.join(",\n    ", points));
    }

    private String point(int device, int p) {
        String dated = dated();
        return switch (p) {
            case 0 ->
                ", quantity: nox, unit: mg/m3, kind: gauge" + sometimes(2, ", period: 1h, stamp: start")
                        // An outlet of the same number is mostly one of the same enterprise.
                        + (outlets.contains(device) && oneIn(3) ? ", outlet: outlet-" + device : "")
                        + sometimes(3, ", validFrom: 2025-01-01");
            case 1 ->
                ", quantity: electricity, unit: kWh, kind: register, carrier: electricity, ratio: "
                        + pick("1", "40", "80") + sometimes(2, ", registerRange: 1000000")
                        + sometimes(
                                3,
                                ", replacements: [{at: 2025-06-0%d, oldEnd: 99.5, newStart: 0}]"
                                        .formatted(1 + random.nextInt(2)))
                        + dated;
            case 2 ->
                ", quantity: heat, unit: GJ, kind: interval, period: 15m, carrier: heat, stamp: " + pick("start", "end")
                        + sometimes(3, ", boundary: false") + sometimes(3, ", maxPerHour: 9");
            default ->
                ", quantity: door, kind: state, expectedInterval: " + pick("5m", "1h")
                        + sometimes(3, ", zone: " + zone());
        };
    }

    private String dated() {
        return sometimes(
                2,
                ", facts: [{validFrom: 2025-0%d-01}, {validFrom: 2026-01-01, ratio: %s}%s]"
                        .formatted(
                                1 + random.nextInt(2),
                                pick("60", "90"),
                                sometimes(3, ", {validFrom: 2026-03-01, maxPerHour: 7}")));
    }

    private String bill(int enterprise) {
        return "{enterprise: firm-%d, month: 2026-0%d, carrier: %s, amount: %d.50, unit: kWh%s, status: final, source: g, allowedUse: %s}"
                .formatted(
                        enterprise,
                        1 + random.nextInt(2),
                        "electricity",
                        random.nextInt(100),
                        sometimes(2, ", accounts: \"33, 44\""),
                        pick("judge", "show-own", "aggregate-only"));
    }

    private String statistic(int enterprise) {
        return "{enterprise: firm-%d, month: 2026-0%d, ivaCny: %d, status: %s, source: s%s}"
                .formatted(
                        enterprise,
                        1 + random.nextInt(2),
                        random.nextInt(100),
                        pick("final", "estimated"),
                        oneIn(80) ? "" : ", allowedUse: " + pick("judge", "show-own", "aggregate-only"));
    }

    /** Sets of the same start may be called otherwise at the next reading. */
    private void coefficientSets() {
        List<Integer> sets = some(3, 0);
        String name = oneIn(3) ? "renamed" : "set";
        text.append("coefficientSets: [");
        text.append(sets.stream()
                .map(s -> "{id: %s-%d, validFrom: 202%d-01-01, basis: equivalent%s,\n  coefficients: {%s}}"
                        .formatted(
                                name,
                                s,
                                s,
                                s > 0 && sets.contains(0) && oneIn(3) ? ", extends: " + name + "-0" : "",
                                coefficients()))
                .collect(Collectors.joining(",\n  ")));
        text.append("]\n");
    }

    private String coefficients() {
        return "electricity: {kgcePerUnit: 0.12%d, source: gb}".formatted(random.nextInt(3))
                + sometimes(
                        2,
                        ", heat: {kgcePerUnit: 0.034, co2KgPerUnit: 0.1%d, source: {zh: 国标, en: gb}}"
                                .formatted(random.nextInt(3)));
    }

    private String target(int t) {
        String subject =
                switch (random.nextInt(3)) {
                    case 0 -> "scope: park, subject: park-" + one(parks);
                    case 1 -> "scope: district";
                    default -> "scope: enterprise, subject: firm-" + one(enterprises);
                };
        return "{id: target-%d, %s, yearlyChangePercent: -%d, fromYear: 202%d, toYear: 202%d, source: %s}"
                .formatted(
                        t,
                        subject,
                        3 + random.nextInt(3),
                        4 + 2 * t,
                        5 + 2 * t + random.nextInt(8) / 7,
                        pick("t", "{zh: 方案, en: t}"));
    }

    private String limit(int l) {
        return "{id: limit-%d, point: %s, averaging: %s, upper: %d, unit: mg/m3, source: %s, validFrom: 2024-01-01%s%s%s}"
                .formatted(
                        l,
                        judged.get(random.nextInt(judged.size())),
                        pick("hour", "day"),
                        50 + random.nextInt(3),
                        pick("s" + l, "{zh: 甲, en: s" + l + "}"),
                        sometimes(3, ", validTo: 2026-01-01"),
                        sometimes(3, ", warnFraction: 0.8"),
                        sometimes(
                                3,
                                ", standard: GB 1, clause: {zh: 表2, en: Table 2}, concentration: converted,"
                                        + " referenceOxygenPercent: 3.5, gas: dry"));
    }
}
