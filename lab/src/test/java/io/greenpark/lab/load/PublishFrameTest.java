package io.greenpark.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPublish;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;
import org.junit.jupiter.api.Test;

class PublishFrameTest {
    private static MqttPublish parsed(PublishFrame frame, int packetId, long sequence, long timeMs) throws Exception {
        ByteBuffer out = ByteBuffer.allocate(4096);
        frame.write(out, packetId, sequence, timeMs);
        assertThat(out.position()).isEqualTo(frame.length());
        byte[] bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return (MqttPublish) MqttWireMessage.createWireMessage(bytes);
    }

    @Test
    void another_client_reads_topic_packet_id_time_and_value() throws Exception {
        PublishFrame frame = new PublishFrame("greenpark/bench-1/telemetry", List.of("a"), 0);
        MqttPublish publish = parsed(frame, 513, 0, 1_700_000_000_123L);
        assertThat(publish.getTopicName()).isEqualTo("greenpark/bench-1/telemetry");
        assertThat(publish.getMessageId()).isEqualTo(513);
        assertThat(publish.getMessage().getQos()).isEqualTo(1);
        assertThat(new String(publish.getMessage().getPayload(), StandardCharsets.UTF_8))
                .isEqualTo("{\"ts\":1700000000123,\"values\":{\"a\":10000.00}}");
    }

    @Test
    void every_message_has_its_own_values_also_with_many_keys() throws Exception {
        List<String> keys = List.of("k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10", "k11");
        PublishFrame frame = new PublishFrame("t", keys, 2);
        String payload = new String(
                parsed(frame, 1, 1_234_567, 1_700_000_000_000L).getMessage().getPayload(), StandardCharsets.UTF_8);
        for (int i = 0; i < keys.size(); i++) {
            long hundredths = PublishFrame.hundredths(1_234_567, i, 2);
            assertThat(payload).contains(String.format("\"k%d\":%d.%02d", i, hundredths / 100, hundredths % 100));
        }
        assertThat(PublishFrame.hundredths(1, 2, 2)).isNotEqualTo(PublishFrame.hundredths(2, 2, 2));
    }

    @Test
    void a_counter_only_rises_until_it_wraps() {
        for (long sequence = 1; sequence < 27_000; sequence++) {
            assertThat(PublishFrame.hundredths(sequence, 1, 2))
                    .isEqualTo(PublishFrame.hundredths(sequence - 1, 1, 2) + 37);
        }
    }

    @Test
    void a_message_of_several_times_is_an_array_that_continues_the_one_before() throws Exception {
        PublishFrame frame = new PublishFrame("t", List.of("a", "b"), 1, 2, 60_000);
        String payload =
                new String(parsed(frame, 7, 1, 1_700_000_120_000L).getMessage().getPayload(), StandardCharsets.UTF_8);
        assertThat(payload)
                .isEqualTo("[{\"ts\":1700000120000,\"values\":{\"a\":10000.74,\"b\":10158.39}},"
                        + "{\"ts\":1700000180000,\"values\":{\"a\":10001.11,\"b\":10237.58}}]");
    }
}
