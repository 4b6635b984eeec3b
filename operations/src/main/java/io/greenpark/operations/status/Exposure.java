package io.greenpark.operations.status;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;

/**
 * Something about how an installation is set up that lets others see or do more than need be. It works all the same, and may be
 * meant so.
 *
 * @param detail the setting, its value and what to do, in a sentence
 */
public record Exposure(Kind kind, Bilingual detail) {
    /** What is open: a closed set whose {@link #code} is part of the API and never changes. */
    public enum Kind {
        MQTT_IN_CLEAR("passwords and readings of devices cross the network in the clear", "设备的密码和读数以明文经过网络"),
        HTTP_IN_CLEAR("passwords and tokens of the console cross the network in the clear", "控制台的密码和令牌以明文经过网络"),
        RUNS_AS_ROOT("the process runs as root", "进程以 root 身份运行");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        public String code() {
            return EnumCode.of(this);
        }

        public String english() {
            return english;
        }

        public String chinese() {
            return chinese;
        }
    }
}
