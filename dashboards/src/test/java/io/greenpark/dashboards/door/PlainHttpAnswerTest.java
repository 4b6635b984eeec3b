package io.greenpark.dashboards.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainHttpAnswerTest {
    private static final String URL = "https://greenpark.example.org:8080";

    @Test
    void who_reads_is_sent_on_to_the_same_path() {
        assertThat(PlainHttpAnswer.answer("GET /api/v1/health?x=1 HTTP/1.1\r\nHost: a\r\n\r\n", URL))
                .startsWith("HTTP/1.1 308 ")
                .contains("\r\nLocation: " + URL + "/api/v1/health?x=1\r\n", "\r\nConnection: close\r\n");
    }

    @Test
    void nobody_is_sent_elsewhere() {
        for (String line :
                new String[] {"POST /api/v1/session", "GET //evil.example", "GET http://evil.example/", "GET /\u00e9"
                }) {
            String answer = PlainHttpAnswer.answer(line + " HTTP/1.1\r\nHost: evil.example\r\n\r\n", URL);
            assertThat(answer)
                    .doesNotContain("Location: https://evil", "Location: //")
                    .contains("use " + URL);
        }
        assertThat(PlainHttpAnswer.answer("GET /\r\nX: y HTTP/1.1\r\n", URL)).startsWith("HTTP/1.1 400 ");
    }
}
