package io.greenpark.sheets.monthly;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.mapping.SheetMapping;
import io.greenpark.sheets.monthly.Asked.Code;
import io.greenpark.sheets.monthly.SumFate.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The edits that figures come to, and what becomes of each. A figure that the registry has already changes nothing, unless its status does. Where the
 * registry has another figure of the month from somebody else, that one stays, and its source is named beside the new one.
 */
final class Drafts {
    private final KnownAmounts known;
    private final Map<String, SheetMapping> mappings;
    private final Asking asking;
    private final List<SumFate> fates = new ArrayList<>();
    private final Map<DocumentKey, List<Sum>> changed = new LinkedHashMap<>();

    /** @param mappings those that the sheets were read by, by id */
    Drafts(KnownAmounts known, Map<String, SheetMapping> mappings, Asking asking) {
        this.known = known;
        this.mappings = mappings;
        this.asking = asking;
    }

    void take(Collection<Sum> sums) {
        sums.forEach(this::take);
        changed.forEach(this::ask);
    }

    List<SumFate> fates() {
        return fates;
    }

    List<Edit> edits() {
        return changed.entrySet().stream()
                .map(e -> edit(e.getKey(), e.getValue()))
                .toList();
    }

    private SheetMapping mapping(Sum sum) {
        return Objects.requireNonNull(mappings.get(sum.sources().get(0).mapping()));
    }

    private void take(Sum sum) {
        Figure figure = sum.key().figure();
        ObjectNode there = known.document(sum.key().document());
        String was = there == null ? null : there.path(figure.field()).asText("");
        BigDecimal amount = KnownAmounts.amount(there, figure);
        boolean same = amount != null
                && amount.compareTo(sum.value()) == 0
                && there != null
                && there.path("status")
                        .asText("")
                        .equals(EnumCode.of(mapping(sum).status()));
        Outcome outcome = same ? Outcome.SAME : was == null || was.isEmpty() ? Outcome.NEW : Outcome.CHANGED;
        fates.add(new SumFate(
                sum.key(),
                sum.sources().stream().map(Sum.Source::place).toList(),
                outcome,
                was == null || was.isEmpty()
                        ? null
                        : amount == null ? was : amount.stripTrailingZeros().toPlainString(),
                sum.text()));
        if (!same) {
            changed.computeIfAbsent(sum.key().document(), k -> new ArrayList<>())
                    .add(sum);
        }
    }

    /** Fields of the document that have figures and that the sheets say nothing of. */
    private static boolean keeps(ObjectNode there, List<Sum> sums) {
        return Stream.of(Figure.VALUE_ADDED, Figure.OUTPUT)
                .filter(f -> sums.stream().noneMatch(s -> s.key().figure().equals(f)))
                .anyMatch(f -> there.hasNonNull(f.field()));
    }

    private void ask(DocumentKey key, List<Sum> sums) {
        ObjectNode there = known.document(key);
        if (there == null) {
            return;
        }
        SheetMapping mapping = mapping(sums.get(0));
        String place = sums.get(0).sources().get(0).place();
        String source = there.path("source").asText("");
        if (!source.isEmpty() && !source.contains(mapping.source())) {
            asking.ask(
                    Code.OTHER_SOURCE,
                    source + mapping.source(),
                    place,
                    "登记册中的数值来自“" + source + "”，将改为“" + mapping.source() + "”提供的数值",
                    "the registry has figures from \"" + source + "\", which those of \"" + mapping.source()
                            + "\" take the place of");
        }
        AllowedUse use = use(there);
        if (use != null && use.compareTo(mapping.allowedUse()) > 0) {
            asking.ask(
                    Code.LOOSER_USE,
                    EnumCode.of(use),
                    place,
                    "登记册中的数值允许用途较严（" + EnumCode.of(use) + "）；其用途保持不变",
                    "what the registry has may be used less freely (" + EnumCode.of(use) + "); that stays so");
        }
        if (there.path("status").asText("").equals(EnumCode.of(FigureStatus.FINAL))
                && mapping.status() != FigureStatus.FINAL) {
            asking.ask(
                    Code.FINAL_REPLACED,
                    EnumCode.of(mapping.status()),
                    place,
                    "登记册中的数值已是最终数，将被非最终数替换",
                    "what the registry has is final, and what takes its place is not");
        }
    }

    private static @Nullable AllowedUse use(ObjectNode there) {
        String said = there.path("allowedUse").asText("");
        return Stream.of(AllowedUse.values())
                .filter(u -> EnumCode.of(u).equals(said))
                .findFirst()
                .orElse(null);
    }

    private Edit edit(DocumentKey key, List<Sum> sums) {
        ObjectNode there = known.document(key);
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        Sum first = sums.get(0);
        fields.put("enterprise", first.key().enterprise());
        fields.put("month", first.key().month().toString());
        sums.forEach(s -> fields.put(s.key().figure().field(), s.text()));
        if (first.key().figure().carrier() != null) {
            fields.put("carrier", first.key().figure().carrier().code());
            fields.put("unit", first.key().figure().family().kept());
            String accounts = String.join(", ", first.accounts());
            if (!accounts.isEmpty()) {
                fields.put("accounts", accounts);
            } else if (there != null) {
                fields.putNull("accounts");
            }
        }
        List<SheetMapping> of = sums.stream().map(this::mapping).distinct().toList();
        fields.put("status", EnumCode.of(of.get(0).status()));
        fields.put("source", source(there, sums, of));
        AllowedUse strictest = of.stream()
                .map(SheetMapping::allowedUse)
                .max(AllowedUse::compareTo)
                .orElseThrow();
        AllowedUse was = there == null ? null : use(there);
        fields.put("allowedUse", EnumCode.of(was != null && was.compareTo(strictest) > 0 ? was : strictest));
        return new Edit(key, there == null ? Verb.PUT : Verb.PATCH, fields.toString());
    }

    private static String source(@Nullable ObjectNode there, List<Sum> sums, List<SheetMapping> of) {
        List<String> sources =
                new ArrayList<>(of.stream().map(SheetMapping::source).distinct().toList());
        String was = there == null ? "" : there.path("source").asText("");
        boolean kept = there != null && keeps(there, sums);
        if (kept && !was.isEmpty() && sources.stream().noneMatch(was::contains)) {
            sources.add(was);
            return String.join("; ", sources);
        }
        // What names the source beside others already stays, as long as a figure of those is there.
        return kept && !was.isEmpty() ? was : String.join("; ", sources);
    }
}
