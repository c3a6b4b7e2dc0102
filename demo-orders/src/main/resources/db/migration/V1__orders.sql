create table orders (
	id uuid primary key,
	customer varchar(64) not null,
	-- not "in (...)": H2 2.4 evaluates that with the connection that made the table, until the pool closes it
	status varchar(16) not null check (status ~ '^(PENDING|CONFIRMED|REJECTED)$'),
	reason varchar(255),
	created_at timestamp with time zone not null
);

create index orders_newest_first on orders (created_at desc);

create table order_item (
	order_id uuid not null references orders (id),
	sku varchar(32) not null,
	quantity integer not null check (quantity > 0),
	unit_price numeric(10, 2),
	primary key (order_id, sku)
);

create table confirmation (
	order_id uuid primary key references orders (id),
	sent_at timestamp with time zone not null
);
