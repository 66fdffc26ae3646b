/**
 * Master data, opening stock and orders from CSV files: what the files may say, what each row would
 * change, and doing it. See docs/import.md.
 *
 * <p>Called by the HTTP endpoints; calls the concerns that own the tables and, for stock and
 * orders, the reconciler.
 */
@NullMarked
package io.bincard.server.imports;

import org.jspecify.annotations.NullMarked;
