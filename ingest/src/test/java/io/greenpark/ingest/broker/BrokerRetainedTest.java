package io.greenpark.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.PayloadFormats;
import io.greenpark.ingest.intake.TestStores;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that sends what it retained although it was asked not to. */
class BrokerRetainedTest {
    @TempDir
    Path dir;

    private LenientBroker broker;
    private TestStores stores;
    private OpenedBrokerDoor opened;

    @BeforeEach
    void start() throws Exception {
        broker = new LenientBroker();
        stores = new TestStores(dir);
        opened = OpenedBrokerDoor.open(Map.of("brokers.0.url", broker.url()), stores, PayloadFormats.standard());
        Await.until("it is connected", () -> opened.door().status().open());
    }

    @AfterEach
    void stop() throws Exception {
        opened.door().close();
        broker.close();
        stores.close();
    }

    @Test
    void the_subscription_asks_for_no_retained_messages_and_for_no_retain_flag_of_live_ones() {
        byte[] subscribe = broker.subscriptions().get(0);
        assertThat(subscribe[subscribe.length - 1])
                .as("QoS 1, Retain Handling 2, Retain As Published 0")
                .isEqualTo((byte) 0x21);
    }

    @Test
    void what_the_broker_had_retained_is_acknowledged_counted_and_no_news() throws Exception {
        broker.publish(1, true, "greenpark/m1/telemetry", "{\"kw\":500}");
        broker.publish(2, true, "greenpark/x9/telemetry", "{broken");
        broker.publish(3, false, "greenpark/m1/telemetry", "{\"kw\":1}");
        Await.until("all are acknowledged", () -> broker.acknowledged().size() == 3);
        assertThat(stores.readings()).extracting(Reading::value).containsExactly(1.0);
        assertThat(stores.listDeadLetters()).isEmpty();
        assertThat(opened.intake().counters().retained(Door.BROKER)).isEqualTo(2);
        assertThat(opened.door().status().messages()).isEqualTo(1);
    }
}
