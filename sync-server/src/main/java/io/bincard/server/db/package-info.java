/**
 * The database: transactions that are retried, migrations, and a PostgreSQL to try things out with.
 *
 * <p>Called by the concerns' {@code Postgres...} classes and by {@code Main}; calls nothing of
 * ours.
 */
@NullMarked
package io.bincard.server.db;

import org.jspecify.annotations.NullMarked;
