package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import java.util.Map;

/** Names of the industries that a district of hardware, plastics, building materials and food has; of others their code. */
final class IndustryTexts {
    private static final Map<String, Bilingual> NAMES = Map.ofEntries(
            Map.entry("hardware-tools", new Bilingual("五金工量具", "Hardware and tools")),
            Map.entry("plastics-cotton", new Bilingual("塑棉制品", "Plastics and cotton")),
            Map.entry("building-materials", new Bilingual("建筑建材", "Building materials")),
            Map.entry("food-processing", new Bilingual("食品加工", "Food processing")),
            Map.entry("steel", new Bilingual("钢铁", "Steel")),
            Map.entry("power", new Bilingual("电力", "Power")),
            Map.entry("waste-water", new Bilingual("污水处理", "Waste-water treatment")),
            Map.entry("hardware-plating", new Bilingual("五金表面处理与电镀", "Surface finishing and plating")),
            Map.entry("plastics-injection", new Bilingual("注塑制品", "Plastics moulding")),
            Map.entry("cotton-weaving", new Bilingual("棉纺织造", "Cotton weaving")),
            Map.entry("building-kiln", new Bilingual("建材（窑炉）", "Building materials (kilns)")),
            Map.entry("building-blocks", new Bilingual("建材（砌块、混凝土）", "Building materials (blocks, concrete)")),
            Map.entry("sewage-treatment", new Bilingual("生活污水处理", "Sewage treatment")),
            Map.entry("waste-water-treatment", new Bilingual("工业废水处理", "Waste-water treatment")));

    private IndustryTexts() {}

    static Bilingual of(String industry) {
        return NAMES.getOrDefault(industry, Bilingual.same(industry));
    }
}
