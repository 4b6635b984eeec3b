package io.greenpark.ingest.mapping;

import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.mapping.JsonMapping.Mapped;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import java.util.List;
import java.util.Set;

/** JSON of others on topics that the installation names, mapped to the platform's own. */
public final class MappedFormat implements PayloadFormat {
    private static final TelemetryJson OWN = new TelemetryJson();

    private final List<TopicFilter> topics;
    private final JsonMapping mapping;
    private final String topic;

    MappedFormat(List<String> topics, JsonMapping mapping) {
        this(topics.stream().map(TopicFilter::of).toList(), mapping, "");
    }

    private MappedFormat(List<TopicFilter> topics, JsonMapping mapping, String topic) {
        this.topics = List.copyOf(topics);
        this.mapping = mapping;
        this.topic = topic;
    }

    @Override
    public Set<String> contentTypes() {
        return Set.of();
    }

    @Override
    public boolean claims(Door door, String name) {
        return topics.stream().anyMatch(filter -> filter.matches(name));
    }

    @Override
    public PayloadFormat of(String name) {
        return new MappedFormat(topics, mapping, name);
    }

    @Override
    public Decoded decode(byte[] payload, int offset, int length, PayloadForm form) {
        Mapped mapped = mapping.apply(payload, offset, length, topic, form);
        if (mapped instanceof Mapped.Made made) {
            return OWN.decode(made.json(), 0, made.json().length, form);
        }
        return new Decoded.Rejected(RejectReason.MALFORMED, ((Mapped.Failed) mapped).why());
    }
}
