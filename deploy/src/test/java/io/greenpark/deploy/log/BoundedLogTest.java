package io.greenpark.deploy.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BoundedLogTest {
    private final AtomicLong nowMs = new AtomicLong(1_795_132_800_000L);
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void open() {
        BoundedLog bounded = new BoundedLog(nowMs::get);
        bounded.setLoggers("org.stack, io.door");
        bounded.setLinesPerMinute(3);
        bounded.start();
        context.addTurboFilter(bounded);
        written.setContext(context);
        written.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(written);
    }

    private List<String> written() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void beyond_so_many_lines_in_a_minute_a_logger_is_silent() {
        Logger stack = context.getLogger("org.stack.Endpoint");
        for (int i = 0; i < 250; i++) {
            stack.error("exception in stage {}", i, new IllegalStateException("block"));
        }
        assertThat(written()).containsExactly("exception in stage 0", "exception in stage 1", "exception in stage 2");
        nowMs.addAndGet(60_000);
        stack.warn("once more");
        assertThat(written())
                .hasSize(5)
                .endsWith("247 lines of org.stack.Endpoint were left out: more than 3 in a minute", "once more");
    }

    @Test
    void each_logger_has_a_bound_of_its_own_and_others_none() {
        for (String name : List.of("org.stack.A", "org.stack.B", "org.stackless", "io.door", "registry")) {
            for (int i = 0; i < 10; i++) {
                context.getLogger(name).warn("{} says {}", name, i);
            }
        }
        assertThat(written()).filteredOn(l -> l.startsWith("org.stack.A")).hasSize(3);
        assertThat(written()).filteredOn(l -> l.startsWith("org.stack.B")).hasSize(3);
        assertThat(written()).filteredOn(l -> l.startsWith("io.door")).hasSize(3);
        assertThat(written()).filteredOn(l -> l.startsWith("org.stackless")).hasSize(10);
        assertThat(written()).filteredOn(l -> l.startsWith("registry")).hasSize(10);
    }

    @Test
    void lines_that_would_not_be_written_and_debug_lines_do_not_count() {
        Logger door = context.getLogger("io.door");
        door.setLevel(Level.WARN);
        for (int i = 0; i < 10; i++) {
            door.info("not written");
            assertThat(door.isWarnEnabled()).isTrue();
        }
        door.warn("written");
        assertThat(written()).containsExactly("written");
        door.setLevel(Level.DEBUG);
        for (int i = 0; i < 10; i++) {
            door.debug("asked for");
        }
        assertThat(written()).filteredOn("asked for"::equals).hasSize(10);
    }

    @Test
    void the_log_of_the_product_is_bounded_and_says_what_it_left_out() {
        PrintStream realErr = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            LogFormat.choose("text", Map.of());
            for (int i = 0; i < 100; i++) {
                LoggerFactory.getLogger("org.eclipse.californium.core.network.CoapEndpoint")
                        .error("again");
            }
        } finally {
            System.setErr(realErr);
            LogFormat.choose("text", Map.of());
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSizeBetween(1, 20);
    }
}
