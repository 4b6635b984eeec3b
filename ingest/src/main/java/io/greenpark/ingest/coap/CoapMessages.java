package io.greenpark.ingest.coap;

import io.greenpark.park.text.Bilingual;

/** Every sentence with which the CoAP door refuses. None may contain a key. */
final class CoapMessages {
    private CoapMessages() {}

    static Bilingual unknownIdentity(String identity) {
        return new Bilingual(
                "DTLS 身份 \"" + identity + "\" 未知；请使用设备编号及凭据文件中的密钥",
                "DTLS identity \"" + identity
                        + "\" is unknown; use the device's id and its key from the credentials file");
    }

    static Bilingual wrongKey(String identity) {
        return new Bilingual(
                "DTLS 身份 \"" + identity + "\" 使用了错误的密钥；正确的密钥见 credentials/devices.csv",
                "DTLS identity \"" + identity + "\" used a wrong key; the right one is in credentials/devices.csv");
    }

    static Bilingual unknownPath(String path) {
        return new Bilingual(
                "路径 \"" + path + "\" 不接收遥测数据；请 POST 到 /greenpark/{device}/telemetry",
                "path \"" + path + "\" takes no telemetry; POST to /greenpark/{device}/telemetry");
    }

    static Bilingual unknownFormat(int format) {
        return new Bilingual(
                "内容格式 \"" + format + "\" 在此未知；请发送 JSON (50)",
                "content format \"" + format + "\" is not known here; send JSON (50)");
    }
}
