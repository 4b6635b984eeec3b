package io.greenpark.paper;

import java.util.List;
import java.util.Locale;

/**
 * A document of pages in one language.
 *
 * @param title stands on top of the first page, and in the file's properties
 * @param subtitle below it; empty for none
 * @param header small on top of every page: what it is, and of whom
 * @param footer small at the foot of every page beside its number: when it was made, from what
 * @param language in which it is; numbers of pages are said in it
 */
public record Paper(String title, String subtitle, String header, String footer, Locale language, List<Block> blocks) {
    public Paper {
        blocks = List.copyOf(blocks);
    }
}
