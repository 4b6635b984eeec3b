package io.greenpark.sheets.form;

import io.greenpark.park.text.Bilingual;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The templates: workbooks with one form or several that belong together. */
public enum SheetKind {
    ENTERPRISES("enterprises", "企业", "Enterprises"),
    CONTACTS("contacts", "联系人", "Contacts"),
    OUTLETS("outlets", "排放口", "Outlets"),
    /** With gateways, points and replaced meters. */
    DEVICES("devices", "设备与点位", "Devices and points"),
    LIMITS("limits", "排放限值", "Limits"),
    TARGETS("targets", "节能目标", "Targets"),
    STATISTICS("statistics", "月度统计", "Monthly statistics"),
    /** All of them. */
    REGISTRY("registry", "登记册", "Registry");

    private final String code;
    private final Bilingual title;

    SheetKind(String code, String zh, String en) {
        this.code = code;
        this.title = new Bilingual(zh, en);
    }

    /** Its name in addresses. */
    public String code() {
        return code;
    }

    public Bilingual title() {
        return title;
    }

    /** The kind of a code. */
    public static Optional<SheetKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }

    /**
     * Its sheets, in an order in which what is referred to comes first.
     *
     * @param zone whose clocks times are written by
     */
    public List<SheetForm> forms(ZoneId zone) {
        return switch (this) {
            case ENTERPRISES -> List.of(EnterpriseForms.enterprises());
            case CONTACTS -> List.of(EnterpriseForms.contacts());
            case OUTLETS -> List.of(DischargeForms.outlets());
            case DEVICES ->
                List.of(
                        DeviceForms.gateways(),
                        DeviceForms.devices(),
                        DeviceForms.points(zone),
                        DeviceForms.replacements(zone));
            case LIMITS -> List.of(DischargeForms.limits(zone));
            case TARGETS -> List.of(FigureForms.targets());
            case STATISTICS -> List.of(FigureForms.statistics(), FigureForms.bills());
            case REGISTRY ->
                Stream.of(ENTERPRISES, CONTACTS, OUTLETS, DEVICES, LIMITS, TARGETS, STATISTICS)
                        .flatMap(kind -> kind.forms(zone).stream())
                        .toList();
        };
    }
}
