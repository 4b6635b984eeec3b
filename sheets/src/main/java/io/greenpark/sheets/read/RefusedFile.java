package io.greenpark.sheets.read;

import io.greenpark.park.text.Bilingual;

/** Ends the reading of a file that cannot be taken; never leaves this package. */
final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Bilingual why;

    RefusedFile(Bilingual why) {
        super(why.en(), null, false, false);
        this.why = why;
    }

    Bilingual why() {
        return why;
    }
}
