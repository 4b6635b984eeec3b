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
    void without_a_stated_address_it_is_the_one_that_was_dialed() {
        for (String[] dialed : new String[][] {
            {"Host: 10.1.2.3:8080", "https://10.1.2.3:8080"},
            {"A: b\r\nhost:greenpark.example.org:9000 ", "https://greenpark.example.org:9000"},
            {"Host: [2001:db8::1]:8080", "https://[2001:db8::1]:8080"},
            {"Host: greenpark", "https://greenpark:80"}
        }) {
            assertThat(PlainHttpAnswer.answer("GET /a?b HTTP/1.1\r\n" + dialed[0] + "\r\n\r\n", null))
                    .startsWith("HTTP/1.1 308 ")
                    .contains("\r\nLocation: " + dialed[1] + "/a?b\r\n");
        }
        assertThat(PlainHttpAnswer.answer("POST / HTTP/1.1\r\nHost: a:8080\r\n\r\n", null))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("use https://a:8080\n");
    }

    @Test
    void without_a_clear_address_there_is_a_text_and_no_link() {
        for (String header : new String[] {
            "",
            "Host:\r\n",
            "Host: a\r\nHost: b\r\n",
            "Host: a@evil.example\r\n",
            "Host: a/b\r\n",
            "Host: a:99999\r\n",
            "X: y\rHost: evil.example\r\n",
            "Host: a b\r\n",
            "Host: a\u00e9\r\n",
            "X: y\r\n\r\nHost: evil.example\r\n"
        }) {
            assertThat(PlainHttpAnswer.answer("GET / HTTP/1.1\r\n" + header + "\r\n", null))
                    .as(header)
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain("Location")
                    .endsWith("use https:// in place of http://\n");
        }
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
