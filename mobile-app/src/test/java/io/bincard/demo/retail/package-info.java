/**
 * Real invoices, as they are, for Bincard to work on: turns a file of "Online Retail" into files to
 * import. Started from the command line and by tests; calls nothing of Bincard.
 */
@NullMarked
package io.bincard.demo.retail;

import org.jspecify.annotations.NullMarked;
