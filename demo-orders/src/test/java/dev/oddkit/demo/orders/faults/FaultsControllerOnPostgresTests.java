package dev.oddkit.demo.orders.faults;

import dev.oddkit.demo.orders.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class FaultsControllerOnPostgresTests extends FaultsControllerTests {

}
