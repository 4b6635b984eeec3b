package io.greenpark.alerts.marking;

import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Tells an enterprise what was decided of its mark, once, in the transaction that decides. */
public final class MarkLetters {
    /** A mark is decided once, and its acceptance revoked at most once. */
    private static final int DECIDED = 1;

    private static final int REVOKED = 2;

    private final LetterBox letters;
    private final LinksConfig.Urls urls;

    public MarkLetters(LetterBox letters, LinksConfig.Urls urls) {
        this.letters = letters;
        this.urls = urls;
    }

    void decided(Handle handle, Registry registry, DataMark mark) {
        Enterprise enterprise = registry.enterprise(mark.enterpriseId()).orElse(null);
        if (enterprise == null) {
            return;
        }
        Letter letter = new Letter(
                "data-mark/" + mark.id(),
                mark.state() == MarkState.REVOKED ? REVOKED : DECIDED,
                mark.enterpriseId(),
                "data-mark-decided",
                MarkTexts.title(registry, mark),
                MarkTexts.text(registry, mark),
                urls.enterprises() + "/#/marks/" + mark.id(),
                Objects.requireNonNull(mark.decision()).at());
        letters.write(handle, letter, enterprise.contacts());
    }
}
