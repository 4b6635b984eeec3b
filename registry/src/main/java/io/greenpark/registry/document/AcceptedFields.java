package io.greenpark.registry.document;

import io.greenpark.config.setting.Accepted;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/** What fields of several kinds of documents accept. */
final class AcceptedFields {
    static final Accepted<LocalDate> DATE =
            new Accepted<>(new Bilingual("日期，如 2018-01-31", "a date, e.g. 2018-01-31"), LocalDate::parse);
    static final Accepted<YearMonth> MONTH =
            new Accepted<>(new Bilingual("月份，如 2018-01", "a month, e.g. 2018-01"), YearMonth::parse);
    static final Accepted<Carrier> CARRIER = new Accepted<>(
            new Bilingual("能源或水的品种，如 electricity、natural-gas、water", "a carrier, e.g. electricity, natural-gas, water"),
            text -> Carrier.ofCode(text).orElse(null));
    static final Accepted<BigDecimal> NOT_NEGATIVE =
            new Accepted<>(new Bilingual("0 或以上的数值", "a decimal of 0 or more"), text -> {
                BigDecimal amount = Accepted.decimal().parse(text);
                return amount == null || amount.signum() < 0 ? null : amount;
            });
    static final Bilingual ENTERPRISE_ID = new Bilingual("企业编号", "the id of an enterprise");

    private AcceptedFields() {}
}
