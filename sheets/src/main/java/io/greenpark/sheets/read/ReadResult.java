package io.greenpark.sheets.read;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.Book;

/** What came of reading a file. */
public sealed interface ReadResult {
    /** It was read. */
    record Done(Book book) implements ReadResult {}

    /** It cannot be taken. */
    record Refused(Bilingual why) implements ReadResult {}
}
