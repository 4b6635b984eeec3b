/**
 * Files that people upload and reports as issued: what is taken, under which name it is shown, how it is given back, and the
 * port that keeps it. In: what a person sends in chunks, over a line that may break. Out: a stored document and its content. What
 * the registry calls a document is another thing.
 */
@NullMarked
package io.greenpark.park.document;

import org.jspecify.annotations.NullMarked;
