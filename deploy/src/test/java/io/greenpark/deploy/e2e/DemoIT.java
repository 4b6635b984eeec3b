package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.deploy.demo.Demo;
import io.greenpark.park.Await;
import io.greenpark.park.time.ParkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttSecurityException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a visitor starts it: its four planted faults are found, notified and shown, and no others. */
class DemoIT {
    private static final Duration LONGEST = Duration.ofMinutes(8);
    private static final Duration ONE_NOTICE = Duration.ofMinutes(1);

    /** Rule and subject of every planted case, with the enterprise it is about. */
    private static final Map<String, String> PLANTED = planted(LocalDate.now(ParkTime.SHANGHAI));

    private static Map<String, String> planted(LocalDate today) {
        Map<String, String> planted = new TreeMap<>(Map.of(
                "limit-exceeded " + Demo.STACK + "/hour", "building-02",
                "limit-exceeded " + Demo.WATER + "/day", "food-02",
                "device-silent " + Demo.SILENT, "cotton-03"));
        // An enterprise is behind its yearly target once it is in two months of the year, the first of which is
        // February.
        if (today.getMonthValue() > 3) {
            planted.put("energy-decline-behind " + Demo.BEHIND, "hardware-01");
        }
        return planted;
    }

    @TempDir
    Path folder;

    @Test
    void exactly_the_four_planted_faults_are_found_notified_and_shown() throws Exception {
        try (GreenparkProcess demo =
                GreenparkProcess.demo(folder.resolve("data")).start()) {
            Await.until("the four cases are open", LONGEST, () -> open(demo)
                    .keySet()
                    .containsAll(PLANTED.keySet()));
            Await.until("the history is in", LONGEST, () -> demo.printed().contains("the history is in"));
            Map<String, JsonNode> open = open(demo);
            assertThat(open.keySet()).containsAll(PLANTED.keySet());
            assertThat(about(open)).isEqualTo(new TreeSet<>(PLANTED.values()));
            for (String planted : PLANTED.keySet()) {
                assertTold(demo, open.get(planted), PLANTED.get(planted));
            }
            assertShown(demo, open);
        }
    }

    /** The open cases by rule and subject. */
    private static Map<String, JsonNode> open(GreenparkProcess demo) {
        Map<String, JsonNode> open = new TreeMap<>();
        ask(demo, "/api/v1/alerts?state=open&limit=1000")
                .get("alerts")
                .forEach(c ->
                        open.put(c.get("rule").asText() + " " + c.get("subject").asText(), c));
        return open;
    }

    /** Their subjects: enterprises only, since parks and district keep their targets. */
    private static Set<String> about(Map<String, JsonNode> cases) {
        Set<String> about = new TreeSet<>();
        cases.values().forEach(c -> about.add(c.get("about").get("id").asText()));
        return about;
    }

    /** The enterprise's contact has been notified by mail and by webhook. */
    private static void assertTold(GreenparkProcess demo, JsonNode planted, String enterprise) {
        String id = planted.get("id").asText();
        Await.until("mail and webhook took " + id, ONE_NOTICE, () -> delivered(demo, id)
                .containsAll(Set.of("mail", "webhook")));
        String title = planted.get("title").get("zh").asText();
        List<String> subjects = new ArrayList<>();
        ask(demo, "/api/v1/inbox").get("mails").forEach(mail -> {
            if (mail.get("to").asText().equals("env@" + enterprise + ".example")) {
                subjects.add(mail.get("subject").asText());
            }
        });
        assertThat(subjects).anyMatch(subject -> subject.contains(title));
    }

    /** The channels that took a notice of a case. */
    private static Set<String> delivered(GreenparkProcess demo, String id) {
        Set<String> channels = new TreeSet<>();
        ask(demo, "/api/v1/alerts/" + id).get("notices").forEach(notice -> {
            if (notice.get("state").asText().equals("DELIVERED")) {
                channels.add(notice.get("channel").asText());
            }
        });
        return channels;
    }

    private void assertShown(GreenparkProcess demo, Map<String, JsonNode> open) throws Exception {
        try (Browser browser = Browser.open(folder.resolve("browser"))) {
            String console = "http://127.0.0.1:" + demo.httpPort;
            for (String language : List.of("zh", "en")) {
                browser.visit(console, "/cases", language);
                List<String> titles = PLANTED.keySet().stream()
                        .map(planted ->
                                open.get(planted).get("title").get(language).asText())
                        .toList();
                assertThat(browser.texts("main table tbody td.wide a")).containsAll(titles);
            }
            List<String> ids = PLANTED.keySet().stream()
                    .map(planted -> open.get(planted).get("id").asText())
                    .toList();
            knockWithAWrongPassword(demo);
            new Tour(browser, console).walk(ids);
        }
    }

    /** So that the page of refused data has something to show. */
    private static void knockWithAWrongPassword(GreenparkProcess demo) throws MqttException {
        MqttConnectOptions wrong = new MqttConnectOptions();
        wrong.setUserName(Demo.SILENT);
        wrong.setPassword("wrong".toCharArray());
        try (MqttClient client =
                new MqttClient("tcp://127.0.0.1:" + demo.mqttPort, "visitor", new MemoryPersistence())) {
            assertThatThrownBy(() -> client.connect(wrong)).isInstanceOf(MqttSecurityException.class);
        }
    }

    private static JsonNode ask(GreenparkProcess demo, String path) {
        try {
            return demo.api(path);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
