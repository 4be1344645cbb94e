/**
 * The pages of who may do what: persons, groups, projects, grants and roles, why somebody may do something, and one's own account. What
 * other features show of it on pages of theirs is public here. Imports {@code common.ui}.
 */
@NullMarked
@NamedInterface("ui")
package dev.bulkhead.access.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
