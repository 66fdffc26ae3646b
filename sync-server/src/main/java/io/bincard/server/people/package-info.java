/**
 * The people: who they are, what they may do and where, and how they prove it.
 *
 * <p>Called by imports, by those who let people in, and by pages; calls only the database.
 */
@NullMarked
package io.bincard.server.people;

import org.jspecify.annotations.NullMarked;
