package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.CleanProductionConfig;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Books, a registry and the desks, by a clock that a test sets. */
public final class DeskFixture implements BeforeEachCallback, AfterEachCallback {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final BooksFixture books;
    private final String registryYaml;
    private Instant now;
    public RegistryService registry;
    public CleanProductionDesk desk;
    public ListDesk lists;
    public OrderDesk orders;

    /** @param registryYaml below {@code registry:}, indented by two */
    public DeskFixture(BooksKind kind, String registryYaml, String day) {
        this.books = new BooksFixture(kind);
        this.registryYaml = registryYaml;
        at(LocalDate.parse(day), "12:00");
    }

    public final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    /** The clock in the park. */
    public void at(LocalDate day, String time) {
        now = day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    public Books books() {
        return books.books();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        books.beforeEach(context);
        ConfigFile config = ConfigFile.read(
                Files.writeString(books.folder().resolve("greenpark.yaml"), "registry:\n" + registryYaml),
                List.of(),
                new Problems());
        registry = RegistryService.open(config, books.books(), RegistryConfig.defaults(), Start.STRICT, clock);
        desk = new CleanProductionDesk(books.books(), registry, CleanProductionConfig.defaults(), clock);
        lists = new ListDesk(books.books(), registry, clock);
        orders = new OrderDesk(books.books(), clock);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        registry.close();
        books.afterEach(context);
    }
}
