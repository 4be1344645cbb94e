/**
 * Long-running work: asked for, waiting, under way, ended, with its outcome, and the record of it. "Task" in the words of the pages.
 */
@NullMarked
package dev.bulkhead.operation;

import org.jspecify.annotations.NullMarked;
