/**
 * Ports to the platform a handheld runs on, and what a plain Java platform offers behind them.
 *
 * <p>Calls nothing of the handheld; called by everything that needs a clock, chance or a folder.
 */
@NullMarked
package io.bincard.handheld.device;

import org.jspecify.annotations.NullMarked;
