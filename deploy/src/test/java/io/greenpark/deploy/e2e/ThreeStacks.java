package io.greenpark.deploy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenpark.ingest.broker.MosquittoServer;
import io.greenpark.park.Await;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * Three enterprises with a stack each, on a Wednesday: their analysers publish to a Mosquitto, mails go to a mail server, people come by a line
 * that can be cut. The clock stands where the test puts it and goes on from there.
 */
final class ThreeStacks implements AutoCloseable {
    static final ZoneId PARK = ZoneId.of("Asia/Shanghai");
    static final String DUTY = "duty@bureau.example";

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 25, 10, 5);
    private static final String REGISTRY = """
            registry:
              district: {id: jindong, name: {zh: 金东区, en: Jindong district}}
              parks: [{id: east, name: {zh: 东园, en: East park}}]
              enterprises:
                - {id: brick, park: east, name: {zh: 兴华砖瓦, en: Xinghua Brick}, industry: building-kiln,
                   contacts: [{name: 张伟, email: zhang.wei@brick.example, language: zh}]}
                - {id: glass, park: east, name: {zh: 明光玻璃, en: Mingguang Glass}, industry: building-kiln, keyDischarger: true,
                   contacts: [{name: Chen Yi, email: chen.yi@glass.example, language: en}]}
                - {id: foundry, park: east, name: {zh: 永固铸造, en: Yonggu Foundry}, industry: hardware-tools,
                   contacts: [{name: 李强, email: li.qiang@foundry.example, language: zh}]}
              outlets:
            %s
              devices:
            %s
              limits:
            %s
            canary: {enabled: false}
            """;

    private final MosquittoServer broker;
    private final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final CutLine line;
    private final GreenparkProcess greenpark;
    private final MqttClient station;
    private final Path clock;

    private ThreeStacks(Path dir) throws Exception {
        broker = new MosquittoServer(dir.resolve("broker"));
        mails.start();
        Path config = Files.writeString(dir.resolve("greenpark.yaml"), registry());
        Path secret = Files.writeString(dir.resolve("broker-password"), MosquittoServer.PASSWORD);
        Path data = dir.resolve("data");
        clock = Files.createDirectories(data).resolve("test-clock");
        List<String> sets = new ArrayList<>();
        greenpark = new GreenparkProcess(config, data, sets).environment("GREENPARK_TEST_CLOCK", "wrong-on-purpose");
        line = new CutLine(greenpark.httpPort);
        sets.addAll(List.of(
                "http.publicUrl=" + console(),
                "mail.host=127.0.0.1",
                "mail.port=" + mails.getSmtp().getPort(),
                "mail.tls=none",
                "mail.from=greenpark@bureau.example",
                "alerts.recipients.0.name=值班室",
                "alerts.recipients.0.email=" + DUTY,
                "brokers.0.name=plants",
                "brokers.0.url=" + broker.url(),
                "brokers.0.userName=" + MosquittoServer.USER,
                "brokers.0.passwordFile=" + secret,
                "brokers.0.devices=*-cems"));
        put(MORNING);
        greenpark.start();
        Await.until("the broker is subscribed to", LONGEST, this::subscribed);
        station = new MqttClient(broker.url(), "station", new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(MosquittoServer.USER);
        options.setPassword(MosquittoServer.PASSWORD.toCharArray());
        station.connect(options);
    }

    static ThreeStacks open(Path dir) throws Exception {
        return new ThreeStacks(dir);
    }

    private static String registry() {
        StringBuilder outlets = new StringBuilder();
        StringBuilder devices = new StringBuilder();
        StringBuilder limits = new StringBuilder();
        for (String each : List.of("brick", "glass", "foundry")) {
            outlets.append(
                    "    - {id: %1$s-stack, enterprise: %1$s, name: {zh: 1号排气筒, en: Stack 1}, medium: stack, standing: evidence, code: DA001}\n"
                            .formatted(each));
            devices.append(
                    "    - {id: %1$s-cems, enterprise: %1$s, name: {zh: 烟气在线监测仪, en: Stack analyser}, silenceAfter: 7d, points: [{key: nox, name: {zh: 氮氧化物, en: NOx}, quantity: nox, outlet: %1$s-stack, unit: mg/m3, kind: gauge, period: 1h, stamp: start}]}\n"
                            .formatted(each));
            limits.append(
                    "    - {id: %1$s-nox, point: %1$s-cems-nox, averaging: hour, upper: 200, unit: mg/m3, standard: GB 29620-2013, source: GB 29620-2013, confirmed: true, validFrom: 2024-01-01}\n"
                            .formatted(each));
        }
        return REGISTRY.formatted(
                outlets.toString().stripTrailing(), devices.toString().stripTrailing(), limits);
    }

    private boolean subscribed() {
        for (JsonNode door : ask("/api/v1/health").get("doors")) {
            if (door.get("name").asText().contains("plants")) {
                return door.get("open").asBoolean();
            }
        }
        return false;
    }

    GreenparkProcess process() {
        return greenpark;
    }

    /** The line that browsers come by. */
    CutLine line() {
        return line;
    }

    /** Where browsers find the console. */
    String console() {
        return "http://127.0.0.1:" + line.port();
    }

    /** Puts the clock of the process to a local time; returns when it goes by it. */
    void itIs(LocalDateTime time) throws IOException {
        put(time);
        Await.until("it is " + time, LONGEST, () -> !OffsetDateTime.parse(
                        ask("/api/v1/health").get("time").asText())
                .isBefore(time.atZone(PARK).toOffsetDateTime()));
    }

    private void put(LocalDateTime time) throws IOException {
        Duration offset = Duration.between(Instant.now(), time.atZone(PARK).toInstant());
        // It is read while it is written.
        Path whole = Files.writeString(clock.resolveSibling("test-clock.next"), offset.toString());
        Files.move(whole, clock, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static LocalDateTime at(int hour, int minute) {
        return MORNING.withHour(hour).withMinute(minute);
    }

    /** An analyser publishes the mean of an hour of that day. */
    void publish(String enterprise, int hour, int value) throws Exception {
        String payload = "{\"ts\": \"" + at(hour, 0).atZone(PARK).toOffsetDateTime() + "\", \"values\": {\"nox\": "
                + value + "}}";
        station.publish(
                "greenpark/" + enterprise + "-cems/telemetry", payload.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    JsonNode ask(String path) {
        try {
            return greenpark.api(path);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The case of an enterprise, as an officer has it; null where there is none. */
    JsonNode caseOf(String enterprise) {
        for (JsonNode each : ask("/api/v1/alerts?limit=100").get("alerts")) {
            if (each.get("about").get("id").asText().equals(enterprise)) {
                return ask("/api/v1/alerts/" + each.get("id").asText());
            }
        }
        return null;
    }

    /** The mails that an address has got, the oldest first, subject and text. */
    List<String> mailsTo(String address) {
        List<String> found = new ArrayList<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            try {
                if (mail.getRecipients(Message.RecipientType.TO)[0].toString().contains(address)) {
                    found.add(mail.getSubject() + "\n" + text(mail.getContent()));
                }
            } catch (MessagingException | IOException e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType("text/plain") || part.isMimeType("multipart/*")) {
                    return text(part.getContent());
                }
            }
        }
        return content.toString();
    }

    /** Waits for a mail to an address that says something, and returns it. */
    String mail(String address, String says) {
        List<String> found = new ArrayList<>();
        try {
            Await.until("\"" + says + "\" is mailed to " + address, LONGEST, () -> {
                mailsTo(address).stream().filter(each -> each.contains(says)).forEach(found::add);
                return !found.isEmpty();
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; mailed was:\n" + String.join("\n----\n", mailsTo(address)), e);
        }
        return found.get(0);
    }

    @Override
    public void close() throws Exception {
        try {
            if (station != null && station.isConnected()) {
                station.disconnect();
            }
        } finally {
            greenpark.close();
            line.close();
            mails.stop();
            broker.close();
        }
    }
}
