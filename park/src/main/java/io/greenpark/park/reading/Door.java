package io.greenpark.park.reading;

/** Which way a message came in. The {@link #code} appears in logs, the API and metrics, and never changes. */
public enum Door {
    MQTT("mqtt"),
    BROKER("broker"),
    COAP("coap"),
    HTTP("http"),
    HJ212("hj212"),
    MANUAL("manual");

    private final String code;

    Door(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
