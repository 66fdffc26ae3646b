/**
 * The sync server: takes what handhelds did, reconciles it, and shows it to supervisors. Started
 * from here; nothing below calls this package.
 */
@NullMarked
package io.bincard.server;

import org.jspecify.annotations.NullMarked;
