package io.greenpark.lab.machine;

import java.io.File;
import java.nio.file.Path;

/** What the files of a folder take, while others make and delete them. */
public final class FolderSize {
    private FolderSize() {}

    /** Bytes of all files below it; what vanishes meanwhile counts nothing. */
    public static long bytes(Path folder) {
        return bytes(folder.toFile());
    }

    private static long bytes(File file) {
        File[] inside = file.listFiles();
        if (inside == null) {
            return file.length();
        }
        long bytes = 0;
        for (File each : inside) {
            bytes += bytes(each);
        }
        return bytes;
    }
}
