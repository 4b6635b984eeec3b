package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.greenpark.dashboards.fixture.RawHttp;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals are told in the language of whoever asks. */
class ProblemLanguageTest {
    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws Exception {
        BodyPublisher sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(OPEN.console().url(path))).method(method, sent);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> known(String method, String path, String body) throws Exception {
        return ask(
                method,
                path,
                body,
                "Authorization",
                "Bearer " + SampleCredentials.TOKEN,
                "Accept-Language",
                "zh-CN",
                "Content-Type",
                "application/json");
    }

    private static String detail(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getString("detail");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    /alerts?limit=0                                        | 400 | 参数 "limit" 的值 "0" 不可用；请填写 1..10000 之间的整数
                    /alerts?acknowledged=maybe                             | 400 | 参数 "acknowledged" 的值 "maybe" 不可用；请填写 true 或 false
                    /alerts?scope=city                                     | 400 | 参数 "scope" 的值 "city" 不可用；请填写下列之一：enterprise, park, district
                    /alerts?outlet=a&device=b                              | 400 | 参数 "device"、"outlet" 不能同时给出；请只给其中一个
                    /alerts?limit=1&limit=2                                | 400 | 参数 "limit" 出现两次；请只给一次
                    /alerts?q=                                             | 400 | 参数 "q" 为空；请填写值，或去掉该参数
                    /inbox?weather=1                                       | 400 | 此处没有参数 "weather"；不接受任何参数
                    /alerts/nobody                                         | 404 | 没有预警事件 "nobody"；现有的见 /api/v1/alerts
                    /parks/nowhere                                         | 404 | 园区 "nowhere" 不在登记册中；现有的见 /api/v1/parks
                    /points/x                                              | 404 | 测点 "x" 不在登记册中；现有的见 /api/v1/enterprises/{id}
                    /registry/limit/x                                      | 404 | 限值 "x" 不在登记册中；现有的见 /api/v1/registry/limit
                    /district/energy?from=x&to=2026-02-01                  | 400 | 参数 "from" 的值 "x" 不可用；请填写本地日期，如 2018-01-01，年份 1900..2999
                    /district/energy?from=2026-01-01&to=2026-02-01&step=week | 400 | 参数 "step" 的值 "week" 不可用；请填写 hour, day 或 month
                    /district/energy?from=2026-01-01                       | 400 | 缺少参数 "to"；请填写本地日期，如 2018-01-01，年份 1900..2999
                    /exceedances?from=2026-01-02&to=2026-01-01             | 400 | 起始日 "2026-01-02" 不早于截止日 "2026-01-01"；时段含起始日、不含截止日，请改正
                    /exceedances?from=2024-01-01&to=2026-01-01             | 400 | 时段 "2024-01-01" 至 "2026-01-01" 共 731 天；超标台账一次最多可查 400 天，请缩短时段
                    /comparison?enterprises=a                              | 400 | 参数 "enterprises" 的值 "a" 列出了 1 家企业；请填写 2 至 5 个不同的企业编号，以逗号分隔
                    /weather                                               | 404 | 接口中没有 "GET /api/v1/weather"；见 /api/openapi.yaml
                    """)
    void a_refusal_in_chinese_names_the_value_and_what_is_allowed(String path, int status, String detail)
            throws Exception {
        HttpResponse<String> answer = known("GET", "/api/v1" + path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(detail(answer)).isEqualTo(detail);
        assertThat(new JsonObject(answer.body()).getString("title")).isEqualTo(status == 404 ? "未找到" : "请求有误");
    }

    @Test
    void columns_that_there_are_are_named_in_chinese_too() throws Exception {
        assertThat(detail(known("GET", "/api/v1/standings?sort=size", "")))
                .startsWith("参数 \"sort\"：没有列 \"size\"；请填写其中一列，前加 - 表示从大到小：")
                .contains("progress.excessTce");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {                                   | 请求正文不是 JSON，第 1 行第
                    {"reason": " ", "edits": []}        | "reason" 须说明原因，为 1 至 2000 个字符的文本
                    {"reason": "r", "edit": []}         | 请求正文：此处没有 "edit"；可用的有：reason, edits
                    {"reason": "r", "edits": [{"kind": "x", "id": "a", "verb": "put"}]} | edits[0]："kind" 的值 "x" 不可用；请填写下列之一：district, park
                    """)
    void so_are_changes_of_the_registry(String body, String detail) throws Exception {
        HttpResponse<String> answer = known("POST", "/api/v1/registry/changes", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).startsWith(detail);
    }

    @Test
    void a_stranger_is_told_in_chinese_how_to_come_in() throws Exception {
        for (String path : new String[] {"/api/v1/parks", "/metrics"}) {
            HttpResponse<String> answer = ask("GET", path, "", "Accept-Language", "zh-CN");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(detail(answer)).contains("令牌", "credentials/api-token");
            assertThat(new JsonObject(answer.body()).getString("title")).isEqualTo("未登录");
        }
        String wrong = "{\"userName\": \"nobody\", \"password\": \"x\"}";
        HttpResponse<String> signIn =
                ask("POST", "/api/v1/session", wrong, "Accept-Language", "zh", "Content-Type", "application/json");
        assertThat(detail(signIn)).isEqualTo("用户名不存在或密码错误；首个账号见 credentials/console");
    }

    @Test
    void requests_that_come_to_no_route_are_refused_in_chinese_too() throws Exception {
        for (String line : new String[] {"GET /a%zz", "GET /a#b", "TRACE /", "GET /nothing.js"}) {
            String request =
                    line + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: zh-CN\r\nConnection: close\r\n\r\n";
            RawHttp.Answer answer = RawHttp.send(OPEN.console().port(), request);
            String body = new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            assertThat(new JsonObject(body).getString("detail")).as(line).containsPattern("\\p{IsHan}");
            assertThat(answer.head()).contains("content-language: zh");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zh-CN                            | zh
                    zh-CN,zh;q=0.9,en;q=0.8          | zh
                    en-US,en;q=0.9,zh;q=0.8          | en
                    en;q=0.3, ZH-Hant-TW;Q=0.7       | zh
                    fr, zh;q=0.5                     | zh
                    zh-CN;q=0                        | en
                    zh-CN;q=2, ,en;;                 | en
                    fr                               | en
                    zhuang                           | en
                    *                                | en
                    """)
    void the_language_is_that_which_the_reader_likes_best(String accepted, String language) throws Exception {
        HttpResponse<String> answer = ask("GET", "/api/v1/parks", "", "Accept-Language", accepted);
        assertThat(answer.headers().firstValue("content-language")).contains(language);
        if (language.equals("zh")) {
            assertThat(detail(answer)).startsWith("此操作需要登录或令牌");
        } else {
            assertThat(detail(answer)).startsWith("this needs a session or a token");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/parks", "/api/v1/health"})
    void scripts_that_name_no_language_read_english_and_only_refusals_vary_with_it(String path) throws Exception {
        HttpResponse<String> answer = ask("GET", path, "");
        boolean refused = answer.statusCode() == 401;
        assertThat(answer.headers().allValues("vary")).contains("Accept-Encoding");
        assertThat(String.join(",", answer.headers().allValues("vary")).toLowerCase(Locale.ROOT))
                .matches(refused ? ".*accept-language.*" : "accept-encoding");
        assertThat(answer.headers().firstValue("content-language").orElse("none"))
                .isEqualTo(refused ? "en" : "none");
    }
}
