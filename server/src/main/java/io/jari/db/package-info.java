/** The database: data source, embedded PostgreSQL, migrations, partition heads. */
@NullMarked
package io.jari.db;

import org.jspecify.annotations.NullMarked;
