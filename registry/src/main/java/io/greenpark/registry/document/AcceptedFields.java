package io.greenpark.registry.document;

import io.greenpark.config.setting.Accepted;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** What fields accept, the same in documents and in files. */
public final class AcceptedFields {
    public static final Accepted<LocalDate> DATE =
            new Accepted<>(new Bilingual("日期，如 2018-01-31", "a date, e.g. 2018-01-31"), LocalDate::parse);
    public static final Accepted<YearMonth> MONTH =
            new Accepted<>(new Bilingual("月份，如 2018-01", "a month, e.g. 2018-01"), YearMonth::parse);
    public static final Accepted<Carrier> CARRIER = new Accepted<>(
            new Bilingual("能源或水的品种，如 electricity、natural-gas、water", "a carrier, e.g. electricity, natural-gas, water"),
            text -> Carrier.ofCode(text).orElse(null));
    public static final Accepted<BigDecimal> NOT_NEGATIVE =
            new Accepted<>(new Bilingual("0 或以上的数值", "a decimal of 0 or more"), text -> {
                BigDecimal amount = Accepted.decimal().parse(text);
                return amount == null || amount.signum() < 0 ? null : amount;
            });
    public static final Accepted<Integer> YEAR = Accepted.integer(1990, 2100);
    public static final Bilingual ENTERPRISE_ID = new Bilingual("企业编号", "the id of an enterprise");
    public static final Accepted<ZoneId> ZONE = new Accepted<>(
            new Bilingual("时区，如 Asia/Shanghai 或 +08:00", "a time zone, e.g. Asia/Shanghai or +08:00"), ZoneId::of);
    public static final Accepted<Unit> UNIT = new Accepted<>(
            new Bilingual("下列单位之一：" + Unit.symbols(), "one of " + Unit.symbols()),
            text -> Unit.ofSymbol(text).orElse(null));
    public static final Bilingual INDUSTRY = new Bilingual("行业，如 hardware-tools", "an industry, e.g. hardware-tools");
    public static final Bilingual CONTACT_NAME = new Bilingual("个人或部门的名称", "a person's or office's name");
    public static final Bilingual STATISTIC_SOURCE =
            new Bilingual("数据来源；如为假设请注明", "who says so; an assumption says that it is one");
    public static final Bilingual FACTOR_SOURCE = new Bilingual("系数来源", "where the factors come from");
    public static final Bilingual TARGET_SOURCE = new Bilingual("下达目标的计划或文件", "the plan or notice that assigns it");
    public static final Bilingual LIMIT_SOURCE = new Bilingual("标准及表号，或排污许可证", "the standard and table, or the permit");
    public static final Bilingual POINT_KEY =
            new Bilingual("设备上报时使用的键，如 kwh", "the key under which the device sends it, e.g. kwh");

    private AcceptedFields() {}
}
