package dev.oddkit.demo.inventory.faults;

import dev.oddkit.demo.inventory.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class FaultsControllerOnPostgresTests extends FaultsControllerTests {

}
