/** Tests of the LXD adapter: the contract kit and more on a real server, and documents of servers that are not here. */
@NullMarked
package dev.bulkhead.lxd;

import org.jspecify.annotations.NullMarked;
