/**
 * Inspection packs being made and made: a few at a time, in the background, each a file in the data folder that is kept for some days. Comes in: who asks for what,
 * and what writes the files; goes out: how far each is, and the file. What stands in packs is decided by whoever knows what an asker may see.
 */
@NullMarked
package io.greenpark.dashboards.pack;

import org.jspecify.annotations.NullMarked;
