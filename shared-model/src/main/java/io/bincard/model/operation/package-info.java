/**
 * Operations: the immutable commands of devices, supervisors and the server, and their effects.
 *
 * <p>Pure records; made by the handheld's work, by pages and planners; read by the fold everywhere.
 */
@NullMarked
package io.bincard.model.operation;

import org.jspecify.annotations.NullMarked;
