package io.greenpark.deploy.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium in front of a console. */
final class Browser implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Opens it with a profile of its own. */
    static Browser open(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN",
                "--window-size=1280,1000",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** Loads a page in a language of the console, {@code zh} or {@code en}. */
    void visit(String console, String page, String language) {
        driver.get(console + "/icon.svg");
        driver.executeScript("localStorage.setItem('greenpark-language', arguments[0])", language);
        driver.get(console + "/#" + page);
        new WebDriverWait(driver, LONGEST)
                .until(ExpectedConditions.attributeToBe(
                        By.tagName("html"), "lang", language.equals("zh") ? "zh-CN" : language));
    }

    /** The texts of all elements that match, once there is one. */
    List<String> texts(String css) {
        new WebDriverWait(driver, LONGEST).until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Saves a screenshot of the whole page, not only of the window. */
    void screenshot(Path file) throws IOException {
        Dimension window = driver.manage().window().getSize();
        Object height = driver.executeScript("return document.documentElement.scrollHeight");
        int whole = Math.min(4_000, Math.max(window.height, ((Number) height).intValue() + 100));
        driver.manage().window().setSize(new Dimension(window.width, whole));
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        driver.manage().window().setSize(window);
    }

    /** The errors the page has caused since this was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
