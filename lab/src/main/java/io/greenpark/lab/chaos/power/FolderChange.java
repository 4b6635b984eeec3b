package io.greenpark.lab.chaos.power;

/**
 * Something that happened to the data folder. {@code durable} is when it was certain to outlast the loss of power: the
 * return of the first fsync, of the file or for names of the folder, that was called after it had returned.
 */
interface FolderChange {
    /** Never made durable. */
    long NEVER = Long.MAX_VALUE;

    long entry();

    long durable();

    /** Bytes of a file. */
    record Write(int file, long offset, byte[] bytes, long entry, long durable) implements FolderChange {}

    /** The length of a file. */
    record Resize(int file, long length, long entry, long durable) implements FolderChange {}

    /** A file got a name. */
    record Create(int file, String path, long entry, long durable) implements FolderChange {}

    /** A folder was made. */
    record MakeFolder(String path, long entry, long durable) implements FolderChange {}

    /** A name went to another file. */
    record Rename(String from, String path, long entry, long durable) implements FolderChange {}

    /** A name went. */
    record Remove(String path, long entry, long durable) implements FolderChange {}
}
