/**
 * The page of the record: what was done, tried and refused, and whether the record is as it was written; and how other pages show the
 * part of it that is theirs.
 */
@NullMarked
@NamedInterface("audit-ui")
package dev.bulkhead.operation.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
