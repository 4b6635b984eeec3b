package io.greenpark.returns.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.Signature;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted return makes of the registry's statistics. Of January and February each month gets half, and what does not divide goes to
 * February: what stands in each makes no difference to any judgement (decision 028).
 */
final class AcceptedStatistics {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private AcceptedStatistics() {}

    static EditRequest edits(MonthlyReturn accepted, String who, String account, Reach reach) {
        Signature signature = Objects.requireNonNull(accepted.signature(), "what is accepted was signed");
        BigDecimal output = cny(accepted.figures().output());
        BigDecimal valueAdded = cny(accepted.figures().valueAdded());
        String source = "monthly return (企业月度填报), signed by " + signature.name();
        List<Edit> edits = new ArrayList<>();
        if (output != null || valueAdded != null) {
            List<YearMonth> months = accepted.period().months();
            boolean joint = months.size() > 1;
            for (int i = 0; i < months.size(); i++) {
                boolean first = joint && i == 0;
                edits.add(edit(
                        accepted,
                        months.get(i),
                        joint ? part(output, first) : output,
                        joint ? part(valueAdded, first) : valueAdded,
                        joint ? source + "; half of January and February" : source));
            }
        }
        String reason = "monthly return of " + accepted.enterpriseId() + " for "
                + accepted.period().code() + ", signed by " + signature.name() + " on " + signature.at();
        return new EditRequest(who, account, Source.CONSOLE, reason, edits, null, false, false, reach);
    }

    private static Edit edit(
            MonthlyReturn accepted,
            YearMonth month,
            @Nullable BigDecimal output,
            @Nullable BigDecimal valueAdded,
            String source) {
        ObjectNode document = JSON.createObjectNode()
                .put("enterprise", accepted.enterpriseId())
                .put("month", month.toString())
                .put("status", EnumCode.of(FigureStatus.PROVISIONAL))
                .put("source", source)
                .put("allowedUse", EnumCode.of(accepted.allowedUse()));
        if (valueAdded != null) {
            document.put("ivaCny", valueAdded.toPlainString());
        }
        if (output != null) {
            document.put("outputCny", output.toPlainString());
        }
        return new Edit(DocumentKey.statistic(accepted.enterpriseId(), month), Verb.PUT, document.toString());
    }

    private static @Nullable BigDecimal cny(@Nullable Amount amount) {
        return amount == null ? null : amount.quantity().value();
    }

    private static @Nullable BigDecimal part(@Nullable BigDecimal whole, boolean first) {
        if (whole == null) {
            return null;
        }
        BigDecimal half = whole.divide(TWO, Math.max(0, whole.scale()), RoundingMode.DOWN);
        return first ? half : whole.subtract(half);
    }
}
