package io.greenpark.alerts.text;

import io.greenpark.park.text.Bilingual;

/** What people call the channels. */
public final class ChannelNames {
    private ChannelNames() {}

    /** The name of a channel; its code where there is none. */
    public static Bilingual of(String code) {
        return switch (code) {
            case "mail" -> new Bilingual("邮件", "mail");
            case "webhook" -> new Bilingual("网络回调", "webhook");
            case "sms" -> new Bilingual("短信", "SMS");
            case "zhezhengding" -> new Bilingual("浙政钉工作通知", "work messages of the government's DingTalk");
            case "dingtalk" -> new Bilingual("钉钉群机器人", "robot of DingTalk");
            case "wecom" -> new Bilingual("企业微信群机器人", "robot of WeCom");
            case "feishu" -> new Bilingual("飞书群机器人", "robot of Feishu");
            default -> Bilingual.same(code);
        };
    }
}
