package io.greenpark.store.sqlite;

/** A newer Greenpark has written here. Going on could misread or destroy what it wrote, so nothing is touched. */
public final class NewerFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what the file or database, as the first words of a sentence
     * @param found its version
     * @param known the newest version this Greenpark knows
     */
    public NewerFormatException(String what, String found, String known) {
        super(what + " has schema version \"" + found
                + "\", written by a newer Greenpark; this one knows versions up to "
                + known
                + " and has changed nothing. Start the newer Greenpark again, or go back with the backup from before"
                + " the upgrade: greenpark restore BACKUP --data NEWDIR");
    }
}
