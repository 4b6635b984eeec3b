package io.greenpark.deploy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Properties;

/** Somebody who is signed in at a process's API, as a browser is. */
final class ApiPerson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String api;
    private final String cookie;

    private ApiPerson(String api, String cookie) {
        this.api = api;
        this.cookie = cookie;
    }

    /** Whoever installed it, by the file of the first start. */
    static ApiPerson first(GreenparkProcess process) throws Exception {
        Properties account = new Properties();
        try (var file = Files.newBufferedReader(process.data.resolve("credentials/console"))) {
            account.load(file);
        }
        return signIn(process, account.getProperty("user"), account.getProperty("password"));
    }

    static ApiPerson signIn(GreenparkProcess process, String userName, String password) throws Exception {
        String api = "http://127.0.0.1:" + process.httpPort + "/api/v1";
        HttpResponse<String> in = send(
                api,
                "",
                "/session",
                JSON.createObjectNode().put("userName", userName).put("password", password));
        if (in.statusCode() != 200) {
            throw new AssertionError(userName + " does not sign in: " + in.body());
        }
        return new ApiPerson(
                api, in.headers().firstValue("set-cookie").orElseThrow().split(";")[0]);
    }

    /** Makes an account whose person has chosen a password. */
    void account(GreenparkProcess process, String userName, String fullName, String grant, String password)
            throws Exception {
        ObjectNode account = JSON.createObjectNode()
                .put("userName", userName)
                .put("fullName", fullName)
                .put("reason", "as the bureau has assigned it");
        account.putArray("grants").add(JSON.readTree(grant));
        String given = good("/accounts", account).get("password").asText();
        signIn(process, userName, given)
                .good(
                        "/session/password",
                        JSON.createObjectNode().put("password", given).put("newPassword", password));
    }

    JsonNode good(String path, JsonNode body) throws Exception {
        HttpResponse<String> answer = post(path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** The answer, whatever it is. */
    HttpResponse<String> post(String path, JsonNode body) throws Exception {
        return send(api, cookie, path, body);
    }

    private static HttpResponse<String> send(String api, String cookie, String path, JsonNode body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
