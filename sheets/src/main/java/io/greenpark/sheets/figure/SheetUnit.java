package io.greenpark.sheets.figure;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A unit that sheets have figures in. Each is an exact multiple of the one that the registry has them in. */
public enum SheetUnit {
    YUAN("元", "CNY", Family.MONEY, "1", "cny", "rmb", "人民币元"),
    THOUSAND_YUAN("千元", "1,000 CNY", Family.MONEY, "1000"),
    TEN_THOUSAND_YUAN("万元", "10,000 CNY", Family.MONEY, "10000"),
    MILLION_YUAN("百万元", "million CNY", Family.MONEY, "1000000"),
    HUNDRED_MILLION_YUAN("亿元", "100 million CNY", Family.MONEY, "100000000"),
    KWH("kWh", "kWh", Family.ELECTRICITY, "1", "千瓦时", "千瓦小时", "度", "kw.h", "kw·h", "千瓦·时"),
    TEN_THOUSAND_KWH(
            "万kWh", "10,000 kWh", Family.ELECTRICITY, "10000", "万千瓦时", "万千瓦小时", "万度", "万kw.h", "万kw·h", "万千瓦·时"),
    MWH("MWh", "MWh", Family.ELECTRICITY, "1000", "兆瓦时"),
    HUNDRED_MILLION_KWH("亿kWh", "100 million kWh", Family.ELECTRICITY, "100000000", "亿千瓦时", "亿度"),
    M3("m3", "m3", Family.VOLUME, "1", "立方米", "立方", "方", "nm3", "标准立方米", "标方"),
    TEN_THOUSAND_M3("万m3", "10,000 m3", Family.VOLUME, "10000", "万立方米", "万立方", "万方", "万nm3", "万标方"),
    KG("kg", "kg", Family.MASS, "0.001", "千克", "公斤"),
    T("t", "t", Family.MASS, "1", "吨"),
    TEN_THOUSAND_T("万t", "10,000 t", Family.MASS, "10000", "万吨"),
    MJ("MJ", "MJ", Family.HEAT, "0.001", "兆焦"),
    GJ("GJ", "GJ", Family.HEAT, "1", "吉焦", "百万千焦");

    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern STATED = Pattern.compile("单位:([^\\s,;()。]+)");

    private final String code;
    private final String english;
    private final Family family;
    private final BigDecimal factor;
    private final List<String> others;

    SheetUnit(String code, String english, Family family, String factor, String... others) {
        this.code = code;
        this.english = english;
        this.family = family;
        this.factor = new BigDecimal(factor);
        this.others = List.of(others);
    }

    /** Units that convert into each other, with the one that the registry has. */
    public enum Family {
        MONEY("CNY"),
        ELECTRICITY("kWh"),
        VOLUME("m3"),
        MASS("t"),
        HEAT("GJ");

        private final String kept;

        Family(String kept) {
            this.kept = kept;
        }

        /** The symbol of the unit that the registry has figures of the family in. */
        public String kept() {
            return kept;
        }
    }

    /** How mappings and the API write it. */
    public String code() {
        return code;
    }

    /** How people write it. */
    public Bilingual shown() {
        return new Bilingual(code, english);
    }

    public Family family() {
        return family;
    }

    /** An amount of it in the unit that the registry has, exact. */
    public BigDecimal kept(BigDecimal amount) {
        return amount.multiply(factor).stripTrailingZeros();
    }

    /** The unit that a text is, in any of its ways to be written; empty if it is none. */
    public static Optional<SheetUnit> of(String text) {
        String plain = Plain.of(text);
        return Arrays.stream(values())
                .filter(u -> Plain.of(u.code).equals(plain) || u.others.contains(plain))
                .findFirst();
    }

    /** The unit that a heading or title has: in brackets, or behind 单位. */
    public static Optional<SheetUnit> in(String text) {
        String plain = Plain.of(text);
        for (Pattern pattern : List.of(IN_BRACKETS, STATED)) {
            Matcher m = pattern.matcher(plain);
            while (m.find()) {
                String said = m.group(1);
                Optional<SheetUnit> unit = of(said.startsWith("单位:") ? said.substring(3) : said);
                if (unit.isPresent()) {
                    return unit;
                }
            }
        }
        return Optional.empty();
    }
}
