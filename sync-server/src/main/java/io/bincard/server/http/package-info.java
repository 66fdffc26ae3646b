/**
 * The API over HTTP: endpoints parse, delegate and answer; what is common to all is done around
 * them.
 *
 * <p>Put together and started by the package above; called by nobody else.
 */
@NullMarked
package io.bincard.server.http;

import org.jspecify.annotations.NullMarked;
