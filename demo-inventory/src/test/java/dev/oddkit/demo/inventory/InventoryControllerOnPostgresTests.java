package dev.oddkit.demo.inventory;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class InventoryControllerOnPostgresTests extends InventoryControllerTests {

}
