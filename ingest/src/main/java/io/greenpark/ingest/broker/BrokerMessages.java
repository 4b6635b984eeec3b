package io.greenpark.ingest.broker;

import io.greenpark.park.text.Bilingual;
import java.util.List;

/** Every sentence with which a broker door refuses. */
final class BrokerMessages {
    private BrokerMessages() {}

    static Bilingual unknownTopic(String topic, List<String> templates) {
        return new Bilingual(
                "主题 \"" + topic + "\" 不属于 brokers.topics " + templates + " 中的任何一个；请发布到其中之一，或补充该设置",
                "topic \"" + topic + "\" matches none of brokers.topics " + templates
                        + "; publish to one of them, or extend the setting");
    }
}
