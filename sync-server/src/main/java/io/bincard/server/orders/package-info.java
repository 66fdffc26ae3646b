/**
 * What customers ordered, and what is to be counted: records, and the tables they are in.
 *
 * <p>Called by imports and pages; calls only the database. Placing an order is a decision, and goes
 * through the reconciler.
 */
@NullMarked
package io.bincard.server.orders;

import org.jspecify.annotations.NullMarked;
