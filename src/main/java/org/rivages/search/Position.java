package org.rivages.search;

import java.time.Instant;

/**
 * How far an index has come.
 *
 * @param database which database it follows; another one means another index
 * @param transaction every transaction below this number is in the index
 * @param changedAt when the youngest change in it was made
 */
record Position(String database, long transaction, Instant changedAt) {}
