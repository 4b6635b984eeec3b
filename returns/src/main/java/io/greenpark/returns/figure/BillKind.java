package io.greenpark.returns.figure;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What enterprises are billed for and returns ask about. */
public enum BillKind {
    ELECTRICITY("电费单", "electricity bill", List.of(ReturnUnit.KWH, ReturnUnit.KWH_10000)),
    NATURAL_GAS("天然气费单", "gas bill", List.of(ReturnUnit.M3, ReturnUnit.M3_10000)),
    STEAM("蒸汽费单", "steam bill", List.of(ReturnUnit.T, ReturnUnit.GJ)),
    WATER("水费单", "water bill", List.of(ReturnUnit.M3, ReturnUnit.M3_10000));

    private final Bilingual name;
    private final List<ReturnUnit> units;

    BillKind(String zh, String en, List<ReturnUnit> units) {
        this.name = new Bilingual(zh, en);
        this.units = units;
    }

    public Bilingual displayName() {
        return name;
    }

    /** The units that its amount may be in; the first where nothing is said. */
    public List<ReturnUnit> units() {
        return units;
    }

    public String code() {
        return EnumCode.of(this);
    }

    public static Optional<BillKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }
}
