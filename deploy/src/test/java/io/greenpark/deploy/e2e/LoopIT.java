package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.park.Await;
import io.greenpark.store.document.SampleFiles;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole road of three cases that begin with an hourly mean beyond its limit: one is answered from a phone and ended by two officers, one
 * that nobody answers climbs, one is held back by a maintenance window.
 */
class LoopIT {
    private static final Logger LOG = LoggerFactory.getLogger(LoopIT.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String PASSWORD = "three calm herons";
    private static final String EVERYWHERE =
            "{\"district\": true, \"parks\": [], \"enterprises\": [], \"outlets\": [], \"devices\": []}";
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/#)?(/cases/\\S+)");
    private static final int PHOTO = 3 << 20;
    private static final int CUT_AFTER = 1 << 20;
    private static final int MOST_TAPS = 9;

    @TempDir
    Path dir;

    @Test
    void a_case_is_answered_from_a_phone_and_ended_by_two_others_climb_or_wait_for_the_end_of_a_window()
            throws Exception {
        try (ThreeStacks park = ThreeStacks.open(dir.resolve("park"))) {
            people(park.process());
            ApiPerson li = ApiPerson.signIn(park.process(), "li.na", PASSWORD);
            li.good("/mutes", maintenance());

            park.publish("brick", 9, 240);
            park.publish("glass", 9, 260);
            park.publish("foundry", 9, 240);
            String mail = park.mail("zhang.wei@brick.example", "/cases/");
            park.mail("chen.yi@glass.example", "/cases/");
            Await.until("the case in the window is raised", LONGEST, () -> park.caseOf("foundry") != null);
            assertThat(park.caseOf("foundry").hasNonNull("muted")).isTrue();

            handledByThree(park, mail, li);
            climbs(park);
            assertThat(park.mailsTo("li.qiang@foundry.example"))
                    .as("in its window nobody is told")
                    .isEmpty();
            afterTheWindow(park);
            nextMorning(park);
        }
    }

    private void handledByThree(ThreeStacks park, String mail, ApiPerson li) throws Exception {
        String id = park.caseOf("brick").get("id").asText();
        try (Browser phone = Browser.open(dir.resolve("phone"));
                Browser desk = Browser.open(dir.resolve("desk"))) {
            answer(park, phone, mail, id);
            // By the line that was cut.
            assertThat(phone.complaints()).allMatch(each -> each.contains("net::ERR_"));
            Thumb officer = verify(park, desk, id);
            close(park, officer, li, id);
        }
    }

    private static void people(GreenparkProcess process) throws Exception {
        ApiPerson first = ApiPerson.first(process);
        String officer = "{\"role\": \"officer\", \"scope\": " + EVERYWHERE + "}";
        first.account(process, "li.na", "李娜", officer, PASSWORD);
        first.account(process, "wang.fang", "王芳", officer, PASSWORD);
        String contact = "{\"role\": \"enterprise-contact\", \"scope\": "
                + EVERYWHERE.replace("true", "false").replace("\"enterprises\": []", "\"enterprises\": [\"brick\"]")
                + "}";
        first.account(process, "zhang.wei", "张伟", contact, PASSWORD);
    }

    private static JsonNode maintenance() {
        return JSON.createObjectNode()
                .put("kind", "maintenance")
                .put("scope", "outlet")
                .put("target", "foundry-stack")
                .put(
                        "from",
                        ThreeStacks.at(10, 0)
                                .atZone(ThreeStacks.PARK)
                                .toOffsetDateTime()
                                .toString())
                .put(
                        "to",
                        ThreeStacks.at(14, 0)
                                .atZone(ThreeStacks.PARK)
                                .toOffsetDateTime()
                                .toString())
                .put("reason", "更换分析仪，企业已书面报备");
    }

    private void answer(ThreeStacks park, Browser phone, String mail, String id) throws Exception {
        byte[] content = Arrays.copyOf(SampleFiles.jpeg("2026:11:25 10:07:00"), PHOTO);
        Path photo = Files.write(dir.resolve("pump.jpg"), content);
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        assertThat(link.group()).startsWith(park.console()).endsWith("/cases/" + id);
        phone.begin(park.console(), "zh");
        Thumb thumb = new Thumb(phone, 390);
        long begun = System.nanoTime();
        phone.driver().get(link.group());
        thumb.signIn("zhang.wei", PASSWORD);
        thumb.press("反馈");
        thumb.choose("cause", "treatment");
        park.line().cutAfter(CUT_AFTER);
        thumb.photo(photo);
        thumb.type("measures", "加药泵故障，已更换备用泵");
        thumb.type("responsible", "张伟");
        Await.until("the line is cut", LONGEST, () -> park.line().cuts() == 1);
        thumb.see("连接中断");
        thumb.picture("answer-zh");
        park.line().mend();
        // He does not wait for the photo, and does not look whether the line is back.
        thumb.press("提交反馈");
        thumb.see("已反馈");
        phone.see(By.cssSelector(".step-files img"));
        assertThat(phone.texts(".notices li"))
                .as("who of its own people was told, and nobody of the office")
                .isNotEmpty()
                .allMatch(each -> each.contains("张伟"));
        LOG.info(
                "answered with {} taps in {} s of a machine's time",
                thumb.taps(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        assertThat(thumb.taps()).isLessThanOrEqualTo(MOST_TAPS);
        thumb.picture(park.console(), "/cases/" + id, "answered");
        JsonNode answered = park.caseOf("brick");
        assertThat(answered.at("/handling/stage").asText()).isEqualTo("answered");
    }

    private static Thumb verify(ThreeStacks park, Browser desk, String id) throws Exception {
        Thumb officer = new Thumb(desk, 1_280);
        officer.changeTo(park.console(), "/cases/" + id, "li.na", PASSWORD);
        desk.see(By.cssSelector(".step-files img"));
        officer.press("核查");
        officer.choose("site", "off-site");
        officer.choose("confirmed", "true");
        officer.type("finding", "与企业反馈一致");
        officer.picture("verify-zh");
        officer.press("提交核查");
        officer.see("已核查");
        officer.see("监测数据尚未恢复");
        return officer;
    }

    private static void close(ThreeStacks park, Thumb officer, ApiPerson li, String id) throws Exception {
        // Whoever is told in the morning only has heard nothing so far.
        assertThat(park.mailsTo(ThreeStacks.DUTY)).noneMatch(each -> each.contains("明光玻璃"));
        park.itIs(ThreeStacks.at(12, 6));
        park.publish("brick", 10, 120);
        park.publish("brick", 11, 110);
        Await.until(
                "what was measured is over",
                LONGEST,
                () -> park.caseOf("brick").get("state").asText().equals("CLEARED"));
        officer.picture(park.console(), "/cases/" + id, "verified");
        officer.see("不得为同一人");
        ObjectNode closing = JSON.createObjectNode()
                .put("action", "close")
                .put("seen", park.caseOf("brick").at("/handling/lastStep").asInt());
        closing.putObject("details").put("reason", "数据恢复");
        HttpResponse<String> refused = li.post("/alerts/" + id + "/actions", closing);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("不得为同一人");

        officer.changeTo(park.console(), "/cases/" + id, "wang.fang", PASSWORD);
        officer.press("销号");
        officer.type("reason", "数据恢复，措施到位");
        officer.press("提交销号");
        officer.see("已销号");
        officer.picture(park.console(), "/cases/" + id, "closed");
        park.mail("zhang.wei@brick.example", "销号");
    }

    /** Two hours after it was raised the officers are told at once, who would have had it in the morning. */
    private static void climbs(ThreeStacks park) throws Exception {
        park.mail(ThreeStacks.DUTY, "明光玻璃");
        assertThat(park.caseOf("glass").get("steps").toString()).contains("ESCALATED_TO_OFFICE");
    }

    private static void afterTheWindow(ThreeStacks park) throws Exception {
        park.itIs(ThreeStacks.at(14, 6));
        park.publish("foundry", 12, 240);
        park.publish("foundry", 13, 240);
        park.mail("li.qiang@foundry.example", "永固铸造");
        Await.until(
                "the term for its answer has passed",
                LONGEST,
                () -> park.caseOf("glass").get("steps").toString().contains("OVERDUE"));
    }

    /** What could wait has waited for the digest. */
    private static void nextMorning(ThreeStacks park) throws Exception {
        park.itIs(ThreeStacks.at(8, 31).plusDays(1));
        park.mail(ThreeStacks.DUTY, "超期");
    }
}
