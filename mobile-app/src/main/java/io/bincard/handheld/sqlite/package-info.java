/**
 * A SQLite file opened the way this app needs it: settings checked, everything in transactions.
 *
 * <p>Called only by the SQLite implementations of the stores.
 */
@NullMarked
package io.bincard.handheld.sqlite;

import org.jspecify.annotations.NullMarked;
