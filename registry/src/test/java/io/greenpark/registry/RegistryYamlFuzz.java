package io.greenpark.registry;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.config.setting.YamlTree.Mapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A target of the fuzzer: any text of a registry file is a registry, or problems are told. */
public final class RegistryYamlFuzz {
    private RegistryYamlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Problems problems = new Problems();
        Mapping content = YamlFile.parse(new String(input, StandardCharsets.UTF_8), "f", problems);
        if (content == null) {
            if (problems.list().isEmpty()) {
                throw new AssertionError("no content, and no problem is told");
            }
            return;
        }
        RegistryYaml.read(List.of(new RegistryDocument(Path.of("f"), "", content)), problems);
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        return List.of("""
                district: {id: d, zone: Asia/Shanghai}
                parks: [{id: p, area: 3}]
                enterprises: [{id: e, park: p, industry: food-processing, contacts: [{email: a@b.cn}]}]
                outlets: [{id: o, enterprise: e, medium: stack}]
                gateways: [{id: g}]
                devices:
                  - id: d
                    enterprise: e
                    gateway: g
                    silenceAfter: 1h
                    points: [{key: k, quantity: nox, outlet: o, unit: mg/m3, kind: gauge, expectedInterval: 1h}]
                limits: [{id: l, point: d-k, period: hour, upper: 50, unit: mg/m3, source: GB 13271-2014}]
                """.getBytes(StandardCharsets.UTF_8), """
                devices:
                  - {id: m, enterprise: e, points: [{key: kwh, quantity: electricity, unit: kWh, kind: register, ratio: 80,
                     registerRange: 1000000, replacements: [{at: 2026-01-01T00:00:00+08:00, lastValue: 1, newStart: 0}]}]}
                statistics: [{enterprise: e, month: 2026-01, valueAdded: 12.5}]
                targets: [{enterprise: e, year: 2026, reduction: 5%}]
                """.getBytes(StandardCharsets.UTF_8));
    }
}
