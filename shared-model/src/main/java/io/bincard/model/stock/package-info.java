/**
 * Stock arithmetic: quantities, the accounts of the ledger, and the fold of one bin card.
 *
 * <p>Pure functions over records; called by both the server and the handheld.
 */
@NullMarked
package io.bincard.model.stock;

import org.jspecify.annotations.NullMarked;
