package io.greenpark.ingest;

import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.ingest.payload.Telemetry;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.text.Bilingual;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A second payload format, for tests: {@code kwh=12.5;kw=3}, or {@code m1/kwh=12.5;m2/kw=3} in gateway form. */
public final class PairsFormat implements PayloadFormat {
    /** CoAP knows the number of this content type (RFC 8428: 110). */
    public static final String CONTENT_TYPE = "application/senml+json";

    public static final int COAP_CONTENT_FORMAT = 110;
    public static final String TOPIC = "vendor/pairs";

    /** JSON and this format. */
    public static PayloadFormats besideJson() {
        return new PayloadFormats(List.of(new TelemetryJson(), new PairsFormat()));
    }

    @Override
    public Set<String> contentTypes() {
        return Set.of(CONTENT_TYPE);
    }

    @Override
    public boolean claims(Door door, String topic) {
        return topic.equals(TOPIC);
    }

    @Override
    public Decoded decode(byte[] payload, int offset, int length, PayloadForm form) {
        List<Telemetry> items = new ArrayList<>();
        for (String pair : new String(payload, offset, length, StandardCharsets.UTF_8).split(";")) {
            String[] sides = pair.split("=", 2);
            if (sides.length < 2) {
                return new Decoded.Rejected(RejectReason.MALFORMED, Bilingual.same("\"" + pair + "\" is no pair"));
            }
            int slash = form == PayloadForm.GATEWAY ? sides[0].indexOf('/') : -1;
            @Nullable String device = slash < 0 ? null : sides[0].substring(0, slash);
            SentValue value =
                    new SentValue.Readable(sides[0].substring(slash + 1), Double.parseDouble(sides[1]), Flag.NORMAL);
            items.add(new Telemetry(device, SentTime.NONE, List.of(value)));
        }
        return new Decoded.Accepted(items);
    }
}
