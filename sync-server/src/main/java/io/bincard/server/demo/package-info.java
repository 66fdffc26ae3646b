/**
 * A made-up company to try Bincard out with: from a seed, always the same. It writes files; they
 * are imported like anybody else's.
 *
 * <p>Called by the demo and by tests; calls the client of the API.
 */
@NullMarked
package io.bincard.server.demo;

import org.jspecify.annotations.NullMarked;
