/**
 * The other end of the API: what commands and tests send to a server.
 *
 * <p>Called by commands, demos and tests; knows the messages of imports, and nothing that the
 * server does with them.
 */
@NullMarked
package io.bincard.server.client;

import org.jspecify.annotations.NullMarked;
