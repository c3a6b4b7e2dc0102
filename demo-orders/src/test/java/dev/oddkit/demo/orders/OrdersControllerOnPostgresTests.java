package dev.oddkit.demo.orders;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class OrdersControllerOnPostgresTests extends OrdersControllerTests {

}
