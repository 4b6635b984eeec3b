package io.greenpark.deploy.e2e;

import io.greenpark.dashboards.fixture.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;

/** Somebody in front of a browser: reads, taps and types, and counts the taps. */
final class Thumb {
    private static final Path PICTURES = Path.of("target", "screens");

    private final Browser page;
    private final int width;
    private int taps;

    Thumb(Browser page, int width) {
        this.page = page;
        this.width = width;
        page.window(width, 900);
        page.driver()
                .executeCdpCommand(
                        "Emulation.setTouchEmulationEnabled", Map.of("enabled", width < 600, "maxTouchPoints", 1));
    }

    /** How often it has tapped; beginning to type into a field is a tap. */
    int taps() {
        return taps;
    }

    void tap(By by) {
        WebElement found = page.see(by);
        page.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
        found.click();
        taps++;
    }

    void press(String text) {
        tap(By.xpath("//main//button[normalize-space(.)='" + text + "']"));
    }

    /** One of several that exclude each other, by the text beside it. */
    void choose(String name, String value) {
        tap(By.xpath("//label[input[@name='" + name + "' and @value='" + value + "']]"));
    }

    void type(String name, String text) {
        tap(By.name(name));
        page.see(By.name(name)).sendKeys(text);
    }

    /** A photo from the phone: the file is where its dialog would have it. */
    void photo(Path file) {
        page.driver()
                .findElement(By.cssSelector(".act-form .camera input[type=file]"))
                .sendKeys(file.toString());
        taps++;
    }

    void signIn(String userName, String password) {
        type("userName", userName);
        type("password", password);
        tap(By.cssSelector("button.primary"));
    }

    /** Leaves, and comes as somebody else. */
    void changeTo(String console, String path, String userName, String password) {
        page.driver().manage().deleteAllCookies();
        page.begin(console, "zh");
        page.driver().executeScript("localStorage.removeItem('greenpark-session')");
        page.driver().get(console + "/#" + path);
        signIn(userName, password);
    }

    /** Waits for a text; where it does not come, the page is kept as it is. */
    void see(String text) throws Exception {
        try {
            page.seeText(text);
        } catch (TimeoutException e) {
            picture("without-" + text);
            throw e;
        }
    }

    /** Keeps pictures of the page in both languages; back to Chinese. */
    void picture(String console, String path, String name) throws Exception {
        Files.createDirectories(PICTURES);
        for (String language : new String[] {"en", "zh"}) {
            page.visit(console, path, language);
            page.see(By.cssSelector("main .steps li"));
            page.picture(PICTURES.resolve("loop-" + name + "-" + language + ".png"), width);
        }
    }

    /** Keeps a picture of the page as it is, whose form would not outlast another language. */
    void picture(String name) throws Exception {
        Files.createDirectories(PICTURES);
        page.picture(PICTURES.resolve("loop-" + name + ".png"), width);
    }
}
