/**
 * What travels between handheld and server, and the hash chain of a journal. See docs/protocol.md.
 *
 * <p>Records and their JSON, without reflection; used by both ends and by nobody else.
 */
@NullMarked
package io.bincard.model.sync;

import org.jspecify.annotations.NullMarked;
