/**
 * Master data: sites, items, barcodes, locations, lots, tolerances, and deliveries that are due.
 *
 * <p>Records, and a {@code Postgres...} class a table that reads and writes them. Called by imports
 * and pages; calls only the database. Goods themselves are the ledger's.
 */
@NullMarked
package io.bincard.server.catalog;

import org.jspecify.annotations.NullMarked;
