package io.greenpark.sheets.form;

import static io.greenpark.sheets.form.FormColumn.of;

import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.column.Choices;
import io.greenpark.sheets.column.ColumnType;
import io.greenpark.sheets.column.Decimals;
import io.greenpark.sheets.column.Mappings;
import io.greenpark.sheets.column.Referring;
import io.greenpark.sheets.column.Texts;
import io.greenpark.sheets.column.Times;
import java.util.List;

/** Forms of enterprises and whom to tell of their cases. */
final class EnterpriseForms {
    static final ColumnType ENTERPRISE = new Referring(DocumentKind.ENTERPRISE, new Bilingual("企业", "enterprise"));

    private static final ColumnType PARK = new Referring(DocumentKind.PARK, new Bilingual("园区", "park"));

    private EnterpriseForms() {}

    static FormColumn nameZh() {
        return of("name/zh", "名称", "Name in Chinese", Texts.text());
    }

    static FormColumn nameEn() {
        return of("name/en", "英文名称", "Name in English", Texts.text())
                .noted("不填则与中文名称相同", "as in Chinese where it is left out");
    }

    static SheetForm enterprises() {
        Choices states = Choices.of()
                .with("in-operation", "在产", "in operation")
                .with("stopped", "停产", "stopped")
                .with("closed", "关闭", "closed")
                .with("moved", "迁出", "moved out");
        return new SheetForm(
                "enterprises",
                DocumentKind.ENTERPRISE,
                new Bilingual("企业", "Enterprises"),
                null,
                List.of(
                        of(FormColumn.ID, "企业编号", "Enterprise id", Texts.id()).needed(),
                        nameZh().needed(),
                        nameEn(),
                        of("park", "园区", "Park", PARK).needed(),
                        of("industry", "行业", "Industry", Texts.text())
                                .needed()
                                .noted("行业代号，如 hardware-tools", "code of the industry, e.g. hardware-tools"),
                        of("aboveScale", "规模以上", "Above scale", Choices.truth()),
                        of("polluting", "排污单位", "Polluting", Choices.truth()),
                        of("keyDischarger", "重点排污单位", "Key discharger", Choices.truth()),
                        of("creditCode", "统一社会信用代码", "Unified social credit code", Texts.creditCode()),
                        of("formerNames", "曾用名", "Former names", Mappings.names()),
                        of("accounts", "水电气户号", "Customer numbers", Mappings.accounts(Carriers.choices())),
                        of("legalPerson", "法定代表人", "Legal representative", Texts.text()),
                        of("address", "地址", "Address", Texts.text()),
                        of("permit/number", "排污许可证编号", "Permit number", Texts.text()),
                        of("permit/validFrom", "许可证起始日", "Permit valid from", Times.day()),
                        of("permit/validTo", "许可证截止日", "Permit valid to", Times.day()),
                        of("landMu", "用地面积", "Land", Decimals.notNegative()).in("亩", "mu"),
                        of("approvedEnergyTce", "核定年能耗", "Approved energy a year", Decimals.notNegative())
                                .in("吨标准煤", "tce"),
                        of("approvedDischargeT", "许可年排放量", "Approved discharge a year", Mappings.amounts())
                                .in("吨", "t"),
                        of("performanceClasses", "亩均评价等级", "Performance classes", Mappings.classes()),
                        of("operation", "生产状态", "Operation", Mappings.states(states))));
    }

    static SheetForm contacts() {
        return new SheetForm(
                "contacts",
                DocumentKind.CONTACT,
                new Bilingual("联系人", "Contacts"),
                null,
                List.of(
                        of("scope", "所属类别", "Belongs to a", scope()).needed(),
                        of("subject", "所属编号", "Id of what it belongs to", Texts.id())
                                .needed()
                                .noted("企业、园区或全区的编号", "of the enterprise, park or district"),
                        of("name", "姓名或部门", "Person or office", Texts.text()).needed(),
                        of("email", "邮箱", "Mail address", Texts.text()),
                        of("webhook", "推送地址", "Webhook", Texts.text()).noted("*** 表示保持不变", "*** keeps what is there"),
                        of("phone", "电话", "Phone", Texts.text()).noted("*** 表示保持不变", "*** keeps what is there"),
                        of(
                                "language",
                                "语言",
                                "Language",
                                Choices.of().with("zh", "中文", "Chinese").with("en", "英文", "English")),
                        of(FormColumn.ID, "联系人编号", "Contact id", Texts.text()).noted("新联系人留空", "empty for a new one")));
    }

    static Choices scope() {
        return Choices.of()
                .with("enterprise", "企业", "enterprise")
                .with("park", "园区", "park")
                .with("district", "全区", "district");
    }
}
