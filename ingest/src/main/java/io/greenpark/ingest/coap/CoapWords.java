package io.greenpark.ingest.coap;

import io.greenpark.park.text.Words;

/** Every sentence with which the CoAP door refuses. No key may stand in one. */
final class CoapWords {
    private CoapWords() {}

    static Words unknownIdentity(String identity) {
        return new Words(
                "DTLS 身份 \"" + identity + "\" 未知；请使用设备编号及凭据文件中的密钥",
                "DTLS identity \"" + identity
                        + "\" is unknown; use the device's id and its key from the credentials file");
    }

    static Words wrongKey(String identity) {
        return new Words(
                "DTLS 身份 \"" + identity + "\" 使用了错误的密钥；正确的密钥见 credentials/devices.csv",
                "DTLS identity \"" + identity + "\" used a wrong key; the right one stands in credentials/devices.csv");
    }

    static Words unknownPath(String path) {
        return new Words(
                "路径 \"" + path + "\" 不接收遥测数据；请 POST 到 /greenpark/{device}/telemetry",
                "path \"" + path + "\" takes no telemetry; POST to /greenpark/{device}/telemetry");
    }

    static Words unknownFormat(int format) {
        return new Words(
                "内容格式 \"" + format + "\" 在此未知；请发送 JSON (50)",
                "content format \"" + format + "\" is not known here; send JSON (50)");
    }
}
