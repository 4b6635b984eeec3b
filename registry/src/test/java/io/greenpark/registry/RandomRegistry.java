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
    private final StringBuilder text = new StringBuilder();

    private RandomRegistry(Random random) {
        this.random = random;
        parks = some(3, 1);
        enterprises = some(4, 1);
        outlets = some(3, 0);
        gateways = some(2, 0);
        devices = some(5, 0);
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

    private void section(String name, List<Integer> ids, IntFunction<String> entry) {
        text.append(name).append(": [");
        text.append(ids.stream().map(entry::apply).collect(Collectors.joining(",\n  ")));
        text.append("]\n");
    }

    private String write() {
        section("parks", parks, p -> "{id: park-%d, zone: %s, contacts: [%s]}".formatted(p, zone(), contact()));
        section("enterprises", enterprises, e -> "{id: firm-%d, park: park-%d, industry: food, contacts: [%s]}"
                .formatted(e, one(parks), contact()));
        section("outlets", outlets, o -> "{id: outlet-%d, enterprise: firm-%d, medium: stack}"
                .formatted(o, one(enterprises)));
        section("gateways", gateways, g -> "{id: gateway-%d}".formatted(g));
        section("devices", devices, this::device);
        section(
                "statistics",
                enterprises,
                e -> "{enterprise: firm-%d, month: 2026-0%d, ivaCny: %d, status: final, source: s%s}"
                        .formatted(
                                e,
                                1 + random.nextInt(3),
                                random.nextInt(100),
                                random.nextInt(8) == 0 ? "" : ", allowedUse: judge"));
        section("targets", random.nextBoolean() ? List.of(0) : List.of(), this::target);
        return text.toString();
    }

    private String zone() {
        return random.nextInt(4) == 0 ? "Europe/Berlin" : "Asia/Shanghai";
    }

    private String contact() {
        return random.nextBoolean()
                ? "{name: n%d, email: a%d@b.c}".formatted(random.nextInt(2), random.nextInt(3))
                : "";
    }

    /** Mostly the same at every reading, as nothing that has readings may move. */
    private int ownerOf(int id) {
        return random.nextInt(12) == 0 ? one(enterprises) : enterprises.get(id % enterprises.size());
    }

    private String device(int d) {
        String gateway = gateways.isEmpty() || random.nextBoolean() ? "" : ", gateway: gateway-" + one(gateways);
        List<String> points = new ArrayList<>();
        for (int p : some(3, 0)) {
            // An outlet of the same number is mostly one of the same enterprise.
            String outlet = !outlets.contains(d) || random.nextInt(3) > 0 ? "" : ", outlet: outlet-" + d;
            points.add("{key: k%d, quantity: nox, unit: mg/m3, kind: gauge%s}".formatted(p, outlet));
        }
        return "{id: device-%d, enterprise: firm-%d%s, points: [%s]}"
                .formatted(d, ownerOf(d), gateway, String.join(", ", points));
    }

    private String target(int t) {
        boolean park = random.nextBoolean();
        return "{id: target-%d, scope: %s, subject: %s, yearlyChangePercent: -5, fromYear: 2026, toYear: 2027, source: t}"
                .formatted(t, park ? "park" : "enterprise", park ? "park-" + one(parks) : "firm-" + one(enterprises));
    }
}
