/**
 * The feed of a site: what changed since a device last asked. See docs/protocol.md, "Pull".
 *
 * <p>Called by the endpoint; reads the tables of all concerns, writes none.
 */
@NullMarked
package io.bincard.server.pull;

import org.jspecify.annotations.NullMarked;
