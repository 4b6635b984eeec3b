package io.greenpark.sheets.read;

import io.greenpark.sheets.cell.Book;
import io.greenpark.sheets.read.ReadResult.Done;
import io.greenpark.sheets.read.ReadResult.Refused;

/** Reads files with tables. What a file is its first bytes say, not its name. Thread-safe. */
public final class SheetFiles {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private SheetFiles() {}

    /** Reads a file. */
    public static ReadResult read(byte[] file) {
        try {
            return new Done(book(file));
        } catch (RefusedFile e) {
            return new Refused(e.why());
        }
    }

    private static Book book(byte[] file) throws RefusedFile {
        if (file.length == 0) {
            throw new RefusedFile(ReadMessages.empty());
        }
        if (file.length > Bounds.MOST_BYTES) {
            throw new RefusedFile(ReadMessages.tooLarge());
        }
        if (startsWith(file, ZIP)) {
            return new XlsxBook(file).read();
        }
        if (startsWith(file, OLE)) {
            throw new RefusedFile(ReadMessages.oldWorkbook());
        }
        return CsvBook.read(file);
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if (file.length <= i || file[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
