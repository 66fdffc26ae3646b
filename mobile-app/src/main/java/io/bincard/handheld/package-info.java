/**
 * The handheld: scans become operations in a journal, which travel when there is a signal. Started
 * from here; nothing below calls this package.
 */
@NullMarked
package io.bincard.handheld;

import org.jspecify.annotations.NullMarked;
