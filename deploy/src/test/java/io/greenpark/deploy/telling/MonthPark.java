package io.greenpark.deploy.telling;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A district of three parks and 300 enterprises, each with a meter. The first sixty have an outlet with its analyser: 40 stacks with evidence, eight
 * that only give clues, and twelve outlets of waste water. Each enterprise has two contacts, one who reads Chinese and the deputy, who reads English.
 */
final class MonthPark {
    static final int ENTERPRISES = 300;
    static final int OUTLETS = 60;

    /** Stacks with evidence: 1 to 40. */
    static final int STACKS = 40;

    /** Stacks that only give clues: 41 to 48; the others are of waste water. */
    static final int AIR = 48;

    /** The first ten are key dischargers. */
    private static final int KEY_DISCHARGERS = 10;

    /** Of the meters from here on, ten each are behind a gateway. */
    private static final int FIRST_BEHIND_GATEWAY = 201;

    private static final int BEHIND_GATEWAY = 10;
    private static final String[] ZH = {"恒达五金", "宏业铸造", "金塔建材", "东升食品", "永兴塑业", "华泰电镀"};
    private static final String[] EN = {
        "Hengda Hardware",
        "Hongye Foundry",
        "Jinta Building Blocks",
        "Dongsheng Foods",
        "Yongxing Plastics",
        "Huatai Plating"
    };

    private MonthPark() {}

    static String enterprise(int n) {
        return String.format(Locale.ROOT, "e-%03d", n);
    }

    static String zh(int n) {
        return ZH[n % ZH.length] + String.format(Locale.ROOT, " %03d 厂", n);
    }

    static String en(int n) {
        return EN[n % EN.length] + String.format(Locale.ROOT, " Works %03d", n);
    }

    /** Who reads Chinese. */
    static String contact(int n) {
        return "li@" + enterprise(n) + ".example";
    }

    static String deputy(int n) {
        return "wang@" + enterprise(n) + ".example";
    }

    static String phone(int n) {
        return String.format(Locale.ROOT, "138%08d", n);
    }

    static String deputyPhone(int n) {
        return String.format(Locale.ROOT, "139%08d", n);
    }

    static String meter(int n) {
        return String.format(Locale.ROOT, "meter-%03d", n);
    }

    static String analyser(int n) {
        return String.format(Locale.ROOT, "analyser-%02d", n);
    }

    static String outlet(int n) {
        return String.format(Locale.ROOT, "outlet-%02d", n);
    }

    static boolean isAir(int n) {
        return n <= AIR;
    }

    /** The point of an outlet that has a limit. */
    static String point(int n) {
        return analyser(n) + (isAir(n) ? "-nox" : "-cod");
    }

    /** The gateway of a meter; empty for none. */
    static String gateway(int n) {
        return n < FIRST_BEHIND_GATEWAY
                ? ""
                : String.format(Locale.ROOT, "gw-%02d", (n - FIRST_BEHIND_GATEWAY) / BEHIND_GATEWAY + 1);
    }

    /** Below {@code registry:}. */
    static String yaml() {
        return """
                  district: {id: jindong, name: {zh: 金东区, en: Jindong District}}
                  parks:
                    - {id: east, name: {zh: 东园, en: East Park}, contacts: [{name: 东园管委会, email: office@east.example}]}
                    - {id: west, name: {zh: 西园, en: West Park}, contacts: [{name: 西园管委会, email: office@west.example}]}
                    - {id: north, name: {zh: 北园, en: North Park}, contacts: [{name: 北园管委会, email: office@north.example}]}
                """
                + section("gateways", 1, 10, MonthPark::gatewayYaml)
                + section("enterprises", 1, ENTERPRISES, MonthPark::enterpriseYaml)
                + section("outlets", 1, OUTLETS, MonthPark::outletYaml)
                + section("devices", 1, OUTLETS, MonthPark::analyserYaml)
                + IntStream.rangeClosed(1, ENTERPRISES)
                        .mapToObj(MonthPark::meterYaml)
                        .collect(Collectors.joining())
                + section("limits", 1, OUTLETS, MonthPark::limitYaml)
                + section("targets", 71, 72, MonthPark::targetYaml);
    }

    private static String section(String name, int from, int to, IntFunction<String> entry) {
        return "  " + name + ":\n"
                + IntStream.rangeClosed(from, to).mapToObj(entry).collect(Collectors.joining());
    }

    private static String gatewayYaml(int n) {
        return String.format(Locale.ROOT, "    - {id: gw-%02d, name: {zh: %d号网关, en: Gateway %d}}%n", n, n, n);
    }

    private static String enterpriseYaml(int n) {
        String[] parks = {"east", "west", "north"};
        return String.format(
                Locale.ROOT,
                "    - {id: %s, park: %s, name: {zh: %s, en: %s}, industry: hardware-tools, aboveScale: true, polluting: true,"
                        + " keyDischarger: %s, contacts: [{name: 李工 %03d, email: %s, phone: \"%s\", language: zh},"
                        + " {name: Deputy Wang %03d, email: %s, phone: \"%s\", language: en}]}%n",
                enterprise(n),
                parks[n % parks.length],
                zh(n),
                en(n),
                n <= KEY_DISCHARGERS,
                n,
                contact(n),
                phone(n),
                n,
                deputy(n),
                deputyPhone(n));
    }

    private static String outletYaml(int n) {
        return String.format(
                Locale.ROOT,
                "    - {id: %s, enterprise: %s, name: {zh: %s, en: %s}, medium: %s, standing: %s, code: %s001}%n",
                outlet(n),
                enterprise(n),
                isAir(n) ? "1号锅炉排气筒" : "总排口",
                isAir(n) ? "Boiler stack 1" : "Main outfall",
                isAir(n) ? "stack" : "water",
                n > STACKS && isAir(n) ? "clue" : "evidence",
                isAir(n) ? "DA" : "DW");
    }

    private static String analyserYaml(int n) {
        return String.format(
                Locale.ROOT,
                "    - {id: %s, enterprise: %s, name: {zh: %s, en: %s}, silenceAfter: 1h, points: [{key: %s, outlet: %s, name: {zh: %s,"
                        + " en: %s}, quantity: %s, unit: %s, kind: gauge, period: 1h, stamp: start}]}%n",
                analyser(n),
                enterprise(n),
                isAir(n) ? "烟气在线监测仪" : "水质在线监测仪",
                isAir(n) ? "Stack gas analyser" : "Water analyser",
                isAir(n) ? "nox" : "cod",
                outlet(n),
                isAir(n) ? "氮氧化物" : "化学需氧量",
                isAir(n) ? "NOx" : "COD",
                isAir(n) ? "nox" : "cod",
                isAir(n) ? "mg/m3" : "mg/L");
    }

    private static String meterYaml(int n) {
        return String.format(
                Locale.ROOT,
                "    - {id: %s, enterprise: %s,%s name: {zh: 总电表, en: Main meter}, silenceAfter: 1h, points: [{key: kwh, quantity:"
                        + " electricity, unit: kWh, kind: register, carrier: electricity}]}%n",
                meter(n),
                enterprise(n),
                gateway(n).isEmpty() ? "" : " gateway: " + gateway(n) + ",");
    }

    private static String limitYaml(int n) {
        return String.format(
                Locale.ROOT,
                "    - {id: limit-%02d, point: %s, averaging: %s, upper: %s, unit: %s, warnFraction: 0.8, source: 排污许可证,"
                        + " standard: %s, confirmed: true, validFrom: 2020-01-01}%n",
                n,
                point(n),
                isAir(n) ? "hour" : "day",
                isAir(n) ? "50" : "80",
                isAir(n) ? "mg/m3" : "mg/L",
                isAir(n) ? "GB 13271-2014" : "GB 21900-2008");
    }

    private static String targetYaml(int n) {
        return String.format(
                Locale.ROOT,
                "    - {id: target-%d, scope: enterprise, subject: %s, yearlyChangePercent: -5, fromYear: 2025, toYear: 2028,"
                        + " source: 区能耗双控目标}%n",
                n,
                enterprise(n));
    }
}
