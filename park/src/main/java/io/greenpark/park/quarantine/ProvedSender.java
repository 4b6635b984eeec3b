package io.greenpark.park.quarantine;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.text.CodedText;

/**
 * A sender that has proved who it is.
 *
 * @param name user name of a device or gateway, name of a broker entry
 */
public record ProvedSender(Kind kind, String name) {
    /** What a sender is. The code is kept and part of the API. */
    public enum Kind implements CodedText {
        DEVICE("device", "设备", "device"),
        GATEWAY("gateway", "网关", "gateway"),
        BROKER("broker", "消息代理", "broker");

        private final String code;
        private final Bilingual text;

        Kind(String code, String chinese, String english) {
            this.code = code;
            this.text = new Bilingual(chinese, english);
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public Bilingual text() {
            return text;
        }
    }
}
