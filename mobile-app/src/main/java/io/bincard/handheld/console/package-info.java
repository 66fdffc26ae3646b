/**
 * A handheld without a screen: commands on lines, replies on lines. For trying out, for scripts,
 * and for whoever repairs a device over a serial line.
 *
 * <p>Stands beside {@code ui}: calls {@code work}, {@code scan} and {@code sync}; nothing calls it.
 */
@NullMarked
package io.bincard.handheld.console;

import org.jspecify.annotations.NullMarked;
