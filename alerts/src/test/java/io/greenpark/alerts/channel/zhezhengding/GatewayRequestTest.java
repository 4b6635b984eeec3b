package io.greenpark.alerts.channel.zhezhengding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GatewayRequestTest {
    @Test
    void a_request_is_signed_as_the_gateway_wants_it() {
        String time = GatewayRequest.time(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(time).isEqualTo("2026-01-01T08:00:00.000+08:00");
        assertThat(new GatewayRequest("GET", time, "17672256000001234", "/gettoken.json", new TreeMap<>())
                        .signature("GreenparkSecret0000"))
                .isEqualTo("BHsifp8uEEap4aivxV1aT5FGRuZDSDT5bH7qucJLWeQ=");
    }

    @Test
    void parameters_go_out_encoded_by_name() {
        TreeMap<String, String> parameters = new TreeMap<>(Map.of("msg", "{\"a\":\"超标 & b\"}", "bizMsgId", "x-1"));
        assertThat(new GatewayRequest("POST", "t", "n", "/p", parameters).encoded())
                .isEqualTo("bizMsgId=x-1&msg=%7B%22a%22%3A%22%E8%B6%85%E6%A0%87+%26+b%22%7D");
    }
}
