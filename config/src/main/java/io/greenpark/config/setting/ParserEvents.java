package io.greenpark.config.setting;

import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The events of a YAML text. Some broken texts, as an escape that ends with the file, make the parser throw what is none of its
 * own exceptions; here they are a {@link ParserException} at the place the parser had reached.
 */
final class ParserEvents implements Iterator<Event> {
    private final Iterator<Event> events;
    private Optional<Mark> reached = Optional.empty();

    ParserEvents(LoadSettings settings, String text) {
        this.events = new Parse(settings).parseString(text).iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            return events.hasNext();
        } catch (RuntimeException e) {
            throw told(e);
        }
    }

    @Override
    public Event next() {
        try {
            Event event = events.next();
            reached = event.getEndMark();
            return event;
        } catch (RuntimeException e) {
            throw told(e);
        }
    }

    private RuntimeException told(RuntimeException e) {
        if (e instanceof YamlEngineException) {
            return e;
        }
        String why = "an escape, number or tag is cut off or out of range (" + e.getMessage() + ")";
        return new ParserException("while reading", reached, why, reached);
    }
}
